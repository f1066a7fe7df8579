package dev.retort.schema;

import java.util.HashSet;
import java.util.Set;
import java.util.StringTokenizer;

/** How a name is written in SQL. */
public final class SqlName {

  /**
   * The keywords of PostgreSQL 13 to 18 that cannot be a name everywhere: those of {@code
   * pg_get_keywords()} that are not of category U. PostgreSQL 18 has all of the older versions'.
   * These are of category C: without quotes they are columns.
   */
  private static final Set<String> COLUMN_NAMES =
      words(
          """
          between bigint bit boolean char character coalesce dec decimal exists extract float
          greatest grouping inout int integer interval json json_array json_arrayagg
          json_exists json_object json_objectagg json_query json_scalar json_serialize
          json_table json_value least merge_action national nchar none normalize nullif
          numeric out overlay position precision real row setof smallint substring time
          timestamp treat trim values varchar xmlattributes xmlconcat xmlelement xmlexists
          xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
          """);

  /** The others, of categories R and T. */
  private static final Set<String> RESERVED =
      words(
          """
          all analyse analyze and any array as asc asymmetric authorization binary both case
          cast check collate collation column concurrently constraint create cross
          current_catalog current_date current_role current_schema current_time
          current_timestamp current_user default deferrable desc distinct do else end except
          false fetch for foreign freeze from full grant group having ilike in initially
          inner intersect into is isnull join lateral leading left like limit localtime
          localtimestamp natural not notnull null offset on only or order outer overlaps
          placing primary references returning right select session_user similar some
          symmetric system_user table tablesample then to trailing true union unique user
          using variadic verbose when where window with
          """);

  private SqlName() {}

  /** The name, in double quotes where needed: PostgreSQL's {@code quote_ident}. */
  public static String quoted(String name) {
    if (isPlain(name) && !RESERVED.contains(name) && !COLUMN_NAMES.contains(name)) {
      return name;
    }
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Whether the word, in lower case and without quotes, is never the name of a column. */
  static boolean isReserved(String word) {
    return RESERVED.contains(word);
  }

  /** The name that a word without quotes stands for: PostgreSQL folds what is ASCII, no more. */
  static String folded(String word) {
    StringBuilder folded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return folded.toString();
  }

  /** What PostgreSQL reads back unchanged without quotes, unless it is a keyword. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean starts = (c >= 'a' && c <= 'z') || c == '_';
      if (!starts && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    StringTokenizer tokens = new StringTokenizer(text);
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }
}
