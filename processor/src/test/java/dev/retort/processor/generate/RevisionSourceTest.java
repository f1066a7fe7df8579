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
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.RunStep;
import dev.retort.revision.Revision;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
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
        SingleBranch.draft(
            "app.migrations",
            "AddMaintenanceScheduleToMachines",
            "3f2a9c1b04de",
            List.of("698c22942be3"),
            "Add maintenance_schedule to machines",
            CREATED,
            statements(
                recorded(
                    op -> op.addColumn("machines", column("maintenance_schedule", varchar(100))))),
            statements(recorded(op -> op.dropColumn("machines", "maintenance_schedule"))));

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
        SingleBranch.draft(
            "app.migrations",
            "CreateSensors",
            "698c22942be3",
            List.of(),
            "Create sensors",
            CREATED,
            commented(
                recorded(
                    op -> {
                      op.createTable(
                          "sensors",
                          column("id", bigint()).notNull().asIdentity(),
                          column("machine_id", bigint()).notNull(),
                          column("name", varchar(100)).notNull().withDefault("'unnamed'"),
                          column("installed_at", timestamptz(6)),
                          column("span", SqlType.type("interval")),
                          column("at", SqlType.userDefined("geometry").withArguments("Point,4326")),
                          primaryKey("id"),
                          unique("machine_id", "name"),
                          foreignKey("machine_id")
                              .references(QualifiedName.of("plant", "machines"), "id")
                              .onDelete(ReferentialAction.CASCADE)
                              .named("fk_sensors_machines"));
                      op.createIndex("sensors", index("ix_sensors_machine_id", "machine_id"));
                      op.in("audit").dropTable("old_sensors");
                      op.dropColumn("machines", "sensor_count");
                    })),
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
                    column("at", userDefined("geometry").withArguments("Point,4326")),
                    primaryKey("id"),
                    unique("machine_id", "name"),
                    foreignKey("machine_id")
                        .references(QualifiedName.of("plant", "machines"), "id")
                        .onDelete(ReferentialAction.CASCADE)
                        .named("fk_sensors_machines"));
                op.createIndex("sensors", index("ix_sensors_machine_id", "machine_id"));
                // First line
                // second
                audit.dropTable("old_sensors");
                op.dropColumn("machines", "sensor_count");
              }

              @Override
              public void downgrade(Operations op) {}
            }
            """);
  }

  @Test
  void aCommentStaysAComment() {
    List<DraftedOperation> hostile =
        recorded(op -> op.dropColumn("machines", "status")).stream()
            .map(
                each ->
                    new DraftedOperation(
                        each, List.of("a\nop.dropTable(1);", "b\\u000aop.dropTable(2);")))
            .toList();
    RevisionDraft draft =
        SingleBranch.draft("app", "Drop", "a", List.of(), "", CREATED, hostile, List.of());

    Compiled compiled = Compiled.of(Map.of("app.Drop", RevisionSource.of(draft)));

    assertThat(upgradeOf(compiled, "app.Drop")).isEqualTo(operations(draft));
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

  @Property(seed = "1", tries = 5, shrinking = ShrinkingMode.OFF)
  void whatIsWrittenRecordsTheSame(@ForAll("drafts") List<RevisionDraft> drafts)
      throws FormatterException {
    Map<String, String> sources = new LinkedHashMap<>();
    List<RevisionDraft> numbered = new ArrayList<>();
    for (RevisionDraft draft : drafts) {
      RevisionDraft named =
          draft("R" + numbered.size(), draft.downRevisions(), draft.message(), operations(draft));
      numbered.add(named);
      sources.put(named.qualifiedName(), RevisionSource.of(named));
    }

    Compiled compiled = Compiled.of(sources);

    for (RevisionDraft draft : numbered) {
      assertThat(upgradeOf(compiled, draft.qualifiedName())).isEqualTo(operations(draft));
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
    return SingleBranch.draft(
        "app",
        className,
        "3f2a9c1b04de",
        downRevisions,
        message,
        CREATED,
        statements(upgrade),
        List.of());
  }

  private static List<DraftedOperation> statements(List<Operation> operations) {
    return operations.stream().map(each -> new DraftedOperation(each, List.of())).toList();
  }

  private static List<DraftedOperation> commented(List<Operation> operations) {
    return operations.stream()
        .map(
            each ->
                new DraftedOperation(
                    each, each instanceof DropTable ? List.of("First line", "second") : List.of()))
        .toList();
  }

  private static List<Operation> operations(RevisionDraft draft) {
    return draft.upgrade().stream().map(DraftedOperation::operation).toList();
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
