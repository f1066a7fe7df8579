package dev.retort.migrate;

import dev.retort.revision.RevisionInfo;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a database is at. Apart from {@link VersionTable}, as it is all that a boot needs that
 * has nothing to do.
 */
final class RecordedHeads {

  private RecordedHeads() {}

  /**
   * What is recorded, without the history, in one statement and one round trip; nothing where there
   * is no such table.
   *
   * @param schema the namespace of Retort's tables
   */
  static RecordedState read(Connection connection, String schema) throws SQLException {
    List<AppliedHead> heads = new ArrayList<>();
    Optional<UnfinishedRevision> unfinished = Optional.empty();
    try (Statement statement = Session.plain(connection);
        ResultSet rows = statement.executeQuery(query(schema))) {
      while (rows.next()) {
        if (rows.getString(3) == null) {
          heads.add(new AppliedHead(rows.getString(1), rows.getString(2)));
        } else {
          unfinished =
              Optional.of(
                  new UnfinishedRevision(
                      rows.getString(1),
                      Direction.ofWord(rows.getString(3)),
                      rows.getInt(4),
                      rows.getString(2),
                      Optional.ofNullable(rows.getString(5))));
        }
      }
    } catch (SQLException e) {
      if (!SqlStates.isNoTable(e)) {
        throw e;
      }
    }
    if (heads.size() > 1) {
      heads.sort(Comparator.comparing(AppliedHead::revision));
    }
    return new RecordedState(heads, List.of(), unfinished);
  }

  /**
   * What a plan is made of: {@link #read}, with the history where that is needed to tell what is
   * wrong, and the role may read it.
   *
   * @param revisions the application's
   */
  static RecordedState readToPlan(
      Connection connection, String schema, List<RevisionInfo> revisions) throws SQLException {
    RecordedState state = read(connection, schema);
    if (state.agreesWith(revisions)) {
      return state;
    }
    try {
      return state.withHistory(new VersionTable(schema).readHistory(connection));
    } catch (SQLException e) {
      if (SqlStates.isNoPrivilege(e)) {
        return state;
      }
      throw e;
    }
  }

  private static String query(String schema) {
    return "SELECT revision, checksum, direction, done, reached FROM " + table(schema);
  }

  /** Quotes the name in any case, which takes no list of keywords. */
  private static String table(String schema) {
    return '"' + schema.replace("\"", "\"\"") + "\"." + VersionTable.VERSION;
  }
}
