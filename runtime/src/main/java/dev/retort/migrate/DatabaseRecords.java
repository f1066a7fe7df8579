package dev.retort.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Reads what a database records of its migrations; needs no revisions and no lock. */
public final class DatabaseRecords {

  private final DataSource dataSource;
  private final String schema;
  private final VersionTable table;

  /** The records in the given namespace of the data source's database. */
  public DatabaseRecords(DataSource dataSource, String schema) {
    this.dataSource = dataSource;
    this.schema = schema;
    this.table = new VersionTable(schema);
  }

  /** The revisions that the database is at, by id; none where nothing was ever applied. */
  public List<AppliedHead> heads() {
    return read(connection -> table.readHeads(connection).orElse(List.of()));
  }

  /** What was done to the database, oldest first. */
  public List<HistoryEntry> history() {
    return read(table::readHistory);
  }

  private interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  private <T> T read(Reading<T> reading) {
    try (Session session = Session.open(dataSource)) {
      try {
        return reading.from(session.connection());
      } catch (SQLException e) {
        throw session.whileReading(e, schema);
      }
    }
  }
}
