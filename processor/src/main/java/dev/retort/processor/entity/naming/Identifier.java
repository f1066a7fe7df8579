package dev.retort.processor.entity.naming;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retort.postgres.Identifiers;
import java.util.Locale;

/**
 * A name on its way into SQL, as Hibernate's {@code org.hibernate.boot.model.naming.Identifier}.
 *
 * @param text the name without quotes
 * @param quoted whether SQL will quote it, so that PostgreSQL keeps its case
 */
public record Identifier(String text, boolean quoted) {

  /** PostgreSQL's NAMEDATALEN less the terminator, in bytes. */
  private static final int MAX_BYTES = 63;

  /**
   * Reads a name as written in an annotation: in backticks, double quotes or brackets it is quoted;
   * a name with a character that SQL does not take bare is quoted as well.
   */
  public static Identifier of(String written) {
    String text = written.strip();
    if (text.length() > 2 && isQuotedForm(text)) {
      return new Identifier(text.substring(1, text.length() - 1), true);
    }
    return new Identifier(text, needsQuotes(text));
  }

  private static boolean isQuotedForm(String text) {
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    return (first == '`' && last == '`')
        || (first == '"' && last == '"')
        || (first == '[' && last == ']');
  }

  private static boolean needsQuotes(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    return !(Character.isLetter(first) || first == '_')
        || !text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '$');
  }

  public Identifier asQuoted() {
    return new Identifier(text, true);
  }

  /** The key under which Hibernate looks the name up in its table. */
  public String canonical() {
    return quoted ? text : text.toLowerCase(Locale.ENGLISH);
  }

  /**
   * The name as PostgreSQL stores it: unless quoted, folded to lower case as far as its letters are
   * ASCII's ({@code downcase_identifier} leaves others where characters have several bytes); cut to
   * 63 bytes.
   */
  public String stored() {
    return truncated(quoted ? text : folded(text));
  }

  /** The name as it stands in an SQL expression, quoted where PostgreSQL needs it. */
  public String sql() {
    return Identifiers.quote(stored());
  }

  /** The name as it goes into the hash of a constraint's name. */
  @Override
  public String toString() {
    return quoted ? "`" + text + "`" : text;
  }

  private static String folded(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    name.chars().forEach(c -> folded.append((char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)));
    return folded.toString();
  }

  private static String truncated(String name) {
    String cut = name;
    while (cut.getBytes(UTF_8).length > MAX_BYTES) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }
}
