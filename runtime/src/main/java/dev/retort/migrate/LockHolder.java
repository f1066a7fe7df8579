package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Who has the migration lock.
 *
 * @param text what the server knows of it
 * @param end what ends it
 */
record LockHolder(String text, String end) {

  /** Operators by their schema too: others may have made more fitting ones in the search path. */
  private static final String HOLDERS =
      """
      SELECT l.pid, a.usename, a.application_name, pg_catalog.host(a.client_addr),
        pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'), a.state,
        pg_catalog.array_to_string(pg_catalog.pg_blocking_pids(l.pid), ', '), p.gid, p.owner,
        pg_catalog.to_char(p.prepared AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')
      FROM pg_catalog.pg_locks l
        LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid OPERATOR(pg_catalog.=) l.pid
        LEFT JOIN pg_catalog.pg_locks x ON l.pid IS NULL AND x.pid IS NULL
          AND x.virtualtransaction OPERATOR(pg_catalog.=) l.virtualtransaction
          AND x.locktype OPERATOR(pg_catalog.=) 'transactionid'
          AND EXISTS (SELECT FROM pg_catalog.pg_prepared_xacts own
                      WHERE own.transaction OPERATOR(pg_catalog.=) x.transactionid)
        LEFT JOIN pg_catalog.pg_prepared_xacts p
          ON p.transaction OPERATOR(pg_catalog.=) x.transactionid
      WHERE l.locktype OPERATOR(pg_catalog.=) 'advisory' AND l.granted
        AND l.objsubid OPERATOR(pg_catalog.=) 1
        AND l.database OPERATOR(pg_catalog.=)
          (SELECT d.oid FROM pg_catalog.pg_database d
           WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database())
        AND l.classid::pg_catalog.int8 OPERATOR(pg_catalog.=) ?
        AND l.objid::pg_catalog.int8 OPERATOR(pg_catalog.=) ?
      """;

  /** Where it is not known, or there are several. */
  static final String END_OF_SESSION = endOfSession("PID");

  /** Those who have the lock of that number; none where it has been released since. */
  static List<LockHolder> of(Connection connection, long key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLDERS)) {
      statement.setLong(1, key >>> 32);
      statement.setLong(2, key & 0xffffffffL);
      try (ResultSet rows = statement.executeQuery()) {
        List<LockHolder> holders = new ArrayList<>();
        while (rows.next()) {
          holders.add(of(rows));
        }
        return holders;
      }
    }
  }

  private static LockHolder of(ResultSet row) throws SQLException {
    String process = row.getString(1);
    if (process != null) {
      return session(
          process,
          told(", user ", row, 2, "")
              + told(", application ", row, 3, "")
              + told(", from ", row, 4, "")
              + told(", connected since ", row, 5, " UTC")
              + told(", ", row, 6, "")
              + told(", waiting for pid ", row, 7, ""));
    }
    String name = row.getString(8);
    return name == null
        ? new LockHolder("a prepared transaction that has ended since", END_OF_SESSION)
        : prepared(name, told(", user ", row, 9, "") + told(", prepared on ", row, 10, " UTC"));
  }

  static LockHolder session(String process, String more) {
    return new LockHolder("pid " + process + more, endOfSession(process));
  }

  static LockHolder prepared(String name, String more) {
    String quoted = literal(name);
    return new LockHolder(
        "prepared transaction " + quoted + more,
        "ROLLBACK PREPARED " + quoted + ", or COMMIT PREPARED " + quoted + " to keep what it did");
  }

  private static String endOfSession(String process) {
    return "SELECT pg_terminate_backend("
        + process
        + "), which rolls back what it has not committed";
  }

  /** The column's text with what surrounds it; nothing if there is none. */
  private static String told(String before, ResultSet row, int column, String after)
      throws SQLException {
    String text = row.getString(column);
    return text == null || text.isEmpty() ? "" : before + text + after;
  }
}
