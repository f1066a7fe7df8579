package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.Partitioning.partitionByList;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.Direction;
import dev.retort.migrate.DryRun;
import dev.retort.migrate.LockedTable;
import dev.retort.migrate.PlannedRevision;
import dev.retort.postgres.LockMode;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DryRunTest {

  private static final TestRegistry REGISTRY =
      TestRegistry.of(
          revision(
                  "a1",
                  op -> {
                    op.createTable("plants", column("id", bigint()), primaryKey("id"));
                    op.createTable("readings", column("kind", varchar(9)), partitionByList("kind"));
                    op.createPartition("readings", "readings_all", "DEFAULT");
                  })
              .back(
                  op -> {
                    op.dropTable("readings");
                    op.dropTable("plants");
                  }),
          revision(
                  "b2",
                  op -> {
                    op.createTable(
                        "machines",
                        column("id", bigint()),
                        column("plant_id", bigint()),
                        primaryKey("id"),
                        foreignKey("plant_id").references("plants", "id"));
                    op.createIndex("readings", index("readings_kind_idx", "kind"));
                  },
                  "a1")
              .back(op -> op.dropTable("machines")),
          revision(
                  "c3",
                  op -> {
                    op.addColumn("plants", column("name", varchar(20)));
                    op.run("name the plants", connection -> {});
                    op.execute("UPDATE plants SET name = 'plant ' || id");
                  },
                  "b2")
              .back(op -> op.dropColumn("plants", "name")));

  private final TestDatabase database = TestDatabase.create();
  private final Retort retort = Retort.on(database.dataSource()).registry(REGISTRY);

  @Test
  void saysWhatAnUpgradeWouldDoAndDoesNothing() throws SQLException {
    retort.upgrade("a1");
    database.execute(
        "INSERT INTO plants SELECT generate_series(1, 5000);"
            + " INSERT INTO readings SELECT 'hot' FROM generate_series(1, 700); ANALYZE");
    List<String> before = CatalogFacts.all().of(database).stream().toList();

    DryRun run = retort.dryRunUpgrade("heads");

    assertThat(run.from()).containsExactly("a1");
    assertThat(run.to()).containsExactly("c3");
    assertThat(run.revisions())
        .extracting(each -> each.revision().id())
        .containsExactly("b2", "c3");
    PlannedRevision second = run.revisions().get(0);
    assertThat(second.direction()).isEqualTo(Direction.UPGRADE);
    assertThat(second.unknownLocks()).isFalse();
    assertThat(second.statements())
        .anyMatch(sql -> sql.startsWith("CREATE TABLE machines ("))
        .contains("CREATE INDEX readings_kind_idx ON readings (kind)");
    assertThat(second.locks())
        .extracting(each -> each.table() + " " + each.mode().words() + " " + each.rows())
        .containsExactly("plants SHARE ROW EXCLUSIVE 5000", "readings SHARE 700");
    assertThat(second.locks()).extracting(LockedTable::bytes).allMatch(bytes -> bytes > 8192);
    PlannedRevision third = run.revisions().get(1);
    assertThat(third.unknownLocks()).isTrue();
    assertThat(third.statements())
        .containsExactly(
            "ALTER TABLE plants ADD COLUMN name character varying(20)",
            "-- Java code runs here: name the plants",
            "UPDATE plants SET name = 'plant ' || id");
    assertThat(third.locks())
        .extracting(LockedTable::mode)
        .containsExactly(LockMode.ACCESS_EXCLUSIVE);

    assertThat(CatalogFacts.all().of(database)).containsExactlyElementsOf(before);
    assertThat(retort.current()).extracting(each -> each.revision()).containsExactly("a1");
    assertThat(retort.history()).hasSize(1);
  }

  @Test
  void saysWhatADowngradeWouldDo() {
    retort.upgrade();

    DryRun run = retort.dryRunDowngrade("a1");

    assertThat(run.to()).containsExactly("a1");
    assertThat(run.revisions())
        .extracting(each -> each.revision().id())
        .containsExactly("c3", "b2");
    assertThat(run.revisions().get(1).locks())
        .extracting(each -> each.table() + " " + each.mode().words())
        .containsExactly("machines ACCESS EXCLUSIVE", "plants ACCESS EXCLUSIVE");
  }

  @Test
  void worksOnADatabaseWithoutTablesOfRetortAndLeavesItSo() throws SQLException {
    DryRun run = retort.dryRunUpgrade("head");

    assertThat(run.from()).isEmpty();
    assertThat(run.revisions()).hasSize(3).allMatch(each -> each.locks().isEmpty());
    assertThat(CatalogFacts.all().of(database))
        .isEqualTo(CatalogFacts.all().of(TestDatabase.create()));
    retort.upgrade();
    assertThat(retort.dryRunUpgrade("head").revisions()).isEmpty();
  }

  @Test
  void refusesWhatTheMigrationWouldRefuse() {
    retort.upgrade("a1");

    assertThatThrownBy(() -> retort.dryRunUpgrade("+9")).hasMessageContaining("[RT511]");
    assertThatThrownBy(() -> retort.dryRunUpgrade("nowhere")).hasMessageContaining("[RT509]");
  }
}
