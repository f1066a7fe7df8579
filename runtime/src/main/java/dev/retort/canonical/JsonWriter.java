package dev.retort.canonical;

import java.util.Map;

/** Writes JSON values as text. */
final class JsonWriter {

  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  static String write(Json json) {
    JsonWriter writer = new JsonWriter();
    writer.value(json);
    return writer.out.toString();
  }

  private void value(Json json) {
    if (json instanceof Json.Members members) {
      members(members);
    } else if (json instanceof Json.Items items) {
      items(items);
    } else if (json instanceof Json.Text text) {
      text(text.value());
    } else if (json instanceof Json.Whole whole) {
      out.append(whole.value());
    } else if (json instanceof Json.Flag flag) {
      out.append(flag.value());
    }
  }

  private void members(Json.Members members) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Json> member : members.byName().entrySet()) {
      out.append(separator);
      text(member.getKey());
      out.append(':');
      value(member.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void items(Json.Items items) {
    out.append('[');
    String separator = "";
    for (Json item : items.values()) {
      out.append(separator);
      value(item);
      separator = ",";
    }
    out.append(']');
  }

  private void text(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '\r') {
        out.append("\\r");
      } else if (c == '\t') {
        out.append("\\t");
      } else if (c < ' ' || isLoneSurrogate(value, i)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static boolean isLoneSurrogate(String value, int at) {
    char c = value.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
  }
}
