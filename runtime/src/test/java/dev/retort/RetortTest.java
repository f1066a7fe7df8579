package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.AppliedHead;
import dev.retort.migrate.AppliedRevision;
import dev.retort.migrate.Direction;
import dev.retort.migrate.HistoryEntry;
import dev.retort.migrate.MigrationListener;
import dev.retort.migrate.RetortVersion;
import dev.retort.revision.RevisionInfo;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetortTest {

  private static final TestRegistry REGISTRY =
      TestRegistry.of(
          revision(
                  "a1",
                  op -> {
                    op.createTable("machines", column("id", bigint()), primaryKey("id"));
                    op.execute("INSERT INTO machines VALUES (1), (2)");
                  })
              .back(op -> op.dropTable("machines")),
          revision("b2", op -> op.addColumn("machines", column("status", varchar(20))), "a1")
              .back(op -> op.dropColumn("machines", "status")),
          revision(
                  "c3",
                  op -> {
                    op.run("number the machines", RetortTest::number);
                    op.execute("SELECT count(*) FROM machines; UPDATE machines SET id = id + 10");
                  },
                  "b2")
              .back(op -> op.execute("UPDATE machines SET id = id - 10, status = NULL")));

  private final TestDatabase database = TestDatabase.create();
  private final Retort retort = Retort.on(database.dataSource()).registry(REGISTRY);

  private static void number(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("UPDATE machines SET status = 'no ' || id");
    }
  }

  @Test
  void upgradesAnEmptyDatabaseToTheHeadAndThenDoesNothing() throws SQLException {
    UpgradeResult first = retort.upgrade();
    UpgradeResult second = retort.upgrade();

    assertThat(first.changed()).isTrue();
    assertThat(first.from()).isEmpty();
    assertThat(first.to()).containsExactly("c3");
    assertThat(first.applied()).extracting(AppliedRevision::id).containsExactly("a1", "b2", "c3");
    assertThat(first.applied())
        .allSatisfy(applied -> assertThat(applied.duration()).isPositive())
        .extracting(AppliedRevision::message)
        .contains("revision b2");
    assertThat(second).isEqualTo(new UpgradeResult(List.of("c3"), List.of("c3"), List.of()));
    assertThat(second.changed()).isFalse();
    assertThat(rows("SELECT id || ' ' || status FROM machines ORDER BY id"))
        .containsExactly("11 no 1", "12 no 2");
    assertThat(retort.current()).containsExactly(new AppliedHead("c3", REGISTRY.heads().get("c3")));
  }

  @Test
  void goesUpAndDownByTarget() throws SQLException {
    assertThat(retort.upgrade("+1").to()).containsExactly("a1");
    assertThat(retort.upgrade("b").to()).containsExactly("b2");
    assertThat(retort.upgrade("a1").changed()).isFalse();
    assertThat(retort.upgrade("c3").to()).containsExactly("c3");

    DowngradeResult down = retort.downgrade("-2");
    assertThat(down.changed()).isTrue();
    assertThat(down.from()).containsExactly("c3");
    assertThat(down.to()).containsExactly("a1");
    assertThat(down.reverted()).extracting(AppliedRevision::id).containsExactly("c3", "b2");
    assertThat(CatalogFacts.all().of(database))
        .contains("column machines.id bigint not null")
        .noneMatch(fact -> fact.contains("status"));
    assertThat(rows("SELECT id FROM machines ORDER BY id")).containsExactly("1", "2");

    assertThat(retort.downgrade("base").to()).isEmpty();
    assertThat(CatalogFacts.all().of(database)).isEmpty();
    assertThat(retort.current()).isEmpty();
    assertThat(retort.downgrade("base").changed()).isFalse();
    assertThat(retort.upgrade().to()).containsExactly("c3");
  }

  @Test
  void recordsWhatItDid() throws SQLException {
    assertThat(retort.history()).isEmpty();
    Instant before = Instant.now().minusSeconds(60);
    retort.upgrade("b2");
    retort.downgrade("a1");

    List<HistoryEntry> history = retort.history();
    assertThat(history)
        .extracting(entry -> entry.direction() + " " + entry.revision())
        .containsExactly("UPGRADE a1", "UPGRADE b2", "DOWNGRADE b2");
    assertThat(history)
        .allSatisfy(
            entry -> {
              assertThat(entry.startedAt()).isBetween(before, Instant.now().plusSeconds(60));
              assertThat(entry.duration()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
              assertThat(entry.appliedBy()).startsWith(database.user() + "@");
              assertThat(entry.retortVersion()).isEqualTo(RetortVersion.CURRENT);
            });
    assertThat(history.get(0).checksum()).isEqualTo(REGISTRY.revisions().get(0).checksum());
  }

  @Test
  void stampsWithoutRunningAnything() throws SQLException {
    retort.stamp("b2");
    assertThat(CatalogFacts.all().of(database)).isEmpty();
    assertThat(retort.current()).extracting(AppliedHead::revision).containsExactly("b2");
    assertThat(retort.history())
        .extracting(HistoryEntry::direction)
        .containsExactly(Direction.STAMP);

    retort.stamp("base");
    assertThat(retort.current()).isEmpty();
    assertThat(retort.upgrade().applied()).hasSize(3);
  }

  @Test
  void stampsEveryHeadAndOverAnythingRecorded() throws SQLException {
    Retort several =
        retort.registry(
            TestRegistry.of(
                revision("a", op -> {}),
                revision("b", op -> {}, "a"),
                revision("c", op -> {}, "a")));
    retort.stamp("b2");
    database.execute("INSERT INTO retort_version VALUES ('ffff', 'of a newer version')");

    assertThatThrownBy(() -> several.stamp("heads")).hasMessageContaining("[RT507]");

    several.purgeAndStamp("heads");

    assertThat(several.current()).extracting(AppliedHead::revision).containsExactly("b", "c");
    assertThat(several.history())
        .extracting(entry -> entry.direction() + " " + entry.revision())
        .containsExactly("STAMP b2", "STAMP b", "STAMP c");
    assertThat(several.history().get(2).checksum()).isEqualTo(several.current().get(1).checksum());
  }

  @Test
  void completesTablesThatACrashLeftHalfCreated() throws SQLException {
    database.execute(
        "CREATE TABLE retort_version (revision text PRIMARY KEY, checksum text NOT NULL,"
            + " direction text, done integer, reached text)");

    retort.upgrade();

    assertThat(retort.history()).hasSize(3);
  }

  @Test
  void createsItsTablesTogetherOrNotAtAll() throws SQLException {
    database.execute("CREATE TYPE retort_history AS ENUM ()");

    assertThatThrownBy(() -> retort.schema("public").upgrade()).hasMessageContaining("[RT518]");

    assertThat(rows("SELECT to_regclass('retort_version')")).containsExactly((String) null);
  }

  @Test
  void followsBranchesAndMerges() {
    TestRegistry merged =
        TestRegistry.of(
            revision("a", op -> op.createTable("a")),
            revision("b", op -> op.createTable("b"), "a").back(op -> op.dropTable("b")),
            revision("c", op -> op.createTable("c"), "a").back(op -> op.dropTable("c")),
            revision("d", op -> {}, "b", "c"));
    Retort branched = retort.registry(merged);

    assertThat(branched.upgrade("c").to()).containsExactly("c");
    assertThat(branched.upgrade("b").to()).containsExactly("b", "c");
    assertThat(branched.upgrade().to()).containsExactly("d");
    assertThat(branched.downgrade("-1").to()).containsExactly("b", "c");
    assertThat(branched.downgrade("a").to()).containsExactly("a");
    assertThat(branched.upgrade().applied()).hasSize(3);
  }

  @Test
  void tellsItsListener() {
    List<String> events = new ArrayList<>();
    MigrationListener listener =
        new MigrationListener() {
          @Override
          public void planned(Direction direction, List<RevisionInfo> revisions) {
            events.add(
                "planned " + direction + " " + revisions.stream().map(RevisionInfo::id).toList());
          }

          @Override
          public void started(Direction direction, RevisionInfo revision) {
            events.add("started " + direction + " " + revision.id());
          }

          @Override
          public void finished(Direction direction, AppliedRevision revision) {
            events.add("finished " + direction + " " + revision.id());
          }
        };

    retort.listener(listener).upgrade("a1");
    retort.listener(listener).upgrade("a1");
    retort.listener(listener).downgrade("-1");

    assertThat(events)
        .containsExactly(
            "planned UPGRADE [a1]",
            "started UPGRADE a1",
            "finished UPGRADE a1",
            "planned DOWNGRADE [a1]",
            "started DOWNGRADE a1",
            "finished DOWNGRADE a1");
  }

  @Test
  void livesInASchemaOfAnyName() throws SQLException {
    String hostile = "we\"ird; DROP SCHEMA public CASCADE; -- '\\ $$";
    Retort inSchema = retort.schema(hostile);

    inSchema.upgrade();
    inSchema.downgrade("a1");

    assertThat(inSchema.current()).extracting(AppliedHead::revision).containsExactly("a1");
    assertThat(inSchema.history()).hasSize(5);
    assertThat(retort.current()).isEmpty();
    assertThat(CatalogFacts.all().of(database)).isEmpty();
    try (Connection connection = database.connection()) {
      assertThat(CatalogFacts.all().of(connection, hostile)).contains("table machines");
    }
  }

  @Test
  void theSchemaMayBeThereAlready() throws SQLException {
    database.execute("CREATE SCHEMA app");
    retort.schema("app").upgrade();

    assertThat(rows("SELECT count(*) FROM app.machines")).containsExactly("2");
  }

  @Test
  void takesWhateverTheSearchPathIs() throws SQLException {
    database.execute("CREATE SCHEMA elsewhere");
    var source = database.dataSource();
    source.setCurrentSchema("elsewhere");
    Retort.on(source).registry(REGISTRY).upgrade();

    assertThat(CatalogFacts.all().of(database)).contains("table machines");
  }

  private List<String> rows(String sql) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }
}
