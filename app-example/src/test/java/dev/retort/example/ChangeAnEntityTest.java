package dev.retort.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.example.ExampleCopy.Outcome;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The loop that a user of Retort lives in, with Maven, javac, Hibernate and PostgreSQL. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ChangeAnEntityTest {

  private static final String MACHINE = "model/Machine.java";
  private static final String HEAD = "b7d41e60c9f5";
  private static final String DRIFT_DRAFTS = "META-INF/retort/draft";

  private static final String NEW_FIELDS =
      """
        @Column(name = "purchase_price", precision = 12, scale = 2)
        private BigDecimal purchasePrice;

        @Enumerated(EnumType.STRING)
        @Column(name = "last_maintenance", length = 20)
        private MaintenanceKind lastMaintenance;

        public Optional<BigDecimal> purchasePrice() {
          return Optional.ofNullable(purchasePrice);
        }

        public Optional<MaintenanceKind> lastMaintenance() {
          return Optional.ofNullable(lastMaintenance);
        }

      """;

  private final TestDatabase database = TestDatabase.create();

  @TempDir private Path directory;

  @Test
  void addsFieldsAndRemovesThemAgain() throws Exception {
    Retort.on(database.dataSource()).upgrade();
    SortedSet<String> before = CatalogFacts.all().of(database);
    ExampleCopy copy = ExampleCopy.into(directory);
    SortedMap<String, String> written = copy.revisions();

    Outcome unchanged = copy.compile();
    assertThat(unchanged.status()).as(unchanged.output()).isZero();
    assertThat(unchanged.lines())
        .as("only the example is compiled")
        .filteredOn(line -> line.contains("Compiling "))
        .hasSize(1);

    copy.edit(MACHINE, "  protected Machine() {}", NEW_FIELDS + "  protected Machine() {}");
    Outcome drifted = copy.compile();
    assertThat(drifted.status()).isNotZero();
    assertThat(drifted.output())
        .contains(
            at(copy, "private BigDecimal purchasePrice;", "purchasePrice")
                + "[RT201] Schema drift: column machines.purchase_price numeric(12,2) is mapped here",
            at(copy, "private MaintenanceKind lastMaintenance;", "lastMaintenance")
                + "[RT201] Schema drift: column machines.last_maintenance varchar(20) is mapped here",
            "up to head " + HEAD + " do not create it");
    Path left = theOnlyFileIn(copy.classOutput(DRIFT_DRAFTS));
    assertThat(drifted.output()).contains("its draft is at " + left);
    assertThat(copy.revisions()).isEqualTo(written);

    Outcome drafted = copy.compile("-Dretort.message=Add what machines cost");
    assertThat(drafted.status()).as(drafted.output()).isZero();
    Revision added = theNewOne(written, copy.revisions());
    assertThat(drafted.output()).contains(copy.source("migrations/" + added.file()).toString());
    assertThat(added.file()).isEqualTo("AddWhatMachinesCost.java");
    assertThat(added.source())
        .isEqualTo(
            """
            package dev.retort.example.migrations;

            import static dev.retort.schema.CheckConstraint.check;
            import static dev.retort.schema.Column.column;
            import static dev.retort.schema.SqlType.numeric;
            import static dev.retort.schema.SqlType.varchar;

            import dev.retort.operation.Operations;
            import dev.retort.revision.Migration;
            import dev.retort.revision.Revision;

            /**
             * Add what machines cost.
             *
             * <p>Revision %1$s, follows b7d41e60c9f5.
             */
            @Migration(
                revision = "%1$s",
                downRevision = "b7d41e60c9f5",
                message = "Add what machines cost",
                created = "%2$s")
            public final class AddWhatMachinesCost implements Revision {

              @Override
              public void upgrade(Operations op) {
                op.addColumn("machines", column("purchase_price", numeric(12, 2)));
                op.addColumn("machines", column("last_maintenance", varchar(20)));
                op.addConstraint(
                    "machines",
                    check("last_maintenance in ('INSPECTION', 'PREVENTIVE', 'CORRECTIVE')")
                        .named("machines_last_maintenance_check"));
              }

              @Override
              public void downgrade(Operations op) {
                op.dropConstraint("machines", "machines_last_maintenance_check");
                op.dropColumn("machines", "last_maintenance");
                op.dropColumn("machines", "purchase_price");
              }
            }
            """
                .formatted(added.id(), added.created()));
    written = copy.revisions();

    Outcome compiled = copy.compile();
    assertThat(compiled.status()).as(compiled.output()).isZero();
    assertThat(copy.classOutput(DRIFT_DRAFTS))
        .satisfiesAnyOf(
            folder -> assertThat(folder).doesNotExist(),
            folder -> assertThat(folder).isEmptyDirectory());
    assertThat(copy.revisions()).isEqualTo(written);

    Outcome migrated = copy.boot(database);
    assertThat(migrated.status()).as(migrated.output()).isZero();
    assertThat(applied(migrated)).containsExactly(added.id() + "  Add what machines cost");
    assertThat(migrated.lines()).contains("schema     migrated to " + added.id());
    assertThat(CatalogFacts.all().of(database))
        .containsAll(before)
        .contains(
            "column machines.last_maintenance character varying(20)",
            "column machines.purchase_price numeric(12,2)");

    Outcome upToDate = copy.boot(database);
    assertThat(upToDate.status()).as(upToDate.output()).isZero();
    assertThat(applied(upToDate)).isEmpty();
    assertThat(upToDate.lines()).contains("schema     up to date at " + added.id());

    copy.edit(MACHINE, NEW_FIELDS, "");
    Outcome driftedBack = copy.compile();
    assertThat(driftedBack.status()).isNotZero();
    assertThat(driftedBack.output())
        .contains(
            at(copy, "public class Machine ", "class")
                + "[RT202] Schema drift: the migrations up to head "
                + added.id()
                + " create column machines.purchase_price",
            "create column machines.last_maintenance");

    Outcome draftedBack = copy.compile("-Dretort.message=Forget what machines cost");
    assertThat(draftedBack.status()).as(draftedBack.output()).isZero();
    Revision removed = theNewOne(written, copy.revisions());
    assertThat(removed.source()).contains("downRevision = \"" + added.id() + "\"");

    Outcome migratedBack = copy.boot(database);
    assertThat(migratedBack.status()).as(migratedBack.output()).isZero();
    assertThat(applied(migratedBack)).containsExactly(removed.id() + "  Forget what machines cost");
    assertThat(CatalogFacts.all().of(database)).isEqualTo(before);
  }

  @Test
  void refusesARevisionThatWasEditedAfterItWasApplied() throws Exception {
    Retort.on(database.dataSource()).upgrade();
    SortedSet<String> before = CatalogFacts.all().of(database);
    ExampleCopy copy = ExampleCopy.into(directory);

    String old = "AddMaintenanceScheduleToMachines";
    String renamed = "ScheduleMaintenance";
    copy.edit(
        "migrations/" + old + ".java",
        "    op.addColumn(\"machines\", column(\"maintenance_schedule\", varchar(100)));",
        """
            // In the words of the plant.
            String machines = "machines";
            op.addColumn(
                machines, column("maintenance_schedule", varchar(100)));\
        """);
    copy.edit("migrations/" + old + ".java", "class " + old, "class " + renamed);
    copy.rename("migrations/" + old + ".java", "migrations/" + renamed + ".java");
    Outcome reformatted = copy.compile();
    assertThat(reformatted.status()).as(reformatted.output()).isZero();
    Outcome booted = copy.boot(database);
    assertThat(booted.status()).as(booted.output()).isZero();
    assertThat(applied(booted)).isEmpty();
    assertThat(booted.lines()).contains("schema     up to date at " + HEAD);

    copy.edit("migrations/" + renamed + ".java", "varchar(100)", "varchar(120)");
    copy.edit(
        MACHINE,
        "\"maintenance_schedule\", length = 100",
        "\"maintenance_schedule\", length = 120");
    Outcome edited = copy.compile();
    assertThat(edited.status()).as(edited.output()).isZero();
    Outcome refused = copy.boot(database);
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.lines())
        .last()
        .asString()
        .startsWith("[RT508] Revision 3f2a9c1b04de is not what was applied to this database")
        .contains("Fix: restore the revision");
    assertThat(CatalogFacts.all().of(database)).isEqualTo(before);
    assertThat(Retort.on(database.dataSource()).upgrade().changed())
        .as("the application as it was still boots")
        .isFalse();
  }

  /** As Maven prints the place of an error: the file, and line and column of a word in a line. */
  private static String at(ExampleCopy copy, String line, String word) throws IOException {
    List<String> lines = Files.readAllLines(copy.source(MACHINE));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(line)) {
        int column = lines.get(i).indexOf(word) + 1;
        return copy.source(MACHINE) + ":[" + (i + 1) + "," + column + "] ";
      }
    }
    throw new IllegalArgumentException(MACHINE + " does not say: " + line);
  }

  private record Revision(String file, String source) {

    String id() {
      return valueOf("revision");
    }

    String created() {
      return valueOf("created");
    }

    private String valueOf(String attribute) {
      Matcher found = Pattern.compile("\\b" + attribute + " = \"([^\"]*)\"").matcher(source);
      assertThat(found.find()).isTrue();
      return found.group(1);
    }
  }

  private static Revision theNewOne(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    List<String> names = new ArrayList<>(after.keySet());
    names.removeAll(before.keySet());
    assertThat(names).hasSize(1);
    assertThat(after).containsAllEntriesOf(before);
    return new Revision(names.get(0), after.get(names.get(0)));
  }

  private static Path theOnlyFileIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  /** Id and message of each revision that a boot says it applied. */
  private static List<String> applied(Outcome boot) {
    return boot.lines().stream()
        .filter(line -> line.startsWith("applied"))
        .map(line -> line.substring("applied".length()).replaceFirst(" +\\d+ ms$", "").strip())
        .toList();
  }
}
