package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.retort.migrate.Direction;
import dev.retort.migrate.MigrationListener;
import dev.retort.revision.RevisionInfo;
import dev.retort.testing.OneConnection;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The server notices soon that a process which migrates is gone, also in the middle of a statement.
 */
class LostProcessTest {

  private static final String SETTINGS =
      "SELECT current_setting('client_connection_check_interval') || ' '"
          + " || current_setting('tcp_keepalives_idle')";

  private final TestDatabase database = TestDatabase.create();

  @BeforeEach
  void needsAServerThatCan() throws SQLException {
    try (Connection connection = database.connection()) {
      assumeThat(connection.getMetaData().getDatabaseMajorVersion())
          .as("client_connection_check_interval came with PostgreSQL 14")
          .isGreaterThanOrEqualTo(14);
    }
  }

  @Test
  void theSessionIsAsItWasAfterwards() throws SQLException {
    try (Connection connection = database.connection();
        OneConnection pool = new OneConnection(connection)) {
      String before = setting(connection);
      List<String> during = new ArrayList<>();
      MigrationListener looking =
          new MigrationListener() {
            @Override
            public void planned(Direction direction, List<RevisionInfo> revisions) {
              try {
                during.add(setting(connection));
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            }
          };

      Retort.on(pool)
          .listener(looking)
          .registry(TestRegistry.of(revision("a", op -> op.createTable("t"))))
          .upgrade();

      assertThat(during).containsExactly("1s 30");
      assertThat(setting(connection)).isEqualTo(before).startsWith("0 ");
    }
  }

  @Test
  void theNextProcessNeedNotWaitForTheStatementOfOneThatWasKilled() throws Exception {
    Process killed = CrashProcess.start(database, Sleeper.class);
    String sleeping =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND query = 'SELECT pg_sleep(300)' AND state = 'active'";
    while (database.text(sleeping).equals("0")) {
      assertThat(killed.isAlive()).isTrue();
      Thread.sleep(50);
    }
    killed.destroyForcibly().waitFor();

    UpgradeResult next =
        Retort.on(database.dataSource())
            .lockWaitTimeout(Duration.ofSeconds(60))
            .registry(
                TestRegistry.of(revision("b", op -> op.createTable("t", column("id", bigint())))))
            .upgrade();

    assertThat(next.to()).containsExactly("b");
  }

  /** Migrates, and takes five minutes for it. */
  static final class Sleeper {

    private Sleeper() {}

    public static void main(String[] arguments) {
      TestDatabase database = new TestDatabase(arguments[0], arguments[1], arguments[2]);
      Retort.on(database.dataSource())
          .registry(TestRegistry.of(revision("a", op -> op.execute("SELECT pg_sleep(300)"))))
          .upgrade();
    }
  }

  private static String setting(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SETTINGS)) {
      row.next();
      return row.getString(1);
    }
  }
}
