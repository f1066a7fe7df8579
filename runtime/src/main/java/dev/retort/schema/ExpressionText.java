package dev.retort.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifiers in the text of an SQL expression. Only enough of SQL's lexical rules to tell
 * names from literals: PostgreSQL parses the expression, this only asks which columns it mentions.
 */
final class ExpressionText {

  private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_$]*+";
  private static final String QUOTED = "\"(?:[^\"]++|\"\")*+\"";

  /** A type's name, which may have several words, a namespace and numbers. */
  private static final String TYPE =
      "(?:"
          + QUOTED
          + "|"
          + NAME
          + ")(?:\\s*\\.\\s*(?:"
          + QUOTED
          + "|"
          + NAME
          + "))?"
          + "(?i:\\s+(?:precision|varying)\\b)?"
          + "(?:\\s*\\([\\d\\s,]*\\))?"
          + "(?i:\\s+with(?:out)?\\s+time\\s+zone\\b)?";

  /**
   * Literals and comments, fields of times, the types of casts ({@code x::text}, {@code CAST(x AS
   * text)}), and what is left: names, unless a parenthesis makes it a function or a literal makes
   * it a type.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)--[^\n]*+|/\\*.*?\\*/"
              + "|(?<![\\p{L}\\p{N}_$])[eE]'(?:[^'\\\\]++|\\\\.|'')*+'"
              + "|'(?:[^']++|'')*+'"
              + "|(?<![\\p{L}\\p{N}_$])\\$(?<tag>(?:[\\p{L}_][\\p{L}\\p{N}_]*+)?)\\$.*?\\$\\k<tag>\\$"
              + "|::\\s*+"
              + TYPE
              + "|(?<![\\p{L}\\p{N}_$])(?i:as)\\s++"
              + TYPE
              + "|(?<![\\p{L}\\p{N}_$])(?i:at\\s+time\\s+zone)\\b"
              // The field of EXTRACT(year FROM x) is no column.
              + "|(?<![\\p{L}\\p{N}_$])(?i:extract)\\s*\\(\\s*"
              + NAME
              + "(?=\\s+(?i:from)\\b)"
              + "|\"(?<quoted>(?:[^\"]++|\"\")*+)\""
              + "|(?<![\\p{L}\\p{N}_$])(?<bare>"
              + NAME
              + ")(?!\\s*[('])");

  private static final Pattern SEQUENCE =
      Pattern.compile(
          "(?i)\\b(?:nextval|currval)\\s*\\(\\s*'((?:[^']++|'')*+)'"
              + "\\s*(?:::\\s*(?:pg_catalog\\s*\\.\\s*)?regclass\\s*)?\\)");

  private static final int SEQUENCE_NAME = 1;

  private static final Pattern PART =
      Pattern.compile(
          "\\G\\s*(?:\"(?<quoted>(?:[^\"]++|\"\")++)\"|(?<bare>[^\".\\s]+))\\s*(\\.|$)");

  /** Words of SQL that stand in conditions and are no columns. */
  private static final Set<String> WORDS =
      Set.of(
          "all",
          "and",
          "any",
          "array",
          "between",
          "case",
          "collate",
          "current_date",
          "current_timestamp",
          "current_user",
          "distinct",
          "else",
          "end",
          "false",
          "from",
          "ilike",
          "in",
          "is",
          "isnull",
          "like",
          "localtime",
          "localtimestamp",
          "not",
          "notnull",
          "null",
          "or",
          "similar",
          "some",
          "symmetric",
          "then",
          "to",
          "true",
          "unknown",
          "when");

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

  /** The names in the expression that may be columns, in the order of their appearance. */
  static Set<String> names(String expression) {
    Set<String> names = new LinkedHashSet<>();
    Matcher tokens = TOKEN.matcher(expression);
    while (tokens.find()) {
      String name = nameIn(tokens);
      if (!name.isEmpty() && (tokens.group("bare") == null || !WORDS.contains(name))) {
        names.add(name);
      }
    }
    return names;
  }

  /** Whether the expression draws on the sequence, so that PostgreSQL lets neither go alone. */
  static boolean drawsOn(String expression, QualifiedName sequence) {
    return SEQUENCE
        .matcher(expression)
        .results()
        .anyMatch(call -> names(call.group(SEQUENCE_NAME), sequence));
  }

  /** The expression after the sequence was renamed, as PostgreSQL keeps it up by itself. */
  static String withSequenceRenamed(String expression, QualifiedName from, QualifiedName to) {
    Matcher calls = SEQUENCE.matcher(expression);
    StringBuilder renamed = new StringBuilder();
    while (calls.find()) {
      String call = calls.group();
      if (names(calls.group(SEQUENCE_NAME), from)) {
        int start = calls.start(SEQUENCE_NAME) - calls.start();
        int end = calls.end(SEQUENCE_NAME) - calls.start();
        call = call.substring(0, start) + dotted(to).replace("'", "''") + call.substring(end);
      }
      calls.appendReplacement(renamed, Matcher.quoteReplacement(call));
    }
    return calls.appendTail(renamed).toString();
  }

  /** Whether the content of a string constant is the sequence's name. */
  private static boolean names(String constant, QualifiedName sequence) {
    List<String> parts = parts(constant.replace("''", "'"));
    return parts.size() == 1
        ? sequence.equals(QualifiedName.of(parts.get(0)))
        : parts.size() == 2 && sequence.equals(QualifiedName.of(parts.get(0), parts.get(1)));
  }

  private static String dotted(QualifiedName name) {
    return name.namespace().map(namespace -> SqlName.quoted(namespace) + ".").orElse("")
        + SqlName.quoted(name.local());
  }

  /** The parts of a dotted name, folded as PostgreSQL folds them. */
  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(name);
    while (matcher.find()) {
      boolean plain = matcher.group("quoted") == null;
      parts.add(
          plain
              ? matcher.group("bare").toLowerCase(Locale.ROOT)
              : matcher.group("quoted").replace("\"\"", "\""));
    }
    return parts;
  }

  /**
   * The expression after the column was renamed, as PostgreSQL keeps it up by itself: the new name
   * is quoted where it must be and nowhere else, so that renaming it back restores what was there.
   */
  static String withColumnRenamed(String expression, String from, String to) {
    String written = SqlName.quoted(to);
    Matcher tokens = TOKEN.matcher(expression);
    StringBuilder renamed = new StringBuilder();
    while (tokens.find()) {
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
