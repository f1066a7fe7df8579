package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.Hypertable.hypertable;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.timestamptz;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.retort.migrate.BookkeepingException;
import dev.retort.migrate.CredentialsRefusedException;
import dev.retort.migrate.DatabaseUnavailableException;
import dev.retort.migrate.MigrationRefusedException;
import dev.retort.problem.RetortException;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.OneConnection;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What is refused before anything in the database is changed. */
class RefusalTest {

  private static final TestRegistry.Entry A =
      revision("a1", op -> op.createTable("t", column("n", bigint())));
  private static final TestRegistry.Entry B =
      revision("b2", op -> op.addColumn("t", column("m", bigint())), "a1");
  private static final TestRegistry.Entry C = revision("c3", op -> op.createTable("u"), "b2");
  private static final TestRegistry OLD = TestRegistry.of(A, B);
  private static final TestRegistry NEW = TestRegistry.of(A, B, C);

  private final TestDatabase database = TestDatabase.create();
  private final Retort retort = Retort.on(database.dataSource());

  @Test
  void aDatabaseAheadOfTheCode() throws SQLException {
    retort.registry(NEW).upgrade();

    assertRefused(
        OLD, "RT507", "revision c3", "applied on 20", "by " + database.user() + "@", "b2");
    assertThatThrownBy(() -> retort.registry(OLD).downgrade("base")).hasMessageContaining("RT507");
  }

  @Test
  void aRevisionThatWasEditedAfterItWasApplied() throws SQLException {
    retort.registry(NEW).upgrade();
    TestRegistry.Entry edited =
        revision("b2", op -> op.addColumn("t", column("m", bigint()).notNull()), "a1");

    assertRefused(TestRegistry.of(A, edited, C), "RT508", "Revision b2 is not what was applied");
  }

  @Test
  void butNotOneThatOnlyReadsDifferently() {
    retort.registry(NEW).upgrade();
    TestRegistry.Entry rewritten =
        revision(
            "b2",
            op -> {
              String table = "t";
              op.addColumn(table, column("m", bigint()));
            },
            "a1");

    assertThat(retort.registry(TestRegistry.of(A, rewritten, C)).upgrade().changed()).isFalse();
  }

  @Test
  void aRevisionThatRecordsSomethingElseThanWhenItWasCompiled() throws SQLException {
    int[] recordings = {0};
    TestRegistry.Entry unsteady = revision("b2", op -> op.createTable("u" + recordings[0]++), "a1");

    assertRefused(
        TestRegistry.of(A, unsteady).withoutStatements(),
        "RT521",
        "Revision b2",
        "create table u1");
  }

  @Test
  void aDowngradeThatLeavesTheRevisionBehind() throws SQLException {
    TestRegistry noWayBack = TestRegistry.of(A, B, C.back(op -> op.dropTable("u")));
    retort.registry(noWayBack).upgrade();
    SortedSet<String> before = CatalogFacts.all().of(database);

    assertThatThrownBy(() -> retort.registry(noWayBack).downgrade("a1"))
        .isInstanceOf(MigrationRefusedException.class)
        .hasMessageContainingAll("[RT522] The downgrade of revision b2", "records nothing");
    assertThat(CatalogFacts.all().of(database)).isEqualTo(before);
    assertThat(retort.history()).hasSize(3);
    assertThat(retort.registry(noWayBack).downgrade("b2").changed()).isTrue();
  }

  @Test
  void aRegistryThatHasARevisionTwice() {
    RevisionRegistry twice =
        new RevisionRegistry() {
          @Override
          public Map<String, String> heads() {
            return OLD.heads();
          }

          @Override
          public List<RevisionInfo> revisions() {
            return List.of(OLD.revisions().get(0), OLD.revisions().get(0));
          }

          @Override
          public Revision create(String id) {
            return OLD.create(id);
          }
        };

    assertThatThrownBy(() -> retort.registry(twice).upgrade())
        .isInstanceOf(MigrationRefusedException.class)
        .hasMessageContainingAll("[RT517]", "a1");
  }

  @Test
  void aConnectionThatIsBrokenIsGivenBack() throws SQLException {
    try (Connection connection = database.connection()) {
      PGSimpleDataSource broken =
          new PGSimpleDataSource() {
            private static final long serialVersionUID = 1L;

            @Override
            public Connection getConnection() {
              return failingAt("getAutoCommit", connection);
            }
          };

      assertThatThrownBy(() -> Retort.on(broken).registry(OLD).upgrade())
          .isInstanceOf(DatabaseUnavailableException.class)
          .hasMessageContaining("[RT503]");
      assertThat(connection.isClosed()).isTrue();
    }
  }

