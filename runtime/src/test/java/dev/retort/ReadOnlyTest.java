package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.Direction;
import dev.retort.migrate.MigrationFailedException;
import dev.retort.migrate.MigrationListener;
import dev.retort.migrate.MigrationRefusedException;
import dev.retort.operation.Operations;
import dev.retort.revision.RevisionInfo;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.OneConnection;
import dev.retort.testing.StandbyServer;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import dev.retort.testing.TestRole;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Sessions that can only read: told as that, whatever makes them so, before anything is run. */
class ReadOnlyTest {

  private static final String ON = " SET default_transaction_read_only = on";

  private final TestDatabase database = TestDatabase.create();
  private final String name = database.dataSource().getDatabaseName();
  private final Retort owner = retort(database.dataSource());

  @Test
  void becauseOfTheDatabase() throws SQLException {
    database.execute("ALTER DATABASE " + name + ON);

    assertReadOnly(
        database.dataSource(),
        "default_transaction_read_only is on for the database",
        "run ALTER DATABASE " + name + " RESET default_transaction_read_only;",
        "ALTER ROLE " + database.user() + " IN DATABASE " + name + " SET");
  }

  @Test
  void becauseOfTheRole() throws SQLException {
    try (TestRole role = new TestRole(database)) {
      database.execute("GRANT CREATE ON SCHEMA public TO " + role.quoted());
      database.execute("ALTER ROLE " + role.quoted() + ON);

      assertReadOnly(
          role.dataSource(),
          "is on for role " + role.name(),
          "run ALTER ROLE " + role.quoted() + " RESET default_transaction_read_only;");
      database.execute("ALTER ROLE " + role.quoted() + " RESET ALL");
      assertThat(retort(role.dataSource()).upgrade().to()).containsExactly("a");
    }
  }

  @Test
  void becauseOfTheRoleInThisDatabase() throws SQLException {
    try (TestRole role = new TestRole(database)) {
      database.execute("ALTER ROLE " + role.quoted() + " IN DATABASE " + name + ON);

      assertReadOnly(
          role.dataSource(),
          "is on for role " + role.name() + " in the database",
          "run ALTER ROLE " + role.quoted() + " IN DATABASE " + name + " RESET");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"always", "transaction"})
  void becauseOfAReadOnlyConnection(String mode) throws SQLException {
    PGSimpleDataSource source = database.dataSource();
    source.setReadOnly(true);
    source.setReadOnlyMode(mode);

    assertReadOnly(
        source, "hands out connections that are set read-only", "a data source that may write");
  }

  @Test
  void becauseOfTheUrl() throws SQLException {
    PGSimpleDataSource source = database.dataSource();
    source.setOptions("-c default_transaction_read_only=on");

    assertReadOnly(source, "is on for the connection", "out of the data source's URL");
  }

  @Test
  void becauseTheServerIsAStandby() throws IOException {
    try (StandbyServer standby = new StandbyServer()) {
      Retort onStandby = retort(standby.dataSource());

      assertThatThrownBy(onStandby::upgrade)
          .isInstanceOf(MigrationRefusedException.class)
          .hasMessageContainingAll(
              "[RT524] Database postgres must be migrated",
              "the server is a standby",
              "targetServerType=primary");
      assertThat(onStandby.current()).isEmpty();
      assertThat(retort(standby.dataSource(), TestRegistry.of()).upgrade().changed()).isFalse();
    }
  }

  @Test
  void isNoProblemWhereThereIsNothingToDo() throws SQLException {
    owner.upgrade();
    database.execute("ALTER DATABASE " + name + ON);

    assertThat(owner.upgrade().changed()).isFalse();
    assertThat(owner.history()).hasSize(1);
    assertThatThrownBy(() -> owner.downgrade("base")).hasMessageContaining("[RT524]");
    assertThatThrownBy(() -> owner.stamp("base")).hasMessageContaining("[RT524]");
    assertThat(owner.current()).hasSize(1);
  }

  @Test
  void aRevisionThatMakesItsTransactionReadOnly() throws SQLException {
    Retort retort =
        retort(
            database.dataSource(),
            op -> {
              op.execute("SET TRANSACTION READ ONLY");
              op.createTable("t", column("n", bigint()));
            });

    assertThatThrownBy(retort::upgrade)
        .isInstanceOf(MigrationFailedException.class)
        .hasMessageContainingAll(
            "[RT524] Revision a (revision a) could only read at ReadOnlyTest.java:",
            "create table t",
            "[SQLSTATE 25006]",
            "the revision itself may have");
    assertThat(CatalogFacts.all().of(database)).isEmpty();
  }

  @Test
  void aSessionThatBecomesReadOnlyOnTheWay() throws SQLException {
    try (OneConnection pool = new OneConnection(database.connection())) {
      MigrationListener between =
          new MigrationListener() {
            @Override
            public void started(Direction direction, RevisionInfo next) {
              try (Statement statement = pool.getConnection().createStatement()) {
                statement.execute("SET default_transaction_read_only = on");
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            }
          };

      assertThatThrownBy(() -> retort(pool).listener(between).upgrade())
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageContainingAll("[RT524] Revision a", "cannot any more", "for the connection");
    }
    assertThat(CatalogFacts.all().of(database)).isEmpty();
  }

  private void assertReadOnly(DataSource source, String why, String... fix) throws SQLException {
    try (OneConnection pool = new OneConnection(source.getConnection())) {
      for (DataSource each : new DataSource[] {source, pool}) {
        assertThatThrownBy(() -> retort(each).upgrade())
            .isInstanceOf(MigrationRefusedException.class)
            .hasMessageContainingAll("[RT524] Database " + name + " must be migrated", why)
            .hasMessageContainingAll(fix);
      }
      assertThat(pool.getConnection().getAutoCommit()).isTrue();
    }
    try (Connection connection = database.connection();
        ResultSet tables = connection.getMetaData().getTables(null, "public", "%", null)) {
      assertThat(tables.next()).isFalse();
    }
  }

  private static Retort retort(DataSource source) {
    return retort(source, op -> op.createTable("t", column("n", bigint())));
  }

  private static Retort retort(DataSource source, Consumer<Operations> script) {
    return retort(
        source, TestRegistry.of(revision("a", script).back(op -> op.execute("SELECT 1"))));
  }

  private static Retort retort(DataSource source, TestRegistry registry) {
    return Retort.on(source).registry(registry);
  }
}
