package dev.retort;

import static dev.retort.operation.ExecuteSql.sql;
import static dev.retort.operation.Filling.set;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.text;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.retort.testing.CatalogFacts;
import dev.retort.testing.Scripts;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts of revisions some of whose operations run outside a transaction. */
class OutsideScriptTest {

  private static final TestRegistry REGISTRY =
      TestRegistry.of(
          revision(
                  "a1",
                  op -> {
                    op.createTable(
                        "machines",
                        column("id", bigint()).notNull(),
                        column("name", text()),
                        primaryKey("id"));
                    op.execute("INSERT INTO machines SELECT n FROM generate_series(1, 9) n");
                  })
              .back(op -> op.dropTable("machines")),
          revision(
                  "b2",
                  op -> {
                    op.execute(sql("VACUUM machines").outsideTransaction());
                    op.backfill("machines", set("name", "'m' || id").where("id > 1").batchSize(4));
                    op.addColumn("machines", column("\"; age", text()));
                    op.createIndexConcurrently(
                        "machines", index("machines'; name", "name").asUnique());
                    op.addColumn("machines", column("size", text()));
                  },
                  "a1")
              .back(
                  op -> {
                    op.dropColumn("machines", "size");
                    op.dropIndexConcurrently("machines", "machines'; name");
                    op.dropColumn("machines", "\"; age");
                  }));

  private final TestDatabase byScript = TestDatabase.create();
  private final TestDatabase byCommand = TestDatabase.create();
  private final Retort retort = Retort.on(byCommand.dataSource()).registry(REGISTRY);

  @BeforeEach
  void withPsql() {
    assumeThat(Scripts.hasPsql()).as("psql is there").isTrue();
  }

  @Test
  void doWhatTheCommandsDo() throws SQLException {
    assertThat(Scripts.run(byScript, Revisions.of(REGISTRY).upgradeSql("base:head"))).isEmpty();
    retort.upgrade();

    assertThat(facts(byScript)).isEqualTo(facts(byCommand));
    assertThat(recorded(byScript)).isEqualTo(recorded(byCommand));
    assertThat(rows(byScript)).isEqualTo(rows(byCommand));

    assertThat(Scripts.run(byScript, Revisions.of(REGISTRY).downgradeSql("b2:a1"))).isEmpty();
    retort.downgrade("-1");

    assertThat(facts(byScript)).isEqualTo(facts(byCommand));
    assertThat(recorded(byScript)).isEqualTo(recorded(byCommand));
  }

  @Test
  void thatStopMidwayAreFinishedByTheNextStart() throws SQLException {
    assertThat(Scripts.run(byScript, Revisions.of(REGISTRY).upgradeSql("base:a1"))).isEmpty();
    byScript.execute("INSERT INTO machines VALUES (-1, 'm5')");

    assertThat(Scripts.run(byScript, Revisions.of(REGISTRY).upgradeSql("a1:head")))
        .hasValueSatisfying(said -> assertThat(said).contains("could not create unique index"));
    Retort continued = Retort.on(byScript.dataSource()).registry(REGISTRY);
    assertThat(continued.unfinished()).isPresent();
    assertThatThrownBy(continued::upgrade).hasMessageContaining("[SQLSTATE 23505]");
    byScript.execute("DELETE FROM machines WHERE id = -1");
    continued.upgrade();
    retort.upgrade();

    assertThat(facts(byScript)).isEqualTo(facts(byCommand));
    assertThat(rows(byScript)).isEqualTo(rows(byCommand));
  }

  private static Set<String> facts(TestDatabase database) throws SQLException {
    return CatalogFacts.all().of(database);
  }

  private static String rows(TestDatabase database) throws SQLException {
    return database.text("SELECT string_agg(m::text, ',' ORDER BY id) FROM machines m");
  }

  private static String recorded(TestDatabase database) throws SQLException {
    return database.text(
        "SELECT (SELECT string_agg(v::text, ';') FROM retort_version v) || ' '"
            + " || string_agg(revision || ' ' || direction || ' ' || checksum, ';' ORDER BY id)"
            + " FROM retort_history");
  }
}
