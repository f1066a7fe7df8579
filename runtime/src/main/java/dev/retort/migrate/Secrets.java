package dev.retort.migrate;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** Keeps passwords out of what people are shown. */
public final class Secrets {

  /**
   * {@code password=…}, {@code sslpassword: …}, {@code pwd=…} of a URL, a list of properties or
   * JSON. Without quotes, a comma, quote or bracket belongs to the value where the text goes on
   * directly behind it.
   */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)((?:password|passwd|passphrase|pwd)[\"']?\\s*[=:]\\s*)"
              + "(?:'(?:\\\\.|[^'\\\\])*'|\"(?:\\\\.|[^\"\\\\])*\""
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
    String withoutParameters = PARAMETER.matcher(text).replaceAll("$1***");
    return USER_INFO.matcher(withoutParameters).replaceAll("$1***@");
  }

  /** The exception, or one without its secrets if it, or one that caused it, tells any. */
  static Throwable strip(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (!message(at).equals(strip(message(at)))) {
        SQLException clean =
            new SQLException(strip(message(thrown)), SqlStates.of(thrown).orElse(null));
        clean.setStackTrace(thrown.getStackTrace());
        return clean;
      }
    }
    return thrown;
  }

  /** The exception's message as it is, or its kind where it has none. */
  static String message(Throwable thrown) {
    String text = thrown.getMessage();
    return text == null ? thrown.getClass().getName() : text;
  }
}
