package dev.retort.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.UpgradeResult;
import dev.retort.cli.output.ExitCode;
import dev.retort.cli.testing.Documents;
import dev.retort.cli.testing.TestHistory;
import dev.retort.migrate.Direction;
import dev.retort.migrate.MigrationListener;
import dev.retort.revision.RevisionInfo;
import dev.retort.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What transcripts do not show: terminals, processes, and servers that refuse. */
class RetortCliTest {

  private static final String ESCAPE = "\u001b[";

  private final TestDatabase database = TestDatabase.create();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path directory;

  @Test
  void aTerminalHasColoursAndALineThatIsRewritten() {
    ExitCode exit = run(Map.of(), true, "upgrade", "+2");

    assertThat(exit).isEqualTo(ExitCode.DONE);
    assertThat(err.toString().replaceAll("\\(\\d+ ms\\)", "(N ms)"))
        .isEqualTo(
            "\r"
                + "\u001b[2Kupgrade 1 of 2: \u001b[33m698c22942be3\u001b[0m Create machines …\r"
                + "\u001b[2Kupgrade 2 of 2: \u001b[33m3f2a9c1b04de\u001b[0m Create sensors …\r"
                + "\u001b[2Kupgrade 1 of 2: \u001b[33m698c22942be3\u001b[0m Create machines (N"
                + " ms)\n"
                + "\r"
                + "\u001b[2Kupgrade 2 of 2: \u001b[33m3f2a9c1b04de\u001b[0m Create sensors (N"
                + " ms)\n");
    assertThat(out.toString()).isEqualTo("Upgraded from base to 3f2a9c1b04de: 2 revisions.\n");
  }

  @Test
  void theLineOfARevisionThatFailsIsEndedBeforeTheProblemIsTold() {
    Surroundings surroundings =
        surroundings(Map.of("NO_COLOR", "1"), true).registry(() -> TestHistory.named("failing"));

    ExitCode exit = RetortCli.run(List.of("upgrade"), surroundings);

    assertThat(exit).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("upgrade 4 of 4: dead00000001 Fill machines …\n[RT512] ");
  }

  @Test
  void coloursCanBeTurnedOff() {
    run(Map.of("NO_COLOR", "1"), true, "history");
    run(Map.of(), true, "history", "--no-color");
    run(Map.of(), true, "--no-color", "heads", "-v");
    run(Map.of(), false, "history");
    run(Map.of("NO_COLOR", "1"), true, "nonsense");
    assertThat(out + err.toString()).isNotEmpty().doesNotContain(ESCAPE);

    run(Map.of(), true, "history");
    run(Map.of(), true, "nonsense");
    assertThat(out.toString()).contains(ESCAPE + "33m");
    assertThat(err.toString()).contains(ESCAPE + "31m[RT600]");
  }

  @Test
  void argumentsAreNotReadFromFiles() throws IOException {
    Path file = Files.writeString(directory.resolve("arguments"), "heads", UTF_8);

    assertThat(run(Map.of(), false, "@" + file)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("there is no command '@");
  }

  @Test
  void jsonHasNoColours() {
    run(Map.of(), true, "history", "--json");

    assertThat(out.toString()).doesNotContain(ESCAPE);
    assertThat(Documents.problems(out.toString())).isEmpty();
  }

  @Test
  void aLoginThatIsRefusedIsNotReachable() {
    ExitCode exit =
        run(Map.of(), false, "current", "--user", "nobody", "--password", "not told", "--json");

    assertThat(exit).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(out + err.toString()).contains("[RT504]").doesNotContain("not told");
    assertThat(Documents.problems(out.toString())).isEmpty();
  }

  @Test
  void aDatabaseThatIsNotThereIsNotReachable() {
    String url = database.url().replaceFirst("/retort_\\w+", "/no_such_database");

    assertThat(run(Map.of(), false, "upgrade", "--url", url)).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(err.toString()).contains("[RT505]");
  }

  @Test
  void theSessionBearsRetortsName() throws SQLException {
    database.execute(
        "CREATE VIEW who AS SELECT current_setting('application_name')::int FROM pg_class");

    ExitCode exit =
        RetortCli.run(
            List.of("upgrade"),
            surroundings(Map.of(), false)
                .registry(() -> TestHistory.running("a10000000000", "SELECT * FROM who")));

    assertThat(exit).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("invalid input syntax for type integer: \"retort\"");
  }

  @Test
  void whoIsWaitedForIsTold() throws Exception {
    TestHistory slow = TestHistory.running("a10000000000", "SELECT pg_sleep(2)");
    CountDownLatch begun = new CountDownLatch(1);
    MigrationListener listener =
        new MigrationListener() {
          @Override
          public void started(Direction direction, RevisionInfo revision) {
            begun.countDown();
          }
        };
    Retort other = Retort.on(database.dataSource()).registry(slow).listener(listener);
    CompletableFuture<UpgradeResult> first = CompletableFuture.supplyAsync(other::upgrade);
    assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

    ExitCode exit =
        RetortCli.run(List.of("upgrade"), surroundings(Map.of(), false).registry(() -> slow));

    assertThat(exit).isEqualTo(ExitCode.DONE);
    assertThat(err.toString())
        .startsWith("waiting for another process that is migrating, pid ")
        .hasLineCount(1);
    assertThat(first.get().changed()).isTrue();
  }

  @Test
  void howLongIsWaitedCanBeSaid() throws Exception {
    long key = 8243122714063416861L;
    try (Connection other = database.connection();
        Statement statement = other.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + key + ")");

      ExitCode exit = run(Map.of(), false, "upgrade", "--lock-wait", "50ms");

      assertThat(exit).isEqualTo(ExitCode.REFUSED);
      assertThat(err.toString())
          .contains("[RT506]", "longer than 50 ms", "for a longer wait give --lock-wait TIME");
    }
  }

  @Test
  void oneOfSeveralRegistriesIsChosen() {
    Surroundings both =
        surroundings(Map.of(), false)
            .registries(name -> TestHistory.named(name.orElse("branches")));

    assertThat(RetortCli.run(List.of("heads", "--registry", "line"), both))
        .isEqualTo(ExitCode.DONE);
    assertThat(RetortCli.run(List.of("upgrade", "--registry=longer", "--dry-run"), both))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("b7d41e60c9f5 (head)", "9f00aa11bb22 Create parts");
    assertThat(RetortCli.run(List.of("heads"), both)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("d10000000000");
  }

  @Test
  void aProcessEndsWithTheCode() throws IOException, InterruptedException {
    Path output = directory.resolve("output");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.retort.cli.Main",
                "heads",
                "--json"));
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(3);
    String document = Files.readString(output, UTF_8);
    assertThat(document).contains("\"code\":\"RT501\"");
    assertThat(Documents.problems(document)).isEmpty();
  }

  private ExitCode run(Map<String, String> environment, boolean terminal, String... arguments) {
    return RetortCli.run(List.of(arguments), surroundings(environment, terminal));
  }

  private Surroundings surroundings(Map<String, String> environment, boolean terminal) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("DATABASE_URL", database.url());
    variables.put("DB_USER", database.user());
    variables.put("DB_PASSWORD", database.password());
    return Surroundings.of(new PrintWriter(out), new PrintWriter(err))
        .environment(variables)
        .directory(directory)
        .terminal(terminal)
        .registry(() -> TestHistory.named("line"));
  }
}
