package dev.retort.operation;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL taken apart at its question marks, as PostgreSQL's JDBC driver takes it apart ({@code
 * org.postgresql.core.Parser}): one in a string, a quoted name, a comment or between dollar quotes
 * is a question mark, two in a row are an operator's one, any other is a parameter.
 *
 * @param texts what is before, between and after the parameters, as it was written; one more than
 *     there are parameters
 */
public record SqlPieces(List<String> texts) {

  public SqlPieces {
    texts = List.copyOf(texts);
  }

  /** Takes the statement apart. */
  public static SqlPieces of(String sql) {
    return split(sql, false);
  }

  private static SqlPieces split(String sql, boolean unescaping) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < sql.length()) {
      if (sql.charAt(at) != '?') {
        int end = endOfToken(sql, at);
        text.append(sql, at, end);
        at = end;
      } else if (sql.startsWith("??", at)) {
        text.append(unescaping ? "?" : "??");
        at += 2;
      } else {
        texts.add(text.toString());
        text.setLength(0);
        at++;
      }
    }
    texts.add(text.toString());
    return new SqlPieces(texts);
  }

  /** How many parameters there are. */
  public int parameters() {
    return texts.size() - 1;
  }

  /** The texts as the server reads them: {@code ??} is one question mark. */
  public List<String> unescaped() {
    return split(String.join("?", texts), true).texts();
  }

  /** Where what begins here ends: a string, name or comment, or else a single character. */
  private static int endOfToken(String sql, int at) {
    return switch (sql.charAt(at)) {
      case '\'' -> endOfQuoted(sql, at, isEscapeString(sql, at));
      case '"' -> endOfQuoted(sql, at, false);
      case '-' -> sql.startsWith("--", at) ? endOfLine(sql, at) : at + 1;
      case '/' -> sql.startsWith("/*", at) ? endOfComment(sql, at) : at + 1;
      case '$' -> endOfDollarQuoted(sql, at);
      default -> at + 1;
    };
  }

  /** Whether the quote follows an E that is a word of its own. */
  private static boolean isEscapeString(String sql, int quote) {
    return quote > 0
        && (sql.charAt(quote - 1) == 'e' || sql.charAt(quote - 1) == 'E')
        && (quote == 1 || !isNamePart(sql.charAt(quote - 2)));
  }

  /** A doubled quote ends the token and begins another one, which comes to the same. */
  private static int endOfQuoted(String sql, int at, boolean backslashes) {
    char quote = sql.charAt(at);
    for (int i = at + 1; i < sql.length(); i++) {
      if (backslashes && sql.charAt(i) == '\\') {
        i++;
      } else if (sql.charAt(i) == quote) {
        boolean doubled = backslashes && i + 1 < sql.length() && sql.charAt(i + 1) == quote;
        if (!doubled) {
          return i + 1;
        }
        i++;
      }
    }
    return sql.length();
  }

  private static int endOfLine(String sql, int at) {
    int end = at;
    while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Comments of PostgreSQL nest. */
  private static int endOfComment(String sql, int from) {
    int depth = 0;
    int at = from;
    while (at < sql.length()) {
      if (sql.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
        if (depth == 0) {
          return at;
        }
      } else {
        at++;
      }
    }
    return sql.length();
  }

  /** A dollar sign within a name, or without another one behind a tag, quotes nothing. */
  private static int endOfDollarQuoted(String sql, int at) {
    if (at > 0 && (isNamePart(sql.charAt(at - 1)) || sql.charAt(at - 1) == '$')) {
      return at + 1;
    }
    int end = at + 1;
    while (end < sql.length() && isNamePart(sql.charAt(end))) {
      end++;
    }
    boolean startsWithDigit = at + 1 < sql.length() && isDigit(sql.charAt(at + 1));
    if (startsWithDigit || end == sql.length() || sql.charAt(end) != '$') {
      return at + 1;
    }
    String tag = sql.substring(at, end + 1);
    int close = sql.indexOf(tag, end + 1);
    return close < 0 ? sql.length() : close + tag.length();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** As PostgreSQL's lexer has it, which takes every character beyond ASCII for a letter. */
  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c > 127;
  }
}