  private static Connection failingAt(String name, Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            RefusalTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals(name)) {
                throw new SQLException("broken", "08006");
              }
              return method.invoke(connection, arguments);
            });
  }

  @Test
  void aTargetThatIsNotThere() throws SQLException {
    retort.registry(OLD).upgrade();

    assertThatThrownBy(() -> retort.registry(OLD).upgrade("zz"))
        .isInstanceOf(MigrationRefusedException.class)
        .hasMessageContainingAll("[RT509]", "'zz'", "the head is b2");
    assertThatThrownBy(() -> retort.registry(OLD).downgrade("-3")).hasMessageContaining("[RT511]");
    assertThatThrownBy(() -> retort.registry(OLD).stamp("zz")).hasMessageContaining("[RT509]");
  }

  @Test
  void nothingIsCreatedForARefusal() throws SQLException {
    assertThatThrownBy(() -> retort.registry(OLD).schema("app").upgrade("zz"))
        .hasMessageContaining("[RT509]");

    database.execute("CREATE SCHEMA app");
  }

  @Test
  void noServer() throws IOException {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    int freePort;
    try (ServerSocket socket = new ServerSocket(0)) {
      freePort = socket.getLocalPort();
    }
    nowhere.setUrl("jdbc:postgresql://localhost:" + freePort + "/app?password=s3cret");

    assertThatThrownBy(() -> Retort.on(nowhere).registry(OLD).upgrade())
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContainingAll("[RT503]", "localhost:" + freePort, "[SQLSTATE 08001]")
        .satisfies(RefusalTest::tellsNoPassword);
    assertThatThrownBy(() -> Retort.on(nowhere).current()).hasMessageContaining("[RT503]");
  }

  @Test
  void aConnectionThatWasIdleForTooLong() throws Exception {
    try (Connection connection = database.connection();
        OneConnection pool = new OneConnection(connection)) {
      assumeThat(connection.getMetaData().getDatabaseMajorVersion())
          .as("idle_session_timeout came with PostgreSQL 14")
          .isGreaterThanOrEqualTo(14);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET idle_session_timeout = 50");
      }
      TimeUnit.MILLISECONDS.sleep(500);

      assertThatThrownBy(() -> Retort.on(pool).registry(OLD).upgrade())
          .isInstanceOf(DatabaseUnavailableException.class)
          .hasMessageContainingAll("[RT503]", "[SQLSTATE 57P05]", "SET idle_session_timeout = 0");
    }
  }

  /** Each code by which PostgreSQL says that a session has ended or cannot begin. */
  @ParameterizedTest
  @ValueSource(strings = {"57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04", "08006"})
  void aStatementThatTheServerEndsTheSessionWith(String state) throws SQLException {
    try (Connection connection = database.connection();
        OneConnection pool = new OneConnection(connection)) {
      createVersionThatRaises(state);

      assertThatThrownBy(() -> Retort.on(pool).registry(OLD).upgrade())
          .isInstanceOf(DatabaseUnavailableException.class)
          .hasMessageContainingAll("[RT503]", "[SQLSTATE " + state + "]");
      assertThatThrownBy(() -> Retort.on(pool).current()).hasMessageContaining("[RT503]");
    }
  }

  @Test
  void aPrivilegeThatIsNoneOnRetortsOwnTables() throws SQLException {
    createVersionThatRaises("42501");

    assertThatThrownBy(() -> retort.registry(OLD).upgrade())
        .isInstanceOf(BookkeepingException.class)
        .hasMessageContainingAll("[RT518]", "[SQLSTATE 42501]", "that PostgreSQL names");
  }

  @Test
  void aReadOnlyTransactionOfWhichNoReasonIsToBeSeen() throws SQLException {
    createVersionThatRaises("25006");

    assertThatThrownBy(() -> retort.registry(OLD).upgrade())
        .isInstanceOf(MigrationRefusedException.class)
        .hasMessageContainingAll("[RT524] The session can only read: [SQLSTATE 25006]");
    assertThatThrownBy(retort::current).hasMessageContaining("[RT524]");
  }

  private void createVersionThatRaises(String state) throws SQLException {
    database.execute(
        "CREATE FUNCTION raise() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE SQLSTATE '"
            + state
            + "'; END $$; CREATE VIEW retort_version AS SELECT raise() AS revision, 'x' AS checksum,"
            + " NULL::text AS direction, NULL::int AS done, NULL::text AS reached");
  }

  @Test
  void aDriverThatTellsThePassword() {
    PGSimpleDataSource careless =
        new PGSimpleDataSource() {
          private static final long serialVersionUID = 1L;

          @Override
          public java.sql.Connection getConnection() throws SQLException {
            throw new SQLException(
                "No suitable driver found for jdbc:postgresql://u:s3cret@h/d?password=s3cret");
          }
        };

    assertThatThrownBy(() -> Retort.on(careless).registry(OLD).upgrade())
        .hasMessageContaining("[RT503]")
        .satisfies(RefusalTest::tellsNoPassword);
  }

  @Test
  void wrongCredentials() {
    PGSimpleDataSource stranger = database.dataSource();
    stranger.setUser("nobody_" + System.nanoTime());
    stranger.setPassword("s3cret");

    assertThatThrownBy(() -> Retort.on(stranger).registry(OLD).upgrade())
        .isInstanceOf(CredentialsRefusedException.class)
        .hasMessageContainingAll("[RT504]", stranger.getUser(), "[SQLSTATE 28")
        .satisfies(RefusalTest::tellsNoPassword);
  }

  @Test
  void noSuchDatabase() {
    PGSimpleDataSource source = database.dataSource();
    source.setDatabaseName("missing");

    assertThatThrownBy(() -> Retort.on(source).registry(OLD).upgrade())
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContainingAll("[RT505]", "\"missing\"", "CREATE DATABASE missing");
  }

  @Test
  void aTableOfSomebodyElse() throws SQLException {
    database.execute("CREATE TABLE retort_version (x int)");

    assertThatThrownBy(() -> retort.registry(OLD).upgrade())
        .isInstanceOf(BookkeepingException.class)
        .hasMessageContainingAll("[RT518]", "schema public", "[SQLSTATE 42703]");
    assertThatThrownBy(retort::current).hasMessageContaining("[RT518]");
  }

  @Test
  void aTableThatSomebodyHasLocked() throws SQLException {
    retort.registry(OLD).upgrade();
    PGSimpleDataSource impatient = database.dataSource();
    impatient.setOptions("-c lock_timeout=100");
    PGSimpleDataSource brief = database.dataSource();
    brief.setOptions("-c statement_timeout=100");
    try (Connection other = database.connection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("LOCK TABLE retort_version");

      assertThatThrownBy(() -> Retort.on(impatient).registry(OLD).upgrade())
          .isInstanceOf(BookkeepingException.class)
          .hasMessageContainingAll("[RT518]", "[SQLSTATE 55P03]", "has locked", "pg_locks");
      assertThatThrownBy(() -> Retort.on(brief).registry(OLD).verify())
          .hasMessageContainingAll("[RT518]", "[SQLSTATE 57014]", "may have locked", "pg_locks");
    }
  }

  @Test
  void aHypertableWithoutTimescale() throws SQLException {
    TestRegistry.Entry divided = revision("d4", op -> op.createHypertable("t", "at"), "a1");
    TestRegistry.Entry created =
        revision(
            "d4",
            op -> op.createTable("h", column("at", timestamptz()), hypertable("at", "1 day")),
            "a1");
    TestRegistry.Entry extension =
        revision("c3", op -> op.execute("CREATE EXTENSION IF NOT EXISTS timescaledb"));
    TestRegistry.Entry after = revision("d4", op -> op.createHypertable("t", "at"), "c3");

    for (TestRegistry registry :
        List.of(
            TestRegistry.of(A, divided),
            TestRegistry.of(A, created),
            TestRegistry.of(extension, after))) {
      assertRefused(
          registry,
          "RT528",
          "Revision d4",
          "does not have the extension, which is not installed on the server either",
          "CREATE EXTENSION timescaledb;");
    }
  }

  private void assertRefused(TestRegistry registry, String code, String... parts)
      throws SQLException {
    SortedSet<String> before = CatalogFacts.all().of(database);
    int entries = retort.history().size();

    assertThatThrownBy(() -> retort.registry(registry).upgrade())
        .isInstanceOf(MigrationRefusedException.class)
        .hasMessageStartingWith("[" + code + "]")
        .hasMessageContainingAll(parts)
        .satisfies(
            thrown -> assertThat(((RetortException) thrown).problem().code()).isEqualTo(code));

    assertThat(CatalogFacts.all().of(database)).isEqualTo(before);
    assertThat(retort.history()).hasSize(entries);
  }

  private static void tellsNoPassword(Throwable thrown) {
    StringWriter all = new StringWriter();
    thrown.printStackTrace(new PrintWriter(all));
    assertThat(all.toString()).doesNotContain("s3cret");
  }
}
