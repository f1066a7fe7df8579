package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.naming.Identifier;
import dev.retort.schema.IndexKey;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts of an {@code @Index}. As in Hibernate's {@code IndexBinder} the column list is split at
 * every comma, a part that begins with a parenthesis is pasted into the statement as it is, and any
 * other one is a column's name, which {@code asc} or {@code desc} may follow.
 */
final class IndexText {

  private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

  private static final Pattern BARE = Pattern.compile(NAME);

  /** What may follow a key in parentheses. */
  private static final Pattern TAIL =
      Pattern.compile(
          "(?:\\s*(?!(?:asc|desc|nulls|collate)\\b)(?<class>"
              + NAME
              + "(?:\\."
              + NAME
              + ")?))?(?:\\s*\\b(?<order>asc|desc))?(?:\\s*\\bnulls\\s+(?<nulls>first|last))?\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OPTIONS =
      Pattern.compile(
          "(?:include\\s*\\((?<included>[^()]+)\\)\\s*)?"
              + "(?:nulls\\s+(?<not>not\\s+)?distinct\\s*)?"
              + "(?:where\\b\\s*(?<condition>.+))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private IndexText() {}

  /**
   * A part of a column list.
   *
   * @param text the column's name or the text that is pasted, less {@code asc} or {@code desc} at
   *     its end; what a hashed name is made of
   * @param order {@code asc} or {@code desc}, where one stood at its end
   */
  record Part(String text, Optional<String> order) {

    boolean isPasted() {
      return text.startsWith("(");
    }

    boolean isDescending() {
      return order.equals(Optional.of("desc"));
    }
  }

  static List<Part> parts(String columnList) {
    return Stream.of(columnList.split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(IndexText::part)
        .toList();
  }

  /**
   * The parts as keys of an index: Hibernate has each name or text once, at its first place and in
   * the order that was stated last.
   */
  static List<Part> distinct(List<Part> parts) {
    Map<String, Part> keys = new LinkedHashMap<>();
    for (Part part : parts) {
      keys.merge(
          part.isPasted() ? part.text() : Identifier.of(part.text()).canonical(),
          part,
          (first, again) -> again.order().isPresent() ? again : first);
    }
    return List.copyOf(keys.values());
  }

  private static Part part(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String order : List.of("desc", "asc")) {
      if (lower.endsWith(" " + order)) {
        return new Part(text.substring(0, text.length() - order.length() - 1), Optional.of(order));
      }
    }
    return new Part(text, Optional.empty());
  }

  /** The key that a pasted part is to PostgreSQL; empty where it is none, or says more. */
  static Optional<IndexKey> pasted(Part part) {
    String text = part.text() + part.order().map(order -> " " + order).orElse("");
    int end = closing(text);
    Matcher tail = TAIL.matcher(text.substring(end));
    if (end == 0 || !tail.matches()) {
      return Optional.empty();
    }
    IndexKey key = key(text.substring(1, end - 1).strip());
    if ("desc".equalsIgnoreCase(tail.group("order"))) {
      key = key.desc();
    }
    if (tail.group("nulls") != null) {
      key = tail.group("nulls").equalsIgnoreCase("first") ? key.nullsFirst() : key.nullsLast();
    }
    return Optional.of(
        tail.group("class") == null ? key : key.operatorClass(qualified(tail.group("class"))));
  }

  /** Whether the parenthesis that a pasted part begins with is closed in it. */
  static boolean isClosed(Part part) {
    return closing(part.text()) > 0;
  }

  /** To PostgreSQL a column in parentheses is a column. */
  private static IndexKey key(String expression) {
    String inner = expression;
    while (inner.startsWith("(") && closing(inner) == inner.length()) {
      inner = inner.substring(1, inner.length() - 1).strip();
    }
    return BARE.matcher(inner).matches()
        ? IndexKey.asc(name(inner))
        : IndexKey.expression(expression);
  }

  /** Where the parenthesis is closed that the text begins with; 0 if it is not. */
  private static int closing(String text) {
    int open = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(') {
        open++;
      } else if (c == ')' && --open == 0) {
        return i + 1;
      }
    }
    return 0;
  }

  private static QualifiedName qualified(String written) {
    Matcher names = BARE.matcher(written);
    List<String> parts = new ArrayList<>();
    while (names.find()) {
      parts.add(name(names.group()));
    }
    return parts.size() == 1
        ? QualifiedName.of(parts.get(0))
        : QualifiedName.of(parts.get(0), parts.get(1));
  }

  private static String name(String sql) {
    return Identifier.of(sql).stored();
  }

  /**
   * What stands behind the keys.
   *
   * @param included the columns that are carried, as SQL names them
   * @param nullsDistinct whether NULLs are no duplicates
   * @param condition the condition of a partial index
   */
  record Options(List<Identifier> included, boolean nullsDistinct, Optional<String> condition) {

    static final Options NONE = new Options(List.of(), true, Optional.empty());
  }

  /** Reads an index's options; empty when they hold something else. */
  static Optional<Options> options(String text) {
    Matcher options = OPTIONS.matcher(text.strip());
    if (!options.matches()) {
      return Optional.empty();
    }
    List<Identifier> included =
        options.group("included") == null
            ? List.of()
            : Stream.of(options.group("included").split(",", -1)).map(Identifier::of).toList();
    return Optional.of(
        new Options(
            included,
            options.group("not") == null,
            Optional.ofNullable(options.group("condition")).map(String::strip)));
  }
}
