package dev.retort.schema;

import java.util.Set;
import java.util.TreeSet;

/**
 * The types that every PostgreSQL from 13 to 18 has, spelled as its {@code format_type} spells
 * them. Multirange types came with 14.
 */
final class BuiltInTypes {

  private static final Set<String> NAMES =
      new TreeSet<>(
          Set.of(
              // numbers
              "smallint",
              "integer",
              "bigint",
              "numeric",
              "real",
              "double precision",
              "money",
              // text and bytes
              "character",
              "character varying",
              "text",
              "name",
              "bytea",
              "bit",
              "bit varying",
              // date and time
              "date",
              "time without time zone",
              "time with time zone",
              "timestamp without time zone",
              "timestamp with time zone",
              "interval",
              // logic, documents, ids
              "boolean",
              "uuid",
              "json",
              "jsonb",
              "jsonpath",
              "xml",
              "tsvector",
              "tsquery",
              // networks
              "inet",
              "cidr",
              "macaddr",
              "macaddr8",
              // geometry
              "point",
              "line",
              "lseg",
              "box",
              "path",
              "polygon",
              "circle",
              // ranges
              "int4range",
              "int8range",
              "numrange",
              "tsrange",
              "tstzrange",
              "daterange",
              "int4multirange",
              "int8multirange",
              "nummultirange",
              "tsmultirange",
              "tstzmultirange",
              "datemultirange",
              // the system's own
              "oid",
              "regclass",
              "regtype",
              "regproc",
              "regprocedure",
              "regrole",
              "regnamespace",
              "xid",
              "xid8",
              "cid",
              "tid",
              "pg_lsn",
              "pg_snapshot",
              "txid_snapshot"));

  private BuiltInTypes() {}

  static boolean contains(String name) {
    return NAMES.contains(name);
  }

  static Set<String> names() {
    return NAMES;
  }
}
