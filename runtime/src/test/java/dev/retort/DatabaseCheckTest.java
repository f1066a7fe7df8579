package dev.retort;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.revision.RevisionInfo;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {

  private static final TestRegistry REGISTRY =
      TestRegistry.of(
          revision(
              "a1",
              op -> {
                op.createNamespace("audit");
                op.in("audit").createTable("entries", column("id", bigint()), primaryKey("id"));
                op.createTable(
                    "machines",
                    column("id", bigint()),
                    column("status", varchar(9)).withDefault("'ON'"),
                    primaryKey("id"),
                    check("status in ('ON','OFF')").named("machines_status_check"));
                op.createView("running", "SELECT id FROM machines WHERE status = 'ON'");
              }),
          revision("b2", op -> op.addColumn("machines", column("name", varchar(20))), "a1"));

  private final TestDatabase database = TestDatabase.create();
  private final Retort retort = Retort.on(database.dataSource()).registry(REGISTRY);

  @Test
  void agreesWhereTheRevisionsMadeTheDatabase() {
    retort.upgrade();

    DatabaseCheck check = retort.check();

    assertThat(check.agrees()).isTrue();
    assertThat(check)
        .isEqualTo(
            new DatabaseCheck(
                check.heads(),
                check.pending(),
                check.differences(),
                check.beyond(),
                check.unfinished()));
    assertThat(check.heads()).containsExactly("b2");
    assertThat(check.differences()).isEmpty();
    assertThat(check.beyond()).isEmpty();
    assertThat(check.unfinished()).isEmpty();
  }

  @Test
  void saysWhatIsPendingAndComparesWithWhatIsApplied() {
    retort.upgrade("a1");

    DatabaseCheck check = retort.check();

    assertThat(check.agrees()).isFalse();
    assertThat(check.pending()).extracting(RevisionInfo::id).containsExactly("b2");
    assertThat(check.differences()).isEmpty();
  }

  @Test
  void namesWhatPeopleChangedByHand() throws SQLException {
    retort.upgrade();
    database.execute(
        "ALTER TABLE machines DROP CONSTRAINT machines_status_check, ADD COLUMN by_hand text;"
            + " ALTER TABLE machines ALTER status SET DEFAULT 'OFF';"
            + " ALTER TABLE audit.entries ADD note text;"
            + " CREATE TABLE flyway_schema_history (id int); CREATE TABLE notes (id int);"
            + " CREATE EXTENSION citext; CREATE SCHEMA elsewhere");

    DatabaseCheck check = retort.check("notes");

    assertThat(check.pending()).isEmpty();
    assertThat(check.differences())
        .extracting(Operation::describe)
        .containsExactlyInAnyOrder(
            "drop column machines.by_hand",
            "drop column audit.entries.note",
            "alter column machines.status set default 'ON'::character varying",
            "add constraint machines_status_check to machines");
    assertThat(check.beyond()).contains("table flyway_schema_history of Flyway");
    assertThat(retort.check().differences())
        .extracting(Operation::describe)
        .contains("drop table notes")
        .doesNotContain("drop table flyway_schema_history");
  }

  @Test
  void tellsOfARevisionThatHasNotEnded() {
    Retort cutOff =
        Retort.on(database.dataSource())
            .registry(
                TestRegistry.of(
                    revision(
                        "c3",
                        op -> {
                          op.createTable("t", column("id", bigint()), primaryKey("id"));
                          op.execute(ExecuteSql.sql("SELECT 1/0").outsideTransaction());
                        })));
    assertThatThrownBy(cutOff::upgrade).hasMessageContaining("[RT512]");

    DatabaseCheck check = cutOff.check();

    assertThat(check.unfinished())
        .hasValueSatisfying(
            begun -> {
              assertThat(begun.revision()).isEqualTo("c3");
              assertThat(begun.done()).isEqualTo(1);
            });
    assertThat(check.agrees()).isFalse();
    assertThat(
            new DatabaseCheck(List.of(), List.of(), List.of(), List.of(), check.unfinished())
                .agrees())
        .isFalse();
  }

  @Test
  void comparesADatabaseWithoutRecordsWithNothing() throws SQLException {
    database.execute("CREATE TABLE somebodys (id int)");

    assertThat(retort.check().differences())
        .extracting(Operation::describe)
        .containsExactly("drop table somebodys");
    assertThat(retort.check("somebodys").differences()).isEmpty();
    assertThat(retort.check().pending()).hasSize(2);
  }

  @Test
  void readsWhatIsThere() throws SQLException {
    retort.upgrade();
    database.execute("CREATE TABLE alembic_version (version_num text)");

    assertThat(retort.live().schema().table("alembic_version")).isPresent();
    assertThat(retort.live("alembic_version").schema().tables().keySet())
        .extracting(Object::toString)
        .containsExactly("machines");
  }

  @Test
  void refusesADatabaseOfOtherRevisions() {
    Retort.on(database.dataSource())
        .registry(
            TestRegistry.of(
                revision(
                    "z9", op -> op.createTable("t", column("id", bigint()), primaryKey("id")))))
        .upgrade();

    assertThatThrownBy(retort::check).hasMessageContaining("[RT507]");
  }
}
