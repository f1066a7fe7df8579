package dev.retort.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifiers in the text of an SQL expression. Only enough of SQL's lexical rules to tell
 * names from literals: PostgreSQL parses the expression, this only asks which columns it mentions.
 */
final class ExpressionText {

  /** PostgreSQL takes every character beyond ASCII for a letter. */
  private static final String LETTER = "a-zA-Z_[^\\x00-\\x7F]";

  private static final String NAME = "[" + LETTER + "][" + LETTER + "0-9$]*+";
  private static final String QUOTED = "\"(?:[^\"]++|\"\")*+\"";
  private static final String ANY_NAME = "(?:" + QUOTED + "|" + NAME + ")";

  /** Where a word starts. */
  private static final String START = "(?<![" + LETTER + "0-9$])";

  private static final String TAG = "(?:[" + LETTER + "][" + LETTER + "0-9]*+)?";
  private static final String STRING = "'(?:[^']++|'')*+'";

  private static final String FIELD = "(?:year|month|day|hour|minute|second)";

  /** What of an interval is kept: {@code interval '1' day}, {@code interval day to second(3)}. */
  private static final String FIELDS =
      "(?i:\\s+" + FIELD + "(?:\\s+to\\s+" + FIELD + ")?\\b(?:\\s*\\(\\s*\\d+\\s*\\))?)";

  /** What follows the name of a function, an argument, or something that has columns. */
  private static final String NO_COLUMN = "\\s*(?:[(.]|=>|:=)";

  private static final String TIME_ZONE = "(?i:\\s+with(?:out)?\\s+time\\s+zone\\b)";

  /** A type's name, which may have several words, a namespace and numbers. */
  private static final String TYPE =
      ANY_NAME
          + "(?:\\s*\\.\\s*"
          + ANY_NAME
          + ")?"
          + "(?i:\\s+(?:precision|varying)\\b)?"
          + "(?:\\s*\\([\\d\\s,]*\\))?"
          + "(?:"
          + TIME_ZONE
          + "|"
          + FIELDS
          + ")?";

  /**
   * Literals and comments, and names of other things than columns: the types of casts ({@code
   * x::text}, {@code CAST(x AS text)}) and of literals, the fields of times, what is taken out of a
   * value ({@code (price).amount}), collations, operators. What is left are names, unless what
   * follows makes it a function, a type, an argument or the name of something that has columns.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          String.join(
              "|",
              "(?s)--[^\n]*+",
              "/\\*.*?\\*/",
              START + "[eE]'(?:[^'\\\\]++|\\\\.|'')*+'",
              START + "(?i:interval)\\s*(?:\\(\\s*\\d+\\s*\\)\\s*)?" + STRING + FIELDS + "?",
              STRING,
              START + "\\$(?<tag>" + TAG + ")\\$.*?\\$\\k<tag>\\$",
              "::\\s*+" + TYPE,
              START + "(?i:as)\\s++" + TYPE,
              START + "(?i:at\\s+(?:time\\s+zone|local))\\b",
              START + "(?i:time(?:stamp)?)\\s*(?:\\(\\s*\\d+\\s*\\))?" + TIME_ZONE,
              START + "(?i:double\\s+precision|(?:bit|char|character|nchar)\\s+varying)\\b",
              // The field of EXTRACT(year FROM x) is no column.
              START + "(?i:extract)\\s*\\(\\s*" + ANY_NAME + "(?=\\s+(?i:from)\\b)",
              START + "(?i:is\\s+(?:not\\s+)?(?:unknown|document|(?:nfk?[cd]\\s+)?normalized))\\b",
              START + "(?i:collate)\\s*" + ANY_NAME + "(?:\\s*\\.\\s*" + ANY_NAME + ")?",
              START + "(?i:operator)\\s*\\([^)]*\\)",
              "[)\\]](?:\\s*\\.\\s*" + ANY_NAME + ")++",
              QUOTED + "(?=" + NO_COLUMN + ")",
              "\"(?<quoted>(?:[^\"]++|\"\")*+)\"",
              START + "(?<bare>" + NAME + ")(?!" + NO_COLUMN + "|\\s*')"));

  private static final Pattern SEQUENCE =
      Pattern.compile(
          "(?i)\\b(?:nextval|currval)\\s*\\(\\s*'((?:[^']++|'')*+)'"
              + "\\s*(?:::\\s*(?:pg_catalog\\s*\\.\\s*)?regclass\\s*)?\\)");

  private static final int SEQUENCE_NAME = 1;

  private static final Pattern PART =
      Pattern.compile(
          "\\G\\s*(?:\"(?<quoted>(?:[^\"]++|\"\")++)\"|(?<bare>[^\".\\s]+))\\s*(\\.|$)");

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
      if (!name.isEmpty()) {
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
              ? SqlName.folded(matcher.group("bare"))
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

  /** The name that a token stands for, as PostgreSQL folds it; empty for all but a column's. */
  private static String nameIn(Matcher token) {
    if (token.group("quoted") != null) {
      return token.group("quoted").replace("\"\"", "\"");
    }
    String name = token.group("bare") == null ? "" : SqlName.folded(token.group("bare"));
    // The one word that may be a column and is none: what stands between values.
    return SqlName.isReserved(name) || name.equals("between") ? "" : name;
  }
}
