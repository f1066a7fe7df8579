package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.MigrationFailedException;
import dev.retort.migrate.MigrationRefusedException;
import dev.retort.migrate.Transactions;
import dev.retort.testing.OneConnection;
import dev.retort.testing.RoundTrips;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class NothingToDoTest {

  private final TestDatabase database = TestDatabase.create();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isOneStatementAndOneRoundTripAndLoadsNothing(boolean autoCommit) throws SQLException {
    TestRegistry registry = chain(30);
    Retort.on(database.dataSource()).registry(registry).upgrade();
    int listings = registry.listings();
    int creations = registry.creations();

    try (OneConnection pool = countingConnection(autoCommit)) {
      UpgradeResult result = Retort.on(pool).registry(registry).upgrade();

      assertThat(result.changed()).isFalse();
      assertThat(RoundTrips.count()).isEqualTo(1);
      assertThat(pool.statements()).isEqualTo(1);
      assertThat(pool.getConnection().getAutoCommit()).isEqualTo(autoCommit);
    }
    assertThat(registry.listings()).isEqualTo(listings);
    assertThat(registry.creations()).isEqualTo(creations);
  }

  @Test
  void isVerifiedByOneStatementThatAReaderMayAsk() throws SQLException {
    TestRegistry registry = chain(30);
    Retort.on(database.dataSource()).registry(registry).upgrade();

    try (OneConnection pool = countingConnection(true)) {
      pool.getConnection().setReadOnly(true);
      Retort.on(pool).registry(registry).verify();

      assertThat(RoundTrips.count()).isEqualTo(1);
      assertThatThrownBy(() -> Retort.on(pool).registry(chain(32)).verify())
          .isInstanceOf(MigrationRefusedException.class)
          .hasMessageContainingAll("[RT535]", "lacks 2 revisions of this application: r30", "r31");
      assertThatThrownBy(() -> Retort.on(pool).registry(chain(29)).verify())
          .hasMessageContaining("[RT507]");
    }
  }

  @Test
  void somethingToDoIsOneRoundTripForEachRevision() throws SQLException {
    int revisions = 20;
    try (OneConnection pool = countingConnection(true)) {
      Retort.on(pool).registry(chain(revisions)).transactions(Transactions.PER_REVISION).upgrade();

      assertThat(RoundTrips.count()).isBetween(revisions, revisions + 10);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theConnectionIsGivenBackAsItCame(boolean autoCommit) throws SQLException {
    TestRegistry broken = TestRegistry.of(revision("x", op -> op.execute("SELECT 1/0")));
    try (OneConnection pool = countingConnection(autoCommit)) {
      Retort.on(pool).registry(chain(3)).schema("other").upgrade();
      try {
        Retort.on(pool).registry(broken).upgrade();
      } catch (MigrationFailedException expected) {
        assertThat(expected.revision()).isEqualTo("x");
      }

      Connection connection = pool.getConnection();
      assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  """
                  SELECT current_setting('search_path'), current_setting('lock_timeout'),
                    (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'
                      AND pid = pg_backend_pid())
                  """)) {
        row.next();
        assertThat(row.getString(1)).contains("$user", "public");
        assertThat(row.getString(2)).isEqualTo("0");
        assertThat(row.getInt(3)).isZero();
      }
    }
  }

  @Test
  void anApplicationWithoutRevisionsNeedsNoTables() throws SQLException {
    UpgradeResult result = Retort.on(database.dataSource()).registry(TestRegistry.of()).upgrade();

    assertThat(result).isEqualTo(new UpgradeResult(List.of(), List.of(), List.of()));
    try (Connection connection = database.connection();
        ResultSet tables = connection.getMetaData().getTables(null, "public", "%", null)) {
      assertThat(tables.next()).isFalse();
    }
  }

  private OneConnection countingConnection(boolean autoCommit) throws SQLException {
    PGSimpleDataSource source = database.dataSource();
    source.setSocketFactory(RoundTrips.class.getName());
    Connection connection = source.getConnection();
    connection.setAutoCommit(autoCommit);
    RoundTrips.reset();
    return new OneConnection(connection);
  }

  private static TestRegistry chain(int length) {
    List<TestRegistry.Entry> entries = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      String table = "t" + i;
      String[] down = i == 0 ? new String[0] : new String[] {"r" + (i - 1)};
      entries.add(
          revision(
              "r" + i,
              op -> {
                op.createTable(table, column("id", bigint()));
                op.addColumn(table, column("other", bigint()));
              },
              down));
    }
    return TestRegistry.of(entries);
  }
}
