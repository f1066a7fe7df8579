package dev.retort.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What a database records of its migrations; needs no revisions and no lock. */
public final class DatabaseRecords {

  /** The names of Retort's own tables, in whatever schema they are. */
  public static final List<String> TABLES = List.of(VersionTable.VERSION, VersionTable.HISTORY);

  private final DataSource dataSource;
  private final MigrationSettings settings;
  private final VersionTable table;

  /** The records of the data source's database in the namespace that the settings name. */
  public DatabaseRecords(DataSource dataSource, MigrationSettings settings) {
    this.dataSource = dataSource;
    this.settings = settings;
    this.table = new VersionTable(settings.schema());
  }

  /** The revisions that the database is at, by id; none where nothing was ever applied. */
  public List<AppliedHead> heads() {
    return read(connection -> RecordedHeads.read(connection, settings.schema()).heads());
  }

  /** The revision that was begun and has not ended, if there is one. */
  public Optional<UnfinishedRevision> unfinished() {
    return read(connection -> RecordedHeads.read(connection, settings.schema()).unfinished());
  }

  /** What was done to the database, oldest first. */
  public List<HistoryEntry> history() {
    return read(table::readHistory);
  }

  /** Creates what is missing of the tables and their schema. */
  public void ensure() {
    try (Session session = Session.open(dataSource)) {
      try {
        if (settings.locking() == Locking.TRANSACTION) {
          table.prepare(
              session.connection(), Optional.of(new TransactionLock(settings, LockWait.SILENT)));
          return;
        }
        AdvisoryLock lock =
            AdvisoryLock.acquire(session.connection(), settings.schema(), settings.lockWait());
        try {
          table.prepare(session.connection(), Optional.empty());
        } finally {
          lock.release();
        }
      } catch (SQLException e) {
        throw session.whileMigrating(e, settings.schema());
      }
    }
  }

  /** A question to the database. */
  public interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  /**
   * Asks something on a connection of its own, in autocommit mode.
   *
   * @throws dev.retort.problem.RetortException if that fails
   */
  public <T> T read(Reading<T> reading) {
    try (Session session = Session.open(dataSource)) {
      try {
        return reading.from(session.connection());
      } catch (SQLException e) {
        throw session.whileReading(e, settings.schema());
      }
    }
  }
}
