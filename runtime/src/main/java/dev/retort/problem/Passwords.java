package dev.retort.problem;

import java.util.regex.Pattern;

/** Keeps passwords out of texts that people are shown. */
public final class Passwords {

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

  private Passwords() {}

  /** The text with stars in place of what look like passwords. */
  public static String strip(String text) {
    String withoutClauses = CLAUSE.matcher(text).replaceAll("$1***");
    String withoutParameters = PARAMETER.matcher(withoutClauses).replaceAll("$1***");
    return USER_INFO.matcher(withoutParameters).replaceAll("$1***@");
  }
}
