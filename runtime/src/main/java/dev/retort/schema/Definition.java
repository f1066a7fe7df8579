package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an object like a view or a function is: SQL text, which the model does not parse.
 *
 * @param sql the text as it is written, without white space and semicolons at its end; for a view
 *     its query, for a function all that follows the arguments, for a trigger all that follows the
 *     table. Not blank, and every quote and comment in it is closed
 * @param comment what the database says about the object, if anything
 * @param dependsOn names of what the object needs and its text does not mention, as a function's
 *     body does not that is put together at run time; they decide about the order of changes
 */
public record Definition(String sql, Optional<String> comment, List<String> dependsOn) {

  public Definition {
    sql = trimmed(requireNonNull(sql, "sql"));
    if (sql.isEmpty()) {
      throw new IllegalArgumentException("a definition must not be empty");
    }
    if (sql.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a definition must not contain a NUL character");
    }
    if (!SqlTokens.isClosed(sql)) {
      throw new SchemaException("the definition has a quote or comment that is not closed");
    }
    comment.ifPresent(Comment::requireText);
    dependsOn.forEach(Names::requireName);
    dependsOn = List.copyOf(dependsOn);
  }

  /** A definition without a comment. */
  public static Definition definition(String sql) {
    return new Definition(sql, Optional.empty(), List.of());
  }

  public Definition withComment(String text) {
    return new Definition(sql, Optional.of(text), dependsOn);
  }

  /** The same definition that also needs what has the given names. */
  public Definition dependsOn(String... names) {
    return new Definition(sql, comment, List.of(names));
  }

  /** Whether the texts say the same but for white space and comments outside of literals. */
  public boolean sameText(Definition other) {
    return sameText(sql, other.sql);
  }

  static boolean sameText(String left, String right) {
    return left.equals(right) || SqlTokens.normalized(left).equals(SqlTokens.normalized(right));
  }

  /** The names in the text, and those that are stated. */
  Set<String> names() {
    Set<String> names = SqlTokens.names(sql);
    names.addAll(dependsOn);
    return names;
  }

  private static String trimmed(String sql) {
    String text = sql.strip();
    while (text.endsWith(";")) {
      text = text.substring(0, text.length() - 1).stripTrailing();
    }
    return text;
  }
}
