package dev.retort.processor.generate;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.SourceVersion;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionNamingTest {

  @ParameterizedTest
  @CsvSource({
    "Add maintenance_schedule to machines, AddMaintenanceScheduleToMachines",
    "replace `operational` by 'status', ReplaceOperationalByStatus",
    "größere Namen & mehr!, GrossereNamenMehr",
    "2nd try, Revision2ndTry",
    "class, ClassRevision",
    "revision, RevisionRevision",
    "String, StringRevision",
    "nul, NulRevision",
    "'', Revision3f2a9c1b04de",
    "数据, Revision3f2a9c1b04de",
    "*/ \\u000a, U000a",
  })
  void aClassIsNamedAfterTheMessage(String message, String name) {
    assertThat(RevisionNaming.className(message, "3f2a9c1b04de", n -> false)).isEqualTo(name);
  }

  @Test
  void aLongMessageIsCutBetweenWords() {
    String name = RevisionNaming.className("word ".repeat(100), "a", n -> false);

    assertThat(name).isEqualTo("Word".repeat(14));
  }

  @Test
  void aTakenNameGetsANumber() {
    Set<String> taken = Set.of("Fix", "Fix2");

    assertThat(RevisionNaming.className("Fix", "a", taken::contains)).isEqualTo("Fix3");
  }

  @Property(seed = "1")
  void anyMessageMakesAName(@ForAll String message) {
    String name = RevisionNaming.className(message, "3f2a9c1b04de", n -> false);

    assertThat(SourceVersion.isName(name)).isTrue();
    assertThat(name).matches("[A-Z][A-Za-z0-9]{0,120}");
  }

  @Test
  void anIdIsTwelveHexadecimalDigits() {
    Random random = new Random(1);

    assertThat(RevisionNaming.newId(random))
        .matches("[0-9a-f]{12}")
        .isNotEqualTo(RevisionNaming.newId(random));
  }

  @Test
  void aMessageIsMadeOfTheOperations() {
    assertThat(message(op -> op.addColumn("machines", column("maintenance_schedule", bigint()))))
        .isEqualTo("Add maintenance_schedule to machines");
    assertThat(
            message(
                op -> {
                  op.addColumn("machines", column("status", varchar(20)));
                  op.dropColumn("machines", "operational");
                  op.createIndex("machines", index("ix_status", "status"));
                }))
        .isEqualTo("Add status to machines and drop operational from machines");
    assertThat(
            message(
                op -> {
                  op.createTable("a", column("id", bigint()));
                  op.createTable("b", column("id", bigint()));
                  op.createTable("c", column("id", bigint()));
                  op.createTable("d", column("id", bigint()));
                }))
        .isEqualTo("Create a, b and 2 more");
    assertThat(message(op -> op.addConstraint("machines", unique("name"))))
        .isEqualTo("Add constraint to machines");
    assertThat(
            message(
                op -> {
                  for (int i = 0; i < 5; i++) {
                    op.dropColumn("t" + i, "a");
                  }
                }))
        .isEqualTo("Drop a from t0 and 4 other changes");
    assertThat(
            message(
                op -> {
                  op.addColumn("maintenance_records", column("performed_by", bigint()));
                  op.dropColumn("maintenance_schedules", "performed_by");
                }))
        .as("no longer than a line of a history")
        .isEqualTo("Add performed_by to maintenance_records and another change");
    assertThat(message(op -> {})).isEqualTo("Change nothing");
  }

  private static String message(Consumer<Operations> script) {
    return RevisionMessage.of(
        Operations.record(script).stream().map(RecordedOperation::operation).toList());
  }
}
