package dev.retort.processor.generate;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.Partition.partition;
import static dev.retort.schema.Partitioning.partitionByRange;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.date;
import static dev.retort.schema.Table.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is drafted where the rows of a table that exists are to be divided. */
class DivisionDraftTest {

  private static final Table READINGS =
      table(
          QualifiedName.of("readings"),
          column("id", bigint()).asIdentity(),
          column("taken", date()).notNull(),
          primaryKey("id", "taken"),
          check("id > 0"));

  private static final Table NOTES =
      table(
          QualifiedName.of("notes"),
          column("id", bigint()),
          column("taken", date()),
          foreignKey("id", "taken").references("readings", "id", "taken"));

  private static final Schema BEFORE =
      Schema.empty().withTable(READINGS.withIndex(index("by_day", "taken"))).withTable(NOTES);

  @Test
  void rowsAreMovedToANewTable() {
    assertThat(body("upgrade", partitioned()))
        .isEqualTo(
            """
            op.dropConstraint("notes", "notes_id_taken_fkey");
            op.dropIndex("readings", "by_day");
            op.dropConstraint("readings", "readings_pkey");
            op.renameTable("readings", "readings_old");
            op.createTable(
                "readings",
                column("id", bigint()).notNull().asIdentity(),
                column("taken", date()).notNull(),
                check("id > 0"),
                partitionByRange("taken"));
            op.createPartition("readings", "readings_rest", "DEFAULT");
            // Copies every row, while nobody can read or write the table; what Retort does not know of it, such as privileges, stays behind.
            op.moveRows("readings_old", "readings", "id", "taken");
            op.dropTable("readings_old");
            // Fails where two rows have the same values.
            op.addConstraint("readings", primaryKey("id", "taken").named("readings_pkey"));
            op.createIndex("readings", index("by_day", "taken"));
            // Fails where a row refers to none of readings.
            op.addConstraint(
                "notes",
                foreignKey("id", "taken")
                    .references("readings", "id", "taken")
                    .named("notes_id_taken_fkey"));
            """);
  }

  @Test
  void andBackAgain() {
    assertThat(body("downgrade", partitioned()))
        .isEqualTo(
            """
            op.dropConstraint("notes", "notes_id_taken_fkey");
            op.dropIndex("readings", "by_day");
            op.dropConstraint("readings", "readings_pkey");
            op.createTable(
                "readings_old",
                column("id", bigint()).notNull().asIdentity(),
                column("taken", date()).notNull(),
                check("id > 0").named("readings_id_check"));
            // Copies every row, while nobody can read or write the table; what Retort does not know of it, such as privileges, stays behind.
            op.moveRows("readings", "readings_old", "id", "taken");
            op.dropTable("readings");
            op.renameTable("readings_old", "readings");
            // Fails where two rows have the same values.
            op.addConstraint("readings", primaryKey("id", "taken").named("readings_pkey"));
            op.createIndex("readings", index("by_day", "taken"));
            // Fails where a row refers to none of readings.
            op.addConstraint(
                "notes",
                foreignKey("id", "taken")
                    .references("readings", "id", "taken")
                    .named("notes_id_taken_fkey"));
            """);
  }

  /** Rows need a place: where no partition is stated, one takes all of them. */
  @Test
  void withoutPartitionsThereIsOneForAllRows() {
    assertThat(body("upgrade", changed(List.of())))
        .contains("op.createPartition(\"readings\", \"readings_default\", \"DEFAULT\");\n");
  }

  private static Schema partitioned() {
    return changed(List.of(partition("readings_rest", "DEFAULT")));
  }

  private static Schema changed(List<dev.retort.schema.Partition> partitions) {
    return BEFORE.withTableChanged(
        READINGS.name(),
        readings ->
            readings.withPartitioning(
                Optional.of(partitionByRange("taken").withPartitions(partitions))));
  }

  private static String body(String method, Schema after) {
    List<Operation> upgrade = SchemaDiffer.diff(BEFORE, after);
    Schema reached = BEFORE;
    for (Operation operation : upgrade) {
      reached = operation.applyTo(reached);
    }
    RevisionDraft draft =
        SingleBranch.draft(
            "app",
            "Divide",
            "1",
            List.of(),
            "Divide",
            Instant.EPOCH,
            DraftedOperations.ofUpgrade(upgrade, BEFORE),
            DraftedOperations.ofDowngrade(Inverses.of(upgrade, BEFORE).orElseThrow(), reached));
    String source = RevisionSource.of(draft);
    String body = source.substring(source.indexOf("void " + method));
    return body.substring(body.indexOf("{\n") + 2, body.indexOf("\n  }\n") + 1)
        .replaceAll("(?m)^ {4}", "");
  }
}
