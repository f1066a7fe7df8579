package dev.retort.postgres;

import dev.retort.schema.SchemaException;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of types: which are PostgreSQL's own, and how any of them is written in SQL. */
public final class TypeNames {

  /**
   * The types of PostgreSQL 13 to 18 that a column can have, as {@code format_type} spells them.
   * The multiranges came with version 14. Left out are the types that only the server's own catalog
   * uses.
   */
  private static final Set<String> BUILT_IN =
      Set.of(
          """
          "char"; aclitem; bigint; bit; bit varying; boolean; box; bytea; character;
          character varying; cid; cidr; circle; date; datemultirange; daterange;
          double precision; inet; int4multirange; int4range; int8multirange; int8range; integer;
          interval; interval year; interval month; interval day; interval hour; interval minute;
          interval second; interval year to month; interval day to hour; interval day to minute;
          interval day to second; interval hour to minute; interval hour to second;
          interval minute to second; json; jsonb; jsonpath; line; lseg; macaddr; macaddr8; money;
          name; numeric; nummultirange; numrange; oid; path; pg_lsn; pg_snapshot; point; polygon;
          real; refcursor; regclass; regcollation; regconfig; regdictionary; regnamespace; regoper;
          regoperator; regproc; regprocedure; regrole; regtype; smallint; text; tid;
          time with time zone; time without time zone; timestamp with time zone;
          timestamp without time zone; tsmultirange; tsquery; tsrange; tstzmultirange; tstzrange;
          tsvector; txid_snapshot; uuid; xid; xid8; xml
          """
              .strip()
              .split(";\\s+"));

  /** Spellings that people use rather than {@code format_type}'s. */
  private static final Set<String> SHORT =
      Set.of("varchar", "char", "int", "bool", "decimal", "timestamp", "timestamptz", "timetz");

  /** One part of a dotted name: in quotes as PostgreSQL writes it, or plain. */
  private static final Pattern PART =
      Pattern.compile("\\G\"((?:[^\"]|\"\")+)\"(\\.|$)|\\G([^\".]+)(\\.|$)");

  private TypeNames() {}

  /** Whether PostgreSQL has the type by itself, without an extension or a {@code CREATE TYPE}. */
  public static boolean isBuiltIn(SqlType type) {
    return BUILT_IN.contains(type.name());
  }

  /** All names that {@link #isBuiltIn} knows, sorted. */
  public static Set<String> builtIn() {
    return new TreeSet<>(BUILT_IN);
  }

  /** The name that the type's name is a typing error away from, if there is one. */
  public static Optional<String> nearest(SqlType type) {
    Set<String> candidates = builtIn();
    candidates.addAll(SHORT);
    return SchemaException.nearest(type.name(), candidates);
  }

  /**
   * The type as SQL spells it. A name that is not PostgreSQL's own is quoted where needed; {@code
   * namespace.name} is a name in a namespace, and a part that is in double quotes already is
   * understood.
   */
  public static String render(SqlType type) {
    String name = isBuiltIn(type) ? type.name() : quoted(type.name());
    return type.spell(name) + "[]".repeat(type.arrayDimensions());
  }

  private static String quoted(String name) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(name);
    int end = 0;
    while (end < name.length() && matcher.find()) {
      boolean plain = matcher.group(1) == null;
      parts.add(plain ? matcher.group(3) : matcher.group(1).replace("\"\"", "\""));
      end = matcher.end();
    }
    boolean understood = end == name.length() && !name.endsWith(".") && parts.size() <= 2;
    return understood
        ? parts.stream().map(Identifiers::quote).reduce((a, b) -> a + "." + b).orElseThrow()
        : Identifiers.quote(name);
  }
}
