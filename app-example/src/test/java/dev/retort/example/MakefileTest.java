package dev.retort.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.example.ExampleCopy.Outcome;
import dev.retort.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the Makefile, as a team types them, on a copy of the example. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class MakefileTest {

  private static final String HEAD = "b7d41e60c9f5";

  private static final String NEW_FIELD =
      """
        @Column(name = "purchase_price", precision = 12, scale = 2)
        private BigDecimal purchasePrice;

        public Optional<BigDecimal> purchasePrice() {
          return Optional.ofNullable(purchasePrice);
        }

      """;

  private static final Set<String> NEEDED =
      Set.of(
          "migrate",
          "migration",
          "migration-empty",
          "migrate-rollback",
          "migrate-current",
          "migrate-history",
          "db",
          "dev",
          "logs");

  @TempDir private Path directory;

  @BeforeEach
  void needsMake() {
    assumeTrue(isThere("make"), "make is not installed");
  }

  @Test
  void migratesAndDraftsAndGoesBack() throws Exception {
    assumeTrue(
        LocalRepository.canBeMade(),
        "the Maven plugin is not built: build the whole project (./mvnw verify)");
    TestDatabase database = TestDatabase.create();
    Path repository = directory.resolve("local-repository");
    ExampleCopy copy =
        ExampleCopy.withMake(
            directory.resolve("clone"), LocalRepository.in(repository).arguments());
    Files.writeString(copy.file(".env"), "DATABASE_URL=" + address(database) + "\n");

    Outcome history = copy.make("migrate-history");
    assertThat(history.status()).as(history.output()).isZero();
    assertThat(history.output()).contains(HEAD, "Replace operational by status");

    Outcome migrated = copy.make("migrate");
    assertThat(migrated.status()).as(migrated.output()).isZero();
    assertThat(migrated.output()).contains("Upgraded from base to " + HEAD + ": 3 revisions.");

    List<String> before = new ArrayList<>(copy.revisions().keySet());
    copy.edit(
        "model/Machine.java", "  protected Machine() {}", NEW_FIELD + "  protected Machine() {}");
    Outcome drafted = copy.make("migration", "msg=Add what the \"big\" machines cost");
    assertThat(drafted.status()).as(drafted.output()).isZero();
    assertThat(newOnes(before, copy)).containsExactly("AddWhatTheBigMachinesCost.java");
    assertThat(copy.revisions().get("AddWhatTheBigMachinesCost.java"))
        .contains("message = \"Add what the \\\"big\\\" machines cost\"")
        .contains("op.addColumn(\"machines\", column(\"purchase_price\", numeric(12, 2)))");

    Outcome empty = copy.make("migration-empty", "msg=Fill what machines cost");
    assertThat(empty.status()).as(empty.output()).isZero();
    assertThat(newOnes(before, copy))
        .containsExactly("AddWhatTheBigMachinesCost.java", "FillWhatMachinesCost.java");

    Outcome again = copy.make("migrate");
    assertThat(again.status()).as(again.output()).isZero();
    assertThat(again.output()).contains("Upgraded from " + HEAD + " to ", ": 2 revisions.");

    Outcome back = copy.make("migrate-rollback", "steps=2");
    assertThat(back.status()).as(back.output()).isZero();
    Outcome current = copy.make("migrate-current");
    assertThat(current.status()).as(current.output()).isZero();
    assertThat(current.lines()).last().asString().startsWith(HEAD + ", Replace operational");
    assertThat(current.output()).doesNotContain("Add what the");

    if (isThere("psql")) {
      Outcome asked = copy.make("db", "sql=SELECT revision FROM retort_version");
      assertThat(asked.status()).as(asked.output()).isZero();
      assertThat(asked.lines()).containsExactly(HEAD);
    }
  }

  @Test
  void tellsWhatIsMissingBeforeAnythingIsRun() throws Exception {
    ExampleCopy copy = ExampleCopy.withMake(directory.resolve("clone"), List.of());

    for (String command : List.of("migration", "migration-empty")) {
      Outcome refused = copy.make(command);
      assertThat(refused.status()).isNotZero();
      assertThat(refused.output()).contains("make " + command + " msg=\"");
    }
    Outcome nowhere = copy.make("db");
    assertThat(nowhere.status()).isNotZero();
    assertThat(nowhere.output()).contains("neither DATABASE_URL nor DB_NAME is set: make up");
  }

  @Test
  void listsItsCommands() throws Exception {
    ExampleCopy copy = ExampleCopy.withMake(directory.resolve("clone"), List.of());
    Matcher phony =
        Pattern.compile("(?s)\\.PHONY: (.*?)\\n\\n")
            .matcher(Files.readString(copy.file("Makefile")));
    assertThat(phony.find()).isTrue();
    Set<String> commands = new TreeSet<>(List.of(phony.group(1).split("[\\s\\\\]+", -1)));

    Outcome help = copy.make("help");

    assertThat(help.status()).as(help.output()).isZero();
    assertThat(help.lines().stream().map(line -> line.strip().split(" ", 2)[0]))
        .containsExactlyInAnyOrderElementsOf(commands);
    assertThat(commands).containsAll(NEEDED);
    String readme = Files.readString(Path.of("README.md"));
    assertThat(commands).allSatisfy(name -> assertThat(readme).contains("make " + name));
  }

  /** What make up starts is what the sample of .env names. */
  @Test
  void namesTheDatabaseThatItStarts() throws Exception {
    ExampleCopy copy = ExampleCopy.withMake(directory.resolve("clone"), List.of());
    String compose = Files.readString(Path.of("compose.yaml"));

    Outcome up = copy.make("up", "COMPOSE=echo compose");

    assertThat(up.status()).as(up.output()).isZero();
    assertThat(up.lines()).contains("compose up --detach --wait");
    assertThat(Files.readAllLines(copy.file(".env")))
        .contains(
            "DATABASE_URL=postgresql://%s:%s@localhost:%s/%s"
                .formatted(
                    valueOf("POSTGRES_USER: (\\w+)", compose),
                    valueOf("POSTGRES_PASSWORD: (\\w+)", compose),
                    valueOf("\"127\\.0\\.0\\.1:(\\d+):5432\"", compose),
                    valueOf("POSTGRES_DB: (\\w+)", compose)));
  }

  private static String valueOf(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static List<String> newOnes(List<String> before, ExampleCopy copy) throws IOException {
    List<String> names = new ArrayList<>(copy.revisions().keySet());
    names.removeAll(before);
    return names;
  }

  /** As psql takes it too: without the driver's own parameters. */
  private static String address(TestDatabase database) {
    return database
        .url()
        .replaceFirst("\\?.*$", "")
        .replaceFirst(
            "^jdbc:postgresql://",
            "postgresql://" + database.user() + ":" + database.password() + "@");
  }

  private static boolean isThere(String program) {
    try {
      Process process = new ProcessBuilder(program, "--version").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
