package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class AdvisoryLockTest {

  private final TestDatabase database = TestDatabase.create();

  @Test
  void namesTheHolderWhenTheWaitIsOver() throws SQLException {
    PGSimpleDataSource holder = database.dataSource();
    holder.setApplicationName("billing-7");
    try (Connection held = holder.getConnection();
        Connection other = database.connection()) {
      AdvisoryLock.acquire(held, "public", Duration.ZERO);
      int pid = held.unwrap(org.postgresql.PGConnection.class).getBackendPID();

      assertThatThrownBy(() -> AdvisoryLock.acquire(other, "public", Duration.ofMillis(100)))
          .isInstanceOf(MigrationLockException.class)
          .hasMessageContainingAll(
              "[RT506]",
              "longer than 100 ms",
              "pid " + pid,
              "user " + database.user(),
              "application billing-7",
              "connected since ",
              "pg_terminate_backend");
      assertThat(other.getAutoCommit()).isTrue();
    }
  }

  /** Which is left by a program that died between the two phases of its commit. */
  @Test
  void namesThePreparedTransactionThatHoldsIt() throws SQLException {
    assumeThat(database.text("SHOW max_prepared_transactions")).isNotEqualTo("0");
    String name = "o'clock pid 7 " + database.dataSource().getDatabaseName();
    try (Connection held = database.connection();
        Statement statement = held.createStatement();
        Connection other = database.connection()) {
      held.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(" + AdvisoryLock.key("public") + ")");
      statement.execute("CREATE TABLE t ()");
      statement.execute("PREPARE TRANSACTION " + literal(name));
      held.setAutoCommit(true);
      try {
        assertThatThrownBy(() -> AdvisoryLock.acquire(other, "public", Duration.ZERO))
            .isInstanceOf(MigrationLockException.class)
            .hasMessageContainingAll(
                "[RT506]",
                "held by prepared transaction " + literal(name) + ", user " + database.user(),
                "ROLLBACK PREPARED " + literal(name) + ", or COMMIT PREPARED " + literal(name));
      } finally {
        statement.execute("ROLLBACK PREPARED " + literal(name));
      }
      AdvisoryLock.acquire(other, "public", Duration.ZERO).release();
    }
  }

  /** Whoever may create something in a schema of the search path is not to run it here. */
  @Test
  void asksWithPostgresqlsOwnOperatorsAlone() throws SQLException {
    database.execute(
        """
        CREATE FUNCTION public.trap(text, int) RETURNS text LANGUAGE plpgsql AS
          'BEGIN RAISE EXCEPTION ''trapped''; END';
        CREATE OPERATOR public.|| (FUNCTION = public.trap, LEFTARG = text, RIGHTARG = int)
        """);
    try (Connection held = database.connection();
        Connection other = database.connection()) {
      AdvisoryLock.acquire(held, "public", Duration.ZERO);
      assertThatThrownBy(() -> AdvisoryLock.acquire(other, "public", Duration.ZERO))
          .isInstanceOf(MigrationLockException.class)
          .hasMessageContaining("held by pid ");
    }
  }

  /** Counts how often it is asked, and says when it is over. */
  private static final class Waiting implements LockWait {

    private final List<List<String>> told = new ArrayList<>();
    private final int over;
    private int asked;

    Waiting(int over) {
      this.over = over;
    }

    @Override
    public void told(List<String> holders) {
      told.add(holders);
    }

    @Override
    public boolean isOver() {
      asked++;
      return asked == over;
    }
  }

  @Test
  void tellsOnceForWhomItWaitsWhereThatTakesLong() throws SQLException {
    Waiting waiting = new Waiting(Integer.MAX_VALUE);
    try (Connection held = database.connection();
        Connection other = database.connection()) {
      AdvisoryLock.acquire(held, "public", Duration.ZERO, waiting).orElseThrow().release();
      assertThat(waiting.told).as("where nobody has it").isEmpty();

      AdvisoryLock.acquire(held, "public", Duration.ZERO);
      assertThatThrownBy(
              () -> AdvisoryLock.acquire(other, "public", Duration.ofMillis(200), waiting))
          .isInstanceOf(MigrationLockException.class);
      assertThat(waiting.told).as("where the wait is short").isEmpty();

      int pid = held.unwrap(org.postgresql.PGConnection.class).getBackendPID();
      assertThatThrownBy(
              () -> AdvisoryLock.acquire(other, "public", Duration.ofMillis(2500), waiting))
          .isInstanceOf(MigrationLockException.class);

      assertThat(waiting.told).hasSize(1);
      assertThat(waiting.told.get(0))
          .singleElement()
          .asString()
          .startsWith("pid " + pid + ", user ");
    }
  }

  @Test
  void waitsNoLongerThanTheLockIsNeeded() throws SQLException {
    Waiting waiting = new Waiting(3);
    try (Connection looker = database.connection();
        Statement statement = looker.createStatement();
        Connection other = database.connection()) {
      statement.execute("SELECT pg_advisory_lock_shared(" + AdvisoryLock.key("public") + ")");

      assertThat(AdvisoryLock.acquire(other, "public", Duration.ofMinutes(1), waiting)).isEmpty();

      assertThat(waiting.asked).isEqualTo(3);
      statement.execute("SELECT pg_advisory_unlock_all()");
      AdvisoryLock.acquire(looker, "public", Duration.ZERO).release();
    }
  }

  @Test
  void everySchemaHasItsOwn() throws SQLException {
    try (Connection one = database.connection();
        Connection other = database.connection()) {
      AdvisoryLock first = AdvisoryLock.acquire(one, "public", Duration.ZERO);
      AdvisoryLock.acquire(other, "tenant", Duration.ZERO).release();
      first.release();
      AdvisoryLock.acquire(other, "public", Duration.ZERO).release();
    }
    assertThat(AdvisoryLock.key("public")).isNotEqualTo(AdvisoryLock.key("tenant"));
  }

  @Test
  void isFreeWhenItsConnectionEnds() throws SQLException {
    try (Connection gone = database.connection()) {
      AdvisoryLock.acquire(gone, "public", Duration.ZERO);
    }
    try (Connection other = database.connection()) {
      AdvisoryLock.acquire(other, "public", Duration.ofSeconds(10)).release();
    }
  }

  @Test
  void aWaitCanBeInterrupted() throws SQLException {
    try (Connection held = database.connection()) {
      AdvisoryLock.acquire(held, "public", Duration.ZERO);
      Migrator migrator =
          new Migrator(
              database.dataSource(),
              TestRegistry.of(TestRegistry.revision("a", op -> {})),
              MigrationSettings.DEFAULT,
              MigrationListener.NONE);
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> migrator.migrate(MigrationRequest.upgrade("head")))
          .isInstanceOf(MigrationLockException.class)
          .hasMessageContainingAll("[RT516]", "waited for the migration lock");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aConnectionThatIsCutWhileItWaitsIsSaidToBe() throws Exception {
    PGSimpleDataSource waiting = database.dataSource();
    waiting.setApplicationName("waiting");
    Migrator migrator =
        new Migrator(
            waiting,
            TestRegistry.of(TestRegistry.revision("a", op -> {})),
            MigrationSettings.DEFAULT,
            MigrationListener.NONE);
    try (Connection held = database.connection()) {
      AdvisoryLock.acquire(held, "public", Duration.ZERO);
      CompletableFuture<MigrationOutcome> boot =
          CompletableFuture.supplyAsync(() -> migrator.migrate(MigrationRequest.upgrade("head")));
      assertThat(terminated("waiting")).isTrue();

      assertThatThrownBy(() -> boot.get(30, TimeUnit.SECONDS))
          .cause()
          .isInstanceOf(DatabaseUnavailableException.class)
          .hasMessageContaining("[RT503]");
    }
  }

  /** Ends the named application's connection as soon as it polls for the lock. */
  private boolean terminated(String application) throws Exception {
    String sql =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND query LIKE '%pg_try_advisory_lock%' AND state = 'idle'"
            + " AND application_name = '"
            + application
            + "'";
    for (int attempt = 0; attempt < 300; attempt++) {
      try (Connection connection = database.connection();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        if (row.next()) {
          return row.getBoolean(1);
        }
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return false;
  }
}
