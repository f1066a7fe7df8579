package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.AppliedHead;
import dev.retort.migrate.Direction;
import dev.retort.migrate.HistoryEntry;
import dev.retort.migrate.MigrationFailedException;
import dev.retort.migrate.MigrationListener;
import dev.retort.operation.Operations;
import dev.retort.revision.RevisionInfo;
import dev.retort.testing.OneConnection;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many revisions, each in a transaction of its own, are recorded by a statement that the server has
 * prepared, as any other would record them.
 */
class PreparedRecordTest {

  private static final int MANY = 25;

  private static final String PREPARED =
      "SELECT count(*) FROM pg_prepared_statements WHERE name LIKE 'retort%'";

  private final TestDatabase database = TestDatabase.create();

  @Test
  void recordsWhatStatementsOfTheirOwnWould() throws SQLException {
    String history =
        "SELECT string_agg(concat_ws(' ', revision, direction, checksum, applied_by,"
            + " retort_version, tag, started_at <= now(), duration_ms >= 0), '; ' ORDER BY id)"
            + " FROM retort_history";
    TestDatabase other = TestDatabase.create();
    for (int count = 1; count <= MANY; count++) {
      Retort.on(other.dataSource()).registry(chain(tables(count))).tag("v1").upgrade();
    }

    try (OneConnection pool = new OneConnection(database.connection())) {
      Retort.on(pool).registry(chain(tables(1))).tag("v1").upgrade();
      UpgradeResult result = Retort.on(pool).registry(chain(tables(MANY))).tag("v1").upgrade();

      assertThat(result.applied()).hasSize(MANY - 1);
      assertThat(text(pool, PREPARED)).isEqualTo("0");
    }
    assertThat(database.text(history)).isEqualTo(other.text(history)).contains("r24 upgrade", "v1");
    assertThat(database.text("SELECT string_agg(revision || checksum, ' ') FROM retort_version"))
        .isEqualTo(other.text("SELECT string_agg(revision || checksum, ' ') FROM retort_version"));
    assertThat(database.text("SELECT count(DISTINCT xmin::text) FROM retort_history"))
        .isEqualTo(String.valueOf(MANY));
  }

  @Test
  void isGoneBeforeSqlOfARevisionRuns() throws SQLException {
    List<Consumer<Operations>> revisions = new ArrayList<>(tables(MANY));
    revisions.add(op -> op.execute("CREATE TABLE seen AS " + PREPARED));
    revisions.add(op -> op.dropTable("t3"));

    try (OneConnection pool = new OneConnection(database.connection())) {
      Retort.on(pool).registry(chain(tables(1))).upgrade();
      Retort.on(pool).registry(chain(revisions)).upgrade();

      assertThat(text(pool, PREPARED)).isEqualTo("0");
    }
    assertThat(database.text("SELECT count FROM seen")).isEqualTo("0");
    assertThat(Retort.on(database.dataSource()).registry(chain(revisions)).current())
        .extracting(AppliedHead::revision)
        .containsExactly("r" + (MANY + 1));
  }

  @Test
  void isDoneWithoutWhereTheSessionHasOneOfThatName() throws SQLException {
    try (OneConnection pool = new OneConnection(database.connection())) {
      Retort.on(pool).registry(chain(tables(1))).upgrade();
      try (Statement statement = pool.getConnection().createStatement()) {
        statement.execute("PREPARE retort_record AS SELECT 1");
      }

      assertThat(Retort.on(pool).registry(chain(tables(MANY))).upgrade().applied())
          .hasSize(MANY - 1);
      assertThat(text(pool, PREPARED)).as("which is not Retort's own").isEqualTo("1");
    }
    assertThat(database.text("SELECT count(*) FROM retort_history"))
        .isEqualTo(String.valueOf(MANY));
  }

  @Test
  void aRevisionThatFailsLeavesThoseBeforeItAndNothingInTheSession() throws SQLException {
    List<Consumer<Operations>> revisions = new ArrayList<>(tables(MANY));
    revisions.set(15, op -> op.dropTable("nowhere"));

    try (OneConnection pool = new OneConnection(database.connection())) {
      Retort.on(pool).registry(chain(tables(1))).upgrade();
      assertThatThrownBy(() -> Retort.on(pool).registry(chain(revisions)).upgrade())
          .isInstanceOfSatisfying(
              MigrationFailedException.class, e -> assertThat(e.revision()).isEqualTo("r15"));
      assertThat(text(pool, PREPARED)).isEqualTo("0");

      Retort repaired = Retort.on(pool).registry(chain(tables(MANY)));
      assertThat(repaired.upgrade().applied()).hasSize(MANY - 15);
      assertThat(repaired.history())
          .extracting(HistoryEntry::revision)
          .containsExactlyElementsOf(IntStream.range(0, MANY).mapToObj(i -> "r" + i).toList());
    }
  }

  @Test
  void headsThatSomebodyElseChangedAreNotedAsEver() throws SQLException {
    Retort.on(database.dataSource()).registry(chain(tables(1))).upgrade();
    MigrationListener meddler =
        new MigrationListener() {
          @Override
          public void started(Direction direction, RevisionInfo revision) {
            if (revision.id().equals("r20")) {
              execute("DELETE FROM retort_version");
            }
          }
        };

    assertThatThrownBy(
            () ->
                Retort.on(database.dataSource())
                    .registry(chain(tables(MANY)))
                    .listener(meddler)
                    .upgrade())
        .hasMessageContainingAll("[RT526]", "r20");

    assertThat(
            database.text("SELECT to_regclass('t19') IS NOT NULL AND to_regclass('t20') IS NULL"))
        .isEqualTo("t");
  }

  private void execute(String sql) {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Consumer<Operations>> tables(int count) {
    List<Consumer<Operations>> revisions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String table = "t" + i;
      revisions.add(op -> op.createTable(table, column("id", bigint())));
    }
    return revisions;
  }

  private static TestRegistry chain(List<Consumer<Operations>> revisions) {
    return TestRegistry.of(TestRegistry.chain(revisions));
  }

  private static String text(OneConnection pool, String query) throws SQLException {
    try (Statement statement = pool.getConnection().createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
