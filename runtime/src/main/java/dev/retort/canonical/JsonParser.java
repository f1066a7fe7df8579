package dev.retort.canonical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON text strictly; see {@link Json} for what is accepted. Used once. */
final class JsonParser {

  /** Far more than the canonical form nests, far less than the stack holds. */
  static final int MAX_DEPTH = 64;

  private final String text;
  private int at;
  private int depth;

  JsonParser(String text) {
    this.text = text;
  }

  Json parse() {
    Json value = value();
    skipSpace();
    if (at < text.length()) {
      throw error("expected the end");
    }
    return value;
  }

  private Json value() {
    skipSpace();
    if (at == text.length()) {
      throw error("expected a value");
    }
    char c = text.charAt(at);
    if (c == '{' || c == '[') {
      if (++depth > MAX_DEPTH) {
        throw error("nested deeper than " + MAX_DEPTH);
      }
      Json nested = c == '{' ? members() : items();
      depth--;
      return nested;
    }
    if (c == '"') {
      return new Json.Text(string());
    }
    if (c == '-' || isDigit(c)) {
      return whole();
    }
    if (accept("true")) {
      return new Json.Flag(true);
    }
    if (accept("false")) {
      return new Json.Flag(false);
    }
    throw error("expected a value");
  }

  private Json members() {
    Map<String, Json> members = new LinkedHashMap<>();
    expect('{');
    if (next('}')) {
      return new Json.Members(members);
    }
    do {
      skipSpace();
      int start = at;
      String name = string();
      skipSpace();
      expect(':');
      if (members.put(name, value()) != null) {
        at = start;
        throw error("a second member '" + name + "'");
      }
    } while (next(','));
    expect('}');
    return new Json.Members(members);
  }

  private Json items() {
    List<Json> items = new ArrayList<>();
    expect('[');
    if (next(']')) {
      return new Json.Items(items);
    }
    do {
      items.add(value());
    } while (next(','));
    expect(']');
    return new Json.Items(items);
  }

  private Json whole() {
    int start = at;
    if (text.charAt(at) == '-') {
      at++;
    }
    int digits = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    boolean leadingZero = at - digits > 1 && text.charAt(digits) == '0';
    if (at == digits
        || leadingZero
        || (at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0)) {
      throw error("expected a whole number");
    }
    try {
      return new Json.Whole(Long.parseLong(text.substring(start, at)));
    } catch (NumberFormatException e) {
      throw error("a number beyond 64 bits");
    }
  }

  private String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return value.toString();
      }
      if (c < ' ') {
        throw error("a control character in a string");
      }
      at++;
      value.append(c == '\\' ? escaped() : c);
    }
    throw error("a string without its end");
  }

  private char escaped() {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw error("an unknown escape");
    };
  }

  private char hexadecimal() {
    int code = 0;
    for (int i = 0; i < 4; i++, at++) {
      char c = at < text.length() ? text.charAt(at) : ' ';
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw error("expected four hexadecimal digits");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean accept(String word) {
    if (text.startsWith(word, at)) {
      at += word.length();
      return true;
    }
    return false;
  }

  /** Whether the next character, after white space, is the given one; consumed if so. */
  private boolean next(char wanted) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) {
    if (at == text.length() || text.charAt(at) != wanted) {
      throw error("expected '" + wanted + "'");
    }
    at++;
  }

  private void skipSpace() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private JsonException error(String fact) {
    return new JsonException("not JSON at character " + (at + 1) + ": " + fact);
  }
}
