package dev.retort.migrate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps passwords out of what people are shown. */
public final class Secrets {

  /** {@code 'it''s'} or {@code E'it\'s'}, or what is left of one that was cut off. */
  private static final String ESCAPED = "'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+(?:'|\\z)";

  /** The other literals of SQL: {@code $tag$…$tag$} and those in which a backslash is nothing. */
  private static final String LITERAL =
      "(?:n|u&)?'[^']*+(?:''[^']*+)*+(?:'|\\z)"
          + "|\\$(?<tag>(?:[\\p{L}_][\\p{L}\\p{N}_]*)?)\\$.*?(?:\\$\\k<tag>\\$|\\z)";

  /** {@code PASSWORD 's3cret'} of SQL; not {@code 'password'}, where it is a value itself. */
  private static final Pattern CLAUSE =
      Pattern.compile("(?is)((?<!['\"])\\b\\w*password\\s*)(?:e" + ESCAPED + "|" + LITERAL + ")");

  /**
   * {@code password=…}, {@code sslpassword: …}, {@code pwd=…} of a URL, a list of properties, JSON
   * or SQL, also within a literal of SQL. Without quotes, a comma, quote or bracket belongs to the
   * value where the text goes on directly behind it.
   */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?is)((?:password|passwd|passphrase|pwd)[\"']?\\s*(?::=|=>|[=:])\\s*)"
              + "(?:''[^']+''|e?"
              + ESCAPED
              + "|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|"
              + LITERAL
              + "|(?:[^\\s&;,\"')}]|[,\"')}](?=[^\\s&;,\"')}]))+)");

  /**
   * {@code //user:password@host}, whatever the password holds: up to the last at sign of the line,
   * unless what follows the colon is a port and no at sign is in the same word.
   */
  private static final Pattern USER_INFO =
      Pattern.compile("(//[^/\\s:@]*:)(?!\\d{1,5}(?:[/?,][^\\s@]*)?(?:\\s|$)).*@");

  private Secrets() {}

  /** The text with stars in place of what look like passwords. */
  public static String strip(String text) {
    String withoutClauses = CLAUSE.matcher(text).replaceAll("$1***");
    String withoutParameters = PARAMETER.matcher(withoutClauses).replaceAll("$1***");
    return USER_INFO.matcher(withoutParameters).replaceAll("$1***@");
  }

  /** The exception, or one without its secrets if it, or one that hangs on it, tells any. */
  static Throwable strip(Throwable thrown) {
    if (!tells(thrown, Collections.newSetFromMap(new IdentityHashMap<>()))) {
      return thrown;
    }
    SQLException clean =
        new SQLException(strip(message(thrown)), SqlStates.of(thrown).orElse(null));
    clean.setStackTrace(thrown.getStackTrace());
    return clean;
  }

  /** Of the exception, its causes, those that were suppressed, and those that JDBC chains. */
  private static boolean tells(Throwable thrown, Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      return false;
    }
    List<Throwable> hanging = new ArrayList<>(List.of(thrown.getSuppressed()));
    if (thrown.getCause() != null) {
      hanging.add(thrown.getCause());
    }
    if (thrown instanceof SQLException sql && sql.getNextException() != null) {
      hanging.add(sql.getNextException());
    }
    if (!message(thrown).equals(strip(message(thrown)))) {
      return true;
    }
    for (Throwable each : hanging) {
      if (tells(each, seen)) {
        return true;
      }
    }
    return false;
  }

  /** The exception's message as it is, or its kind where it has none. */
  static String message(Throwable thrown) {
    String text = thrown.getMessage();
    return text == null ? thrown.getClass().getName() : text;
  }
}
