package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;

import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a session finds in its database and may do there, as far as migrating depends on it.
 *
 * @param database the database's name
 * @param role the role whose privileges count
 * @param loginRole the role that logged in, whose settings count
 * @param readOnly why the transaction can only read; empty if it can write
 * @param hasSchema whether the schema is there
 * @param hasVersion whether retort_version is there
 * @param hasHistory whether retort_history is there
 * @param missing what the role lacks to create, read and write the two tables
 * @param limited which of the timeouts are set that are not meant for migrations
 * @param lockTable how many locks the server's table of locks has room for, whoever holds them
 * @param idleTimeout how long the session may do nothing, as PostgreSQL says it; 0 for no limit
 * @param checkInterval how often the server looks whether its client is still there, while it runs
 *     a statement, as PostgreSQL says it; 0 if it does not, empty if it cannot
 * @param keepalive after how many seconds of silence the server's system asks for the client's
 *     host; 0 where there is none, or nobody knows
 */
record DatabaseAccess(
    String database,
    String role,
    String loginRole,
    Optional<ReadOnlyReason> readOnly,
    boolean hasSchema,
    boolean hasVersion,
    boolean hasHistory,
    List<MissingPrivilege> missing,
    List<String> limited,
    int lockTable,
    String idleTimeout,
    String checkInterval,
    int keepalive) {

  DatabaseAccess {
    missing = List.copyOf(missing);
    limited = List.copyOf(limited);
  }

  /**
   * Looks, in one statement that needs no privilege. Operators by their schema too, as others may
   * have made more fitting ones in the search path. A privilege on a column counts for SELECT and
   * INSERT, which name theirs. Names are looked up in the catalog because to_regclass fails where
   * USAGE on the schema is missing.
   */
  private static final String LOOK =
      """
      SELECT pg_catalog.current_database(), current_user, session_user,
        pg_catalog.current_setting('transaction_read_only')::pg_catalog.bool,
        pg_catalog.pg_is_in_recovery(),
        CASE WHEN pg_catalog.current_setting('default_transaction_read_only')::pg_catalog.bool THEN
          (SELECT source FROM pg_catalog.pg_settings
           WHERE name OPERATOR(pg_catalog.=) 'default_transaction_read_only')
        END,
        s.oid IS NOT NULL, v.oid IS NOT NULL, h.oid IS NOT NULL,
        CASE WHEN s.oid IS NULL AND NOT pg_catalog.has_database_privilege(
          pg_catalog.current_database(), 'CREATE') THEN 'CREATE' END,
        pg_catalog.concat_ws(',',
          CASE WHEN NOT pg_catalog.has_schema_privilege(s.oid, 'USAGE') THEN 'USAGE' END,
          CASE WHEN (v.oid IS NULL OR h.oid IS NULL)
            AND NOT pg_catalog.has_schema_privilege(s.oid, 'CREATE') THEN 'CREATE' END),
        pg_catalog.concat_ws(',',
          CASE WHEN NOT pg_catalog.has_any_column_privilege(v.oid, 'SELECT') THEN 'SELECT' END,
          CASE WHEN NOT pg_catalog.has_any_column_privilege(v.oid, 'INSERT') THEN 'INSERT' END,
          CASE WHEN NOT pg_catalog.has_table_privilege(v.oid, 'DELETE') THEN 'DELETE' END),
        pg_catalog.concat_ws(',',
          CASE WHEN NOT pg_catalog.has_any_column_privilege(h.oid, 'SELECT') THEN 'SELECT' END,
          CASE WHEN NOT pg_catalog.has_any_column_privilege(h.oid, 'INSERT') THEN 'INSERT' END),
        pg_catalog.concat_ws(',',
          CASE WHEN pg_catalog.current_setting('statement_timeout') OPERATOR(pg_catalog.<>) '0'
            THEN 'statement_timeout' END,
          CASE WHEN pg_catalog.current_setting('idle_in_transaction_session_timeout')
              OPERATOR(pg_catalog.<>) '0'
            THEN 'idle_in_transaction_session_timeout' END,
          CASE WHEN pg_catalog.current_setting('transaction_timeout', true)
              OPERATOR(pg_catalog.<>) '0'
            THEN 'transaction_timeout' END),
        least(2147483647,
          pg_catalog.current_setting('max_locks_per_transaction')::pg_catalog.int8
          OPERATOR(pg_catalog.*)
          (pg_catalog.current_setting('max_connections')::pg_catalog.int8
            OPERATOR(pg_catalog.+)
            pg_catalog.current_setting('max_prepared_transactions')::pg_catalog.int8)),
        coalesce(pg_catalog.current_setting('idle_session_timeout', true), '0'),
        coalesce(pg_catalog.current_setting('client_connection_check_interval', true), ''),
        pg_catalog.current_setting('tcp_keepalives_idle')::pg_catalog.int4
      FROM (VALUES (1)) AS one
        LEFT JOIN pg_catalog.pg_namespace s ON s.nspname OPERATOR(pg_catalog.=) %s
        LEFT JOIN pg_catalog.pg_class v ON v.relnamespace OPERATOR(pg_catalog.=) s.oid
          AND v.relname OPERATOR(pg_catalog.=) 'retort_version'
        LEFT JOIN pg_catalog.pg_class h ON h.relnamespace OPERATOR(pg_catalog.=) s.oid
          AND h.relname OPERATOR(pg_catalog.=) 'retort_history'
      """;

  /** What the connection's session may do, with Retort's tables in the given schema. */
  static DatabaseAccess of(Connection connection, String schema) throws SQLException {
    try (Statement statement = Session.plain(connection);
        ResultSet row = statement.executeQuery(LOOK.replace("%s", literal(schema)))) {
      row.next();
      String database = row.getString(1);
      List<MissingPrivilege> missing = new ArrayList<>();
      add(missing, row.getString(10), "DATABASE", quote(database));
      add(missing, row.getString(11), "SCHEMA", quote(schema));
      add(
          missing,
          row.getString(12),
          "TABLE",
          quote(QualifiedName.of(schema, VersionTable.VERSION)));
      add(
          missing,
          row.getString(13),
          "TABLE",
          quote(QualifiedName.of(schema, VersionTable.HISTORY)));
      boolean readOnly = row.getBoolean(4);
      String source = Optional.ofNullable(row.getString(6)).orElse("");
      return new DatabaseAccess(
          database,
          row.getString(2),
          row.getString(3),
          readOnly ? Optional.of(ReadOnlyReason.of(row.getBoolean(5), source)) : Optional.empty(),
          row.getBoolean(7),
          row.getBoolean(8),
          row.getBoolean(9),
          missing,
          row.getString(14).isEmpty() ? List.of() : List.of(row.getString(14).split(",")),
          row.getInt(15),
          row.getString(16),
          row.getString(17),
          row.getInt(18));
    }
  }

  private static void add(
      List<MissingPrivilege> missing, String privileges, String kind, String object) {
    if (privileges != null && !privileges.isEmpty()) {
      missing.add(new MissingPrivilege(List.of(privileges.split(",")), kind, object));
    }
  }

  /**
   * What the role lacks on the schema that PostgreSQL refused, which its message ends with in
   * English and most other languages; nothing if it refused something else.
   */
  static List<MissingPrivilege> onRefusedSchema(Connection connection, Throwable refusal)
      throws SQLException {
    String message =
        SqlStates.origin(refusal)
            .map(Secrets::message)
            .flatMap(m -> m.lines().findFirst())
            .orElse("");
    String sql =
        """
        SELECT nspname, pg_catalog.has_schema_privilege(oid, 'USAGE'),
          pg_catalog.has_schema_privilege(oid, 'CREATE')
        FROM pg_catalog.pg_namespace WHERE pg_catalog.left(nspname::text, 3) <> 'pg_'
        """;
    try (Statement statement = Session.plain(connection);
        ResultSet row = statement.executeQuery(sql)) {
      List<MissingPrivilege> missing = new ArrayList<>();
      while (row.next()) {
        List<String> privileges = new ArrayList<>();
        if (!row.getBoolean(2)) {
          privileges.add("USAGE");
        }
        if (!row.getBoolean(3)) {
          privileges.add("CREATE");
        }
        if (!privileges.isEmpty() && message.endsWith(" " + row.getString(1))) {
          missing.add(new MissingPrivilege(privileges, "SCHEMA", quote(row.getString(1))));
        }
      }
      return missing;
    }
  }
}
