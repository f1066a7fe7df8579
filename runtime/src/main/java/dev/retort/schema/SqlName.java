package dev.retort.schema;

import java.util.HashSet;
import java.util.Set;
import java.util.StringTokenizer;

/** How a name is written in SQL. */
public final class SqlName {

  /**
   * The keywords of PostgreSQL 13 to 18 that cannot be a name everywhere: those of {@code
   * pg_get_keywords()} that are not of category U. PostgreSQL 18 has all of the older versions'.
   */
  private static final Set<String> KEYWORDS =
      words(
          """
          all analyse analyze and any array as asc asymmetric authorization between bigint
          binary bit boolean both case cast char character check coalesce collate collation
          column concurrently constraint create cross current_catalog current_date
          current_role current_schema current_time current_timestamp current_user dec decimal
          default deferrable desc distinct do else end except exists extract false fetch float
          for foreign freeze from full grant greatest group grouping having ilike in initially
          inner inout int integer intersect interval into is isnull join json json_array
          json_arrayagg json_exists json_object json_objectagg json_query json_scalar
          json_serialize json_table json_value lateral leading least left like limit localtime
          localtimestamp merge_action national natural nchar none normalize not notnull null
          nullif numeric offset on only or order out outer overlaps overlay placing position
          precision primary real references returning right row select session_user setof
          similar smallint some substring symmetric system_user table tablesample then time
          timestamp to trailing treat trim true union unique user using values varchar
          variadic verbose when where window with xmlattributes xmlconcat xmlelement xmlexists
          xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
          """);

  private SqlName() {}

  /** The name, in double quotes where needed: PostgreSQL's {@code quote_ident}. */
  public static String quoted(String name) {
    if (isPlain(name) && !KEYWORDS.contains(name)) {
      return name;
    }
    return '"' + name.replace("\"", "\"\"") + '"';
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
