package dev.retort.schema;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifiers in the text of an SQL expression. Only enough of SQL's lexical rules to tell
 * names from literals: PostgreSQL parses the expression, this only asks which columns it mentions.
 */
final class ExpressionText {

  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'"
              + "|\"(?<quoted>(?:[^\"]|\"\")*)\""
              + "|(?<bare>[\\p{L}_][\\p{L}\\p{N}_$]*)(?!\\s*\\()");

  private static final Pattern SIMPLE = Pattern.compile("[a-z_][a-z0-9_]*");

  private ExpressionText() {}

  /** Whether the expression names the column. */
  static boolean mentions(String expression, String column) {
    Matcher tokens = TOKEN.matcher(expression);
    while (tokens.find()) {
      if (column.equals(nameIn(tokens))) {
        return true;
      }
    }
    return false;
  }

  /** The expression after the column was renamed, as PostgreSQL keeps it up by itself. */
  static String withColumnRenamed(String expression, String from, String to) {
    String quoted = '"' + to.replace("\"", "\"\"") + '"';
    String bare = SIMPLE.matcher(to).matches() ? to : quoted;
    Matcher tokens = TOKEN.matcher(expression);
    StringBuilder renamed = new StringBuilder();
    while (tokens.find()) {
      String written = tokens.group("quoted") == null ? bare : quoted;
      String token = from.equals(nameIn(tokens)) ? written : tokens.group();
      tokens.appendReplacement(renamed, Matcher.quoteReplacement(token));
    }
    return tokens.appendTail(renamed).toString();
  }

  /** The name that a token stands for, folded as PostgreSQL folds it; empty for a literal. */
  private static String nameIn(Matcher token) {
    if (token.group("quoted") != null) {
      return token.group("quoted").replace("\"\"", "\"");
    }
    return token.group("bare") == null ? "" : token.group("bare").toLowerCase(Locale.ROOT);
  }
}
