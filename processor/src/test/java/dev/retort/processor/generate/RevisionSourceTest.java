package dev.retort.processor.generate;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.timestamptz;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.RunStep;
import dev.retort.revision.Revision;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.testing.RetortArbitraries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class RevisionSourceTest {

  private static final Instant CREATED = Instant.parse("2026-11-22T10:31:00Z");

  @Test
  void aSmallRevisionReadsAsIfWrittenByHand() {
    RevisionDraft draft =
        new RevisionDraft(
            "app.migrations",
            "AddMaintenanceScheduleToMachines",
            "3f2a9c1b04de",
            List.of("698c22942be3"),
            "Add maintenance_schedule to machines",
            CREATED,
            recorded(op -> op.addColumn("machines", column("maintenance_schedule", varchar(100)))),
            recorded(op -> op.dropColumn("machines", "maintenance_schedule")));

    assertThat(RevisionSource.of(draft))
        .isEqualTo(
            """
            package app.migrations;

            import static dev.retort.schema.Column.column;
            import static dev.retort.schema.SqlType.varchar;

            import dev.retort.operation.Operations;
            import dev.retort.revision.Migration;
            import dev.retort.revision.Revision;

            /**
             * Add maintenance_schedule to machines.
             *
             * <p>Revision 3f2a9c1b04de, follows 698c22942be3.
             */
            @Migration(
                revision = "3f2a9c1b04de",
                downRevision = "698c22942be3",
                message = "Add maintenance_schedule to machines",
                created = "2026-11-22T10:31:00Z")
            public final class AddMaintenanceScheduleToMachines implements Revision {

              @Override
              public void upgrade(Operations op) {
                op.addColumn("machines", column("maintenance_schedule", varchar(100)));
              }

              @Override
              public void downgrade(Operations op) {
                op.dropColumn("machines", "maintenance_schedule");
              }
            }
            """);
  }

  @Test
  void aLargeRevisionIsLaidOutLikeOneToo() {
    RevisionDraft draft =
        new RevisionDraft(
            "app.migrations",
            "CreateSensors",
            "698c22942be3",
            List.of(),
            "Create sensors",
            CREATED,
            recorded(
                op -> {
                  op.createTable(
                      "sensors",
                      column("id", bigint()).notNull().asIdentity(),
                      column("machine_id", bigint()).notNull(),
                      column("name", varchar(100)).notNull().withDefault("'unnamed'"),
                      column("installed_at", timestamptz(6)),
                      column("span", SqlType.type("interval")),
                      primaryKey("id"),
                      unique("machine_id", "name"),
                      foreignKey("machine_id")
                          .references(QualifiedName.of("plant", "machines"), "id")
                          .onDelete(ReferentialAction.CASCADE)
                          .named("fk_sensors_machines"));
                  op.createIndex("sensors", index("ix_sensors_machine_id", "machine_id"));
                  op.in("audit").dropTable("old_sensors");
                  op.dropColumn("machines", "sensor_count");
                }),
            List.of());

    assertThat(RevisionSource.of(draft))
        .endsWith(
            """
            /**
             * Create sensors.
             *
             * <p>Revision 698c22942be3, the first one.
             */
            @Migration(revision = "698c22942be3", message = "Create sensors", created = "2026-11-22T10:31:00Z")
            public final class CreateSensors implements Revision {

              @Override
              public void upgrade(Operations op) {
                Operations audit = op.in("audit");
                op.createTable(
                    "sensors",
                    column("id", bigint()).notNull().asIdentity(),
                    column("machine_id", bigint()).notNull(),
                    column("name", varchar(100)).notNull().withDefault("'unnamed'"),
                    column("installed_at", timestamptz(6)),
                    column("span", type("interval")),
                    primaryKey("id"),
                    unique("machine_id", "name"),
                    foreignKey("machine_id")
                        .references(QualifiedName.of("plant", "machines"), "id")
                        .onDelete(ReferentialAction.CASCADE)
                        .named("fk_sensors_machines"));
                op.createIndex("sensors", index("ix_sensors_machine_id", "machine_id"));
                // Deletes the table's rows: the downgrade restores the table, empty.
                audit.dropTable("old_sensors");
                // Deletes the column's values: the downgrade restores the column, not the values.
                op.dropColumn("machines", "sensor_count");
              }

              @Override
              public void downgrade(Operations op) {}
            }
            """);
  }

  @Test
  void saysWhatAGeneratedColumnLoses() {
    Schema before =
        applied(
            recorded(
                op ->
                    op.createTable(
                        "lines",
                        column("price", bigint()),
                        column("total", bigint()).generatedAs("price + 1"),
                        column("plain", bigint()),
                        column("gone", bigint()).generatedAs("price"))),
            Schema.empty());
    Schema after =
        applied(
            recorded(
                op ->
                    op.createTable(
                        "lines",
                        column("price", bigint()),
                        column("total", bigint()).generatedAs("price + 2"),
                        column("plain", bigint()).notNull().generatedAs("price"))),
            Schema.empty());
    List<Operation> upgrade = SchemaDiffer.diff(before, after);
    RevisionDraft draft =
        new RevisionDraft(
            "",
            "Change",
            "698c22942be3",
            List.of(),
            "",
            Instant.EPOCH,
            upgrade,
            Inverses.of(upgrade, before).orElseThrow());

    assertThat(RevisionSource.of(draft))
        .contains(
            """
              public void upgrade(Operations op) {
                // Added again below: its values are computed anew, and its place is the last.
                op.dropColumn("lines", "total");
                // The downgrade computes the column's values anew.
                op.dropColumn("lines", "gone");
                // Deletes the column's values: from here on its expression gives them.
                op.dropColumn("lines", "plain");
                op.addColumn("lines", column("total", bigint()).generatedAs("price + 2"));
                op.addColumn("lines", column("plain", bigint()).notNull().generatedAs("price"));
              }
            """);
  }

  private static Schema applied(List<Operation> operations, Schema to) {
    Schema schema = to;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  @Test
  void aColumnThatRowsHaveNoValueForSaysWhatToWriteInstead() throws FormatterException {
    RevisionDraft draft =
        draft(
            "AddStatus",
            List.of(),
            "Add status",
            recorded(
                op -> {
                  op.addColumn("machines", column("status", varchar(20)).notNull());
                  op.addColumn("machines", column("x".repeat(60), varchar(20)).notNull());
                  op.addColumn("machines", column("n", bigint()).notNull().withDefault("0"));
                }));

    String source = RevisionSource.of(draft);

    assertThat(source)
        .contains(
            """
                // Fails on a table with rows, which would have no value here. For such a table write instead:
                //   op.addColumn("machines", column("status", varchar(20)));
                //   op.execute("UPDATE machines SET status = ...");
                //   op.setNotNull("machines", "status");
                op.addColumn("machines", column("status", varchar(20)).notNull());
            """)
        .contains(
            """
                //   addColumn without notNull, execute an UPDATE, setNotNull
                op.addColumn(
            """)
        .contains(
            """
                op.addColumn("machines", column("n", bigint()).notNull().withDefault("0"));
            """);
    assertThat(formatted(source)).isEqualTo(source);
  }

  @Test
  void theDowngradeSaysWhatRowsHaveNoValueForToo() throws FormatterException {
    RevisionDraft given =
        draft(
            "DropStatus",
            List.of("aaaaaaaaaaaa"),
            "Drop status",
            recorded(op -> op.dropColumn("machines", "status")));
    RevisionDraft draft =
        new RevisionDraft(
            given.packageName(),
            given.className(),
            given.id(),
            given.downRevisions(),
            given.message(),
            given.created(),
            given.upgrade(),
            recorded(
                op -> {
                  op.addColumn("machines", column("status", varchar(20)).notNull());
                  op.dropTable("sensors");
                }));

    String source = RevisionSource.of(draft);

    assertThat(source)
        .contains(
            """
              public void downgrade(Operations op) {
                // Fails on a table with rows, which would have no value here. For such a table write instead:
                //   op.addColumn("machines", column("status", varchar(20)));
                //   op.execute("UPDATE machines SET status = ...");
                //   op.setNotNull("machines", "status");
                op.addColumn("machines", column("status", varchar(20)).notNull());
                op.dropTable("sensors");
            """);
    assertThat(formatted(source)).isEqualTo(source);
  }

  @Test
  void aMergeNamesAllThatItFollows() throws FormatterException {
    RevisionDraft draft =
        draft("Merge", List.of("aaaaaaaaaaaa", "bbbbbbbbbbbb"), "Merge", List.of());

    String source = RevisionSource.of(draft);

    assertThat(source)
        .contains(" * <p>Revision 3f2a9c1b04de, follows aaaaaaaaaaaa and bbbbbbbbbbbb.\n")
        .contains("    downRevision = {\"aaaaaaaaaaaa\", \"bbbbbbbbbbbb\"},\n");
    assertThat(formatted(source)).isEqualTo(source);
  }

  @Test
  void aStepIsWrittenAsAPlaceForItsCode() throws FormatterException {
    RevisionDraft draft =
        draft("Fill", List.of(), "Fill", List.of(new RunStep("fill \"a\"", connection -> {})));

    String source = RevisionSource.of(draft);

    assertThat(formatted(source)).isEqualTo(source);
    Operation written = upgradeOf(Compiled.of(Map.of("app.Fill", source)), "app.Fill").get(0);
    assertThat(written)
        .isInstanceOfSatisfying(
            RunStep.class, step -> assertThat(step.label()).isEqualTo("fill \"a\""));
  }

  @Test
  void aRevisionOfManyTablesKeepsTheLimitsOfAMethod() {
    List<Operation> upgrade =
        recorded(
            op -> {
              for (int i = 0; i < 1500; i++) {
                op.createTable(
                    "table_" + i,
                    column("id", bigint()).notNull().asIdentity(),
                    column("name", varchar(i + 1)).notNull().withDefault("'name " + i + "'"),
                    column("comment", varchar(1000)),
                    primaryKey("id"),
                    unique("name"));
              }
            });
    RevisionDraft draft = draft("Many", List.of(), "Many", upgrade);

    Compiled compiled = Compiled.of(Map.of("app.Many", RevisionSource.of(draft)));

    assertThat(upgradeOf(compiled, "app.Many")).isEqualTo(upgrade);
  }

  @Property(tries = 5, shrinking = ShrinkingMode.OFF)
  void whatIsWrittenRecordsTheSame(@ForAll("drafts") List<RevisionDraft> drafts)
      throws FormatterException {
    Map<String, String> sources = new LinkedHashMap<>();
    List<RevisionDraft> numbered = new ArrayList<>();
    for (RevisionDraft draft : drafts) {
      RevisionDraft named =
          draft("R" + numbered.size(), draft.downRevisions(), draft.message(), draft.upgrade());
      numbered.add(named);
      sources.put(named.qualifiedName(), RevisionSource.of(named));
    }

    Compiled compiled = Compiled.of(sources);

    for (RevisionDraft draft : numbered) {
      assertThat(upgradeOf(compiled, draft.qualifiedName())).isEqualTo(draft.upgrade());
      String source = sources.get(draft.qualifiedName());
      assertThat(formatted(source)).isEqualTo(source);
    }
  }

  @Provide
  static Arbitrary<List<RevisionDraft>> drafts() {
    Arbitrary<String> messages =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(200),
            Arbitraries.strings().ascii().ofMaxLength(300),
            Arbitraries.of(
                "*/ } oops", "\\u002a\\u002f", "{@code } <pre> @param", "", "a\nb", "\ud83d"));
    return Combinators.combine(
            Arbitraries.of("a", "b", "698c22942be3", "0123456789abcdef0123456789abcdef")
                .list()
                .uniqueElements(),
            messages,
            RetortArbitraries.operations().list().ofMaxSize(15))
        .as((downs, message, operations) -> draft("Unnamed", downs, message, operations))
        .list()
        .ofSize(50);
  }

  private static RevisionDraft draft(
      String className, List<String> downRevisions, String message, List<Operation> upgrade) {
    return new RevisionDraft(
        "app", className, "3f2a9c1b04de", downRevisions, message, CREATED, upgrade, List.of());
  }

  private static List<Operation> upgradeOf(Compiled compiled, String className) {
    return recorded(compiled.create(Revision.class, className)::upgrade);
  }

  private static List<Operation> recorded(Consumer<Operations> script) {
    return Operations.record(script).stream().map(RecordedOperation::operation).toList();
  }

  private static String formatted(String source) throws FormatterException {
    String ordered =
        ImportOrderer.reorderImports(
            RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.GOOGLE);
    return new Formatter().formatSource(ordered);
  }
}
