package dev.retort.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The lexical parts of SQL text: enough to tell names from literals, and white space that matters
 * from white space that does not. PostgreSQL parses the text, nothing here does.
 */
final class SqlTokens {

  /** What a part of the text is. */
  enum Kind {
    SPACE,
    COMMENT,
    NAME,
    QUOTED_NAME,
    STRING,
    DOLLAR_STRING,
    OTHER
  }

  /**
   * A part of the text.
   *
   * @param text as it is written
   * @param closed whether the quote or comment that it begins with also ends
   */
  record Token(Kind kind, String text, boolean closed) {

    boolean isBlank() {
      return kind == Kind.SPACE || kind == Kind.COMMENT;
    }

    boolean isName() {
      return kind == Kind.NAME || kind == Kind.QUOTED_NAME;
    }

    boolean is(String word) {
      return kind == Kind.NAME ? text.equalsIgnoreCase(word) : text.equals(word);
    }

    /** The name that it stands for, folded as PostgreSQL folds it; empty for what is no name. */
    String name() {
      return switch (kind) {
        case NAME -> text.toLowerCase(Locale.ROOT);
        case QUOTED_NAME -> text.substring(1, text.length() - 1).replace("\"\"", "\"");
        default -> "";
      };
    }
  }

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  /** All parts of the text, in order. */
  static List<Token> of(String sql) {
    SqlTokens scanner = new SqlTokens(sql);
    while (scanner.at < sql.length()) {
      scanner.next();
    }
    return scanner.tokens;
  }

  /** The parts that are neither white space nor comments. */
  static List<Token> significant(String sql) {
    return of(sql).stream().filter(token -> !token.isBlank()).toList();
  }

  /** The text with every run of white space and comments as one space, and none at its ends. */
  static String normalized(String sql) {
    StringBuilder text = new StringBuilder();
    boolean space = false;
    for (Token token : of(sql)) {
      if (token.isBlank()) {
        space = true;
        continue;
      }
      if (space && text.length() > 0) {
        text.append(' ');
      }
      space = false;
      text.append(token.text());
    }
    return text.toString();
  }

  static boolean isClosed(String sql) {
    return of(sql).stream().allMatch(Token::closed);
  }

  /** The names in the text, also those inside dollar quotes, where functions have their bodies. */
  static Set<String> names(String sql) {
    Set<String> names = new HashSet<>();
    collectNames(sql, names);
    return names;
  }

  /** The names before a parenthesis: those of functions, and others that are no columns. */
  static Set<String> called(String sql) {
    Set<String> called = new HashSet<>();
    List<Token> tokens = significant(sql);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).isName() && tokens.get(i + 1).text().equals("(")) {
        called.add(tokens.get(i).name());
      }
    }
    return called;
  }

  private static void collectNames(String sql, Set<String> names) {
    for (Token token : of(sql)) {
      if (token.isName() && token.closed()) {
        names.add(token.name());
      } else if (token.kind() == Kind.DOLLAR_STRING && token.closed()) {
        int tag = token.text().indexOf('$', 1) + 1;
        collectNames(token.text().substring(tag, token.text().length() - tag), names);
      }
    }
  }

  private void next() {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      int end = at;
      while (end < sql.length() && Character.isWhitespace(sql.charAt(end))) {
        end++;
      }
      add(Kind.SPACE, end, true);
    } else if (sql.startsWith("--", at)) {
      int end = sql.indexOf('\n', at);
      add(Kind.COMMENT, end < 0 ? sql.length() : end, true);
    } else if (sql.startsWith("/*", at)) {
      blockComment();
    } else if (c == '\'') {
      quoted(Kind.STRING, at, '\'', false);
    } else if ((c == 'e' || c == 'E') && sql.startsWith("'", at + 1)) {
      quoted(Kind.STRING, at + 1, '\'', true);
    } else if (c == '"') {
      quoted(Kind.QUOTED_NAME, at, '"', false);
    } else if (c == '$' && dollarTag() > 0) {
      int tag = dollarTag();
      int end = sql.indexOf(sql.substring(at, tag), tag);
      add(Kind.DOLLAR_STRING, end < 0 ? sql.length() : end + tag - at, end >= 0);
    } else if (startsName(c)) {
      int end = at + 1;
      while (end < sql.length() && continuesName(sql.charAt(end))) {
        end++;
      }
      add(Kind.NAME, end, true);
    } else {
      add(Kind.OTHER, at + 1, true);
    }
  }

  /** Comments of this kind have others inside. */
  private void blockComment() {
    int depth = 0;
    int end = at;
    do {
      if (sql.startsWith("/*", end)) {
        depth++;
        end += 2;
      } else if (sql.startsWith("*/", end)) {
        depth--;
        end += 2;
      } else {
        end++;
      }
    } while (depth > 0 && end < sql.length());
    add(Kind.COMMENT, Math.min(end, sql.length()), depth == 0);
  }

  private void quoted(Kind kind, int start, char quote, boolean escapes) {
    int end = start + 1;
    while (end < sql.length()) {
      char c = sql.charAt(end);
      if (escapes && c == '\\') {
        end += 2;
      } else if (c != quote) {
        end++;
      } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
        end += 2;
      } else {
        add(kind, end + 1, true);
        return;
      }
    }
    add(kind, sql.length(), false);
  }

  /** Where the text after the opening tag {@code $tag$} begins; 0 where there is none. */
  private int dollarTag() {
    int end = at + 1;
    while (end < sql.length() && sql.charAt(end) != '$') {
      char c = sql.charAt(end);
      boolean fits = end == at + 1 ? startsName(c) : continuesName(c);
      if (!fits) {
        return 0;
      }
      end++;
    }
    return end < sql.length() ? end + 1 : 0;
  }

  private static boolean startsName(char c) {
    return c == '_' || (c < 0x80 ? Character.isLetter(c) : !Character.isWhitespace(c));
  }

  private static boolean continuesName(char c) {
    return startsName(c) || (c >= '0' && c <= '9') || c == '$';
  }

  private void add(Kind kind, int end, boolean closed) {
    tokens.add(new Token(kind, sql.substring(at, end), closed));
    at = end;
  }
}
