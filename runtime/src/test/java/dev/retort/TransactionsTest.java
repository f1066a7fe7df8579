package dev.retort;

import static dev.retort.operation.Rows.columns;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.AppliedHead;
import dev.retort.migrate.AppliedRevision;
import dev.retort.migrate.Direction;
import dev.retort.migrate.HistoryEntry;
import dev.retort.migrate.MigrationFailedException;
import dev.retort.migrate.MigrationListener;
import dev.retort.migrate.Transactions;
import dev.retort.operation.Operations;
import dev.retort.revision.RevisionInfo;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Which revisions share a transaction, and what is left when one of them fails. */
class TransactionsTest {

  private final TestDatabase database = TestDatabase.create();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFreshDatabaseIsOneTransactionInAFewRoundTrips(boolean compiled) throws SQLException {
    PGSimpleDataSource source = database.dataSource();
    source.setSocketFactory(RoundTrips.class.getName());
    TestRegistry registry = chain(tables(20));
    try (OneConnection pool = new OneConnection(source.getConnection())) {
      RoundTrips.reset();
      UpgradeResult result =
          Retort.on(pool).registry(compiled ? registry : registry.withoutStatements()).upgrade();

      assertThat(RoundTrips.count()).isLessThanOrEqualTo(10);
      assertThat(result.to()).containsExactly("r19");
      assertThat(result.applied()).extracting(AppliedRevision::id).hasSize(20);
    }
    assertThat(revisionsOfTransactions()).containsExactly(20);
    assertThat(retort(tables(20)).history())
        .extracting(HistoryEntry::revision)
        .startsWith("r0", "r1", "r2")
        .endsWith("r19");
    assertThat(retort(tables(20)).current())
        .extracting(AppliedHead::revision)
        .containsExactly("r19");
    assertThat(retort(tables(20)).upgrade().changed()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Transactions.class)
  void noRevisionIsAskedForWhereItsStatementsAreKnown(Transactions mode) throws SQLException {
    TestRegistry registry = chain(tables(3));

    Retort.on(database.dataSource()).registry(registry).transactions(mode).upgrade();

    assertThat(registry.creations()).isZero();
    assertThat(relations()).containsExactly("t0", "t1", "t2");
  }

  @Test
  void onlyTheRevisionsAreAskedForWhoseStatementsAreNotKnown() throws SQLException {
    List<Consumer<Operations>> revisions = new ArrayList<>(tables(2));
    revisions.add(op -> op.bulkInsert("t0", columns("id").row(1)));
    revisions.add(op -> op.execute("INSERT INTO t0 VALUES (2)"));
    revisions.addAll(tables(6).subList(4, 6));
    TestRegistry registry = chain(revisions);

    Retort.on(database.dataSource()).registry(registry).upgrade();

    assertThat(registry.creations()).isEqualTo(2);
    assertThat(revisionsOfTransactions()).containsExactly(3, 1, 2);
    assertThat(database.text("SELECT sum(id) FROM t0")).isEqualTo("3");
  }

  @Test
  void whatFollowsOnADatabaseThatHasRevisionsIsOneTransactionEach() throws SQLException {
    retort(tables(3)).upgrade();
    retort(tables(5)).upgrade();

    assertThat(revisionsOfTransactions()).containsExactly(3, 1, 1);
  }

  @Test
  void eachRevisionHasItsOwnWhereThatIsAskedFor() throws SQLException {
    retort(tables(3)).transactions(Transactions.PER_REVISION).upgrade();

    assertThat(revisionsOfTransactions()).containsExactly(1, 1, 1);
  }

  @Test
  void oneForAllIsOneOnADatabaseThatHasRevisionsToo() throws SQLException {
    retort(tables(2)).upgrade();
    retort(tables(5)).transactions(Transactions.SINGLE).upgrade();
    assertThat(revisionsOfTransactions()).containsExactly(2, 3);

    List<TestRegistry.Entry> reversible = new ArrayList<>();
    for (TestRegistry.Entry each : TestRegistry.chain(tables(5))) {
      reversible.add(each.back(op -> op.dropTable(each.id().replace('r', 't'))));
    }
    Retort back = Retort.on(database.dataSource()).registry(TestRegistry.of(reversible));
    back.transactions(Transactions.SINGLE).downgrade("base");

    assertThat(revisionsOfTransactions()).containsExactly(2, 3, 5);
    assertThat(back.current()).isEmpty();
    assertThat(relations()).isEmpty();
  }

  @Test
  void whatRunsOutsideTransactionsDividesThem() throws SQLException {
    List<Consumer<Operations>> revisions = new ArrayList<>(tables(2));
    revisions.add(op -> op.createIndexConcurrently("t1", index("ix_t1", "id")));
    revisions.add(op -> op.dropIndex("t1", "ix_t1"));
    revisions.add(op -> op.dropTable("t1"));

    retort(revisions).upgrade();

    assertThat(revisionsOfTransactions()).containsExactly(2, 1, 2);
    assertThat(relations()).containsExactly("t0");
  }

  @Test
  void sqlOfItsOwnHasATransactionOfItsOwnUnlessThereIsToBeOne() throws SQLException {
    List<Consumer<Operations>> revisions = new ArrayList<>(tables(2));
    revisions.add(op -> op.execute("SET work_mem = '5MB'; INSERT INTO t0 VALUES (1)"));
    revisions.add(
        op ->
            op.run(
                "say what work_mem is",
                connection -> {
                  try (Statement statement = connection.createStatement()) {
                    statement.execute(
                        "INSERT INTO t1 SELECT 1 WHERE current_setting('work_mem') = '5MB'");
                  }
                }));
    revisions.add(op -> op.dropTable("t0"));

    retort(revisions).upgrade();
    assertThat(revisionsOfTransactions()).containsExactly(2, 1, 1, 1);
    assertThat(database.text("SELECT count(*) FROM t1")).isEqualTo("0");

    TestDatabase other = TestDatabase.create();
    try (OneConnection pool = new OneConnection(other.dataSource().getConnection())) {
      Retort.on(pool).registry(chain(revisions)).transactions(Transactions.SINGLE).upgrade();
      assertThat(revisionsOfTransactions(other)).containsExactly(5);
      assertThat(other.text("SELECT count(*) FROM t1")).isEqualTo("0");
      assertThat(text(pool, "SELECT current_setting('work_mem')")).isNotEqualTo("5MB");
      assertThat(text(pool, "SELECT current_setting('lock_timeout')")).isEqualTo("0");
      assertThat(text(pool, "SELECT current_setting('search_path')")).contains("$user");
    }
  }

  @ParameterizedTest
  @EnumSource(Transactions.class)
  void aFailureNamesTheOperationAndLeavesWholeRevisionsOrNone(Transactions mode)
      throws SQLException {
    List<Consumer<Operations>> revisions = new ArrayList<>(tables(2));
    revisions.add(op -> op.createIndex("t1", index("ix_t1", "nowhere")));
    revisions.add(op -> op.createTable("t3", column("id", bigint())));

    assertThatThrownBy(() -> retort(revisions).transactions(mode).upgrade())
        .isInstanceOfSatisfying(
            MigrationFailedException.class, e -> assertThat(e.revision()).isEqualTo("r2"))
        .hasMessageContainingAll(
            "[RT512]", "r2", "ix_t1", "TransactionsTest.java:", "\"nowhere\" does not exist");

    if (mode == Transactions.SINGLE) {
      assertThat(relations()).isEmpty();
      assertThat(retort(revisions).current()).isEmpty();
      assertThat(retort(revisions).history()).isEmpty();
    } else {
      assertThat(relations()).containsExactly("t0", "t1");
      assertThat(retort(revisions).current())
          .extracting(AppliedHead::revision)
          .containsExactly("r1");
      assertThat(revisionsOfTransactions()).containsExactly(1, 1);
    }
  }

  @Test
  void aFailureOfSqlOfItsOwnLeavesNothingWhereThereIsToBeOne() throws SQLException {
    List<Consumer<Operations>> revisions = new ArrayList<>(tables(2));
    revisions.add(op -> op.execute("INSERT INTO t0 VALUES (1)"));
    revisions.add(op -> op.execute("INSERT INTO nowhere VALUES (1)"));

    assertThatThrownBy(() -> retort(revisions).transactions(Transactions.SINGLE).upgrade())
        .isInstanceOfSatisfying(
            MigrationFailedException.class, e -> assertThat(e.revision()).isEqualTo("r3"))
        .hasMessageContainingAll("[RT512]", "r3", "\"nowhere\" does not exist");

    assertThat(relations()).isEmpty();
    assertThat(retort(revisions).current()).isEmpty();
  }

  /** Rows whose constraints are checked at the end of a transaction keep ALTER TABLE out of it. */
  @Test
  void whatCannotShareATransactionIsTriedByItself() throws SQLException {
    List<Consumer<Operations>> revisions = new ArrayList<>();
    revisions.add(
        op ->
            op.createTable(
                "t0",
                column("id", bigint()).notNull(),
                column("up", bigint()),
                primaryKey("id"),
                foreignKey("up").references("t0", "id").initiallyDeferred()));
    revisions.add(op -> op.bulkInsert("t0", columns("id", "up").row(1, 1)));
    revisions.add(op -> op.alterColumnType("t0", "id", integer()));

    retort(revisions).upgrade();

    assertThat(revisionsOfTransactions()).containsExactly(1, 1, 1);
    assertThat(database.text("SELECT count(*) FROM t0")).isEqualTo("1");
  }

  @Test
  void theListenerIsToldOfEachRevision() {
    List<String> told = new ArrayList<>();
    MigrationListener listener =
        new MigrationListener() {
          @Override
          public void planned(Direction direction, List<RevisionInfo> revisions) {
            told.add("planned " + revisions.size());
          }

          @Override
          public void started(Direction direction, RevisionInfo revision) {
            told.add("started " + revision.id());
          }

          @Override
          public void finished(Direction direction, AppliedRevision revision) {
            assertThat(revision.duration()).isPositive();
            told.add("finished " + revision.id());
          }
        };

    retort(tables(2)).listener(listener).upgrade();

    assertThat(told)
        .containsExactly("planned 2", "started r0", "started r1", "finished r0", "finished r1");
  }

  private Retort retort(List<Consumer<Operations>> revisions) {
    return Retort.on(database.dataSource()).registry(chain(revisions));
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

  /** How many revisions each transaction recorded, in order. */
  private List<Integer> revisionsOfTransactions() throws SQLException {
    return revisionsOfTransactions(database);
  }

  private static List<Integer> revisionsOfTransactions(TestDatabase database) throws SQLException {
    Map<Long, Integer> counts = new TreeMap<>();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT xmin FROM retort_history ORDER BY id")) {
      while (rows.next()) {
        counts.merge(rows.getLong(1), 1, Integer::sum);
      }
    }
    return List.copyOf(counts.values());
  }

  private List<String> relations() throws SQLException {
    return database
        .text(
            "SELECT coalesce(string_agg(relname, ' ' ORDER BY relname), '') FROM pg_class"
                + " WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE 'retort%'"
                + " AND relkind = 'r'")
        .lines()
        .flatMap(line -> List.of(line.split(" ")).stream())
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static String text(OneConnection pool, String query) throws SQLException {
    try (Statement statement = pool.getConnection().createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
