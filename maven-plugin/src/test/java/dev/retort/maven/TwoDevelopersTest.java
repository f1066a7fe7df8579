package dev.retort.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.maven.MavenProjectCopy.Outcome;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two branches of git, each with a change of the entities, its revision and a database that was
 * migrated with it; then git merges them.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class TwoDevelopersTest {

  private static final String PART = "shop/src/main/java/shop/Part.java";
  private static final String RACK = "shop/src/main/java/shop/Rack.java";

  private static final Pattern DRAFTED = Pattern.compile("Drafted revision (\\w+) in ");
  private static final Pattern COMMAND = Pattern.compile("merges them: mvn (\\S+) ");

  private static final String RACK_SOURCE =
      """
      package shop;

      import jakarta.persistence.Entity;
      import jakarta.persistence.Id;
      import jakarta.persistence.Table;

      @Entity
      @Table(name = "racks")
      public class Rack {

        @Id private Long id;
      }
      """;

  @TempDir private Path directory;

  @Test
  void mergeTheirRevisionsWithTheCommandThatTheBuildNames() throws Exception {
    assumeTrue(hasGit(), "git is not installed");
    MavenProjectCopy project = MavenProjectCopy.into(directory);
    project.standAlone();
    Files.writeString(project.file(".gitignore"), "target/\n");
    git(project, "init", "--quiet", "--initial-branch=main");
    commit(project, "Create parts");

    git(project, "checkout", "--quiet", "-b", "weights");
    project.edit(
        PART, "@Id private String number;", "@Id private String number;\n  Integer weight;");
    TestDatabase ofWeights = TestDatabase.create();
    String weights = draftAndMigrate(project, "Weigh the parts", ofWeights);

    git(project, "checkout", "--quiet", "-b", "racks", "main");
    Files.writeString(project.file(RACK), RACK_SOURCE);
    TestDatabase ofRacks = TestDatabase.create();
    String racks = draftAndMigrate(project, "Create racks", ofRacks);

    git(project, "merge", "--quiet", "--no-edit", "weights");
    Outcome compiled = project.maven(Map.of(), "-pl", "shop", "compile");
    assertThat(compiled.status()).isNotZero();
    assertThat(compiled.output())
        .contains("[RT104] The revisions have 2 heads: ")
        .contains(weights + " (Weigh the parts)", racks + " (Create racks)")
        .doesNotContain("[RT201]");

    Matcher command = COMMAND.matcher(compiled.output());
    assertThat(command.find()).as(compiled.output()).isTrue();
    Outcome merged = project.maven(Map.of(), "-pl", "shop", command.group(1));
    assertThat(merged.status()).as(merged.all()).isZero();
    String merge = drafted(merged);

    TestDatabase fresh = TestDatabase.create();
    for (TestDatabase database : List.of(fresh, ofWeights, ofRacks)) {
      Outcome upgraded =
          project.maven(connection(database), "-pl", "shop", "retort:upgrade", "retort:check");
      assertThat(upgraded.status()).as(upgraded.all()).isZero();
      assertThat(upgraded.output())
          .contains("The database is what the revisions make, at " + merge + ".");
    }
    assertThat(CatalogFacts.all().of(fresh))
        .contains("column parts.weight integer")
        .anyMatch(fact -> fact.startsWith("column racks.id "))
        .isEqualTo(CatalogFacts.all().of(ofWeights))
        .isEqualTo(CatalogFacts.all().of(ofRacks));
  }

  private static String draftAndMigrate(
      MavenProjectCopy project, String message, TestDatabase database) throws Exception {
    Outcome outcome =
        project.maven(
            connection(database),
            "-pl",
            "shop",
            "retort:revision",
            "retort:upgrade",
            "-Dretort.message=" + message);
    assertThat(outcome.status()).as(outcome.all()).isZero();
    commit(project, message);
    return drafted(outcome);
  }

  private static String drafted(Outcome outcome) {
    Matcher drafted = DRAFTED.matcher(outcome.output());
    assertThat(drafted.find()).as(outcome.all()).isTrue();
    return drafted.group(1);
  }

  private static Map<String, String> connection(TestDatabase database) {
    return Map.of(
        "DATABASE_URL", database.url(),
        "DB_USER", database.user(),
        "DB_PASSWORD", database.password());
  }

  private static void commit(MavenProjectCopy project, String message) throws Exception {
    git(project, "add", "--all");
    git(project, "commit", "--quiet", "--message", message);
  }

  /** Without what the machine's own settings would change. */
  private static void git(MavenProjectCopy project, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=Test", "-c", "user.email=test@localhost"));
    command.addAll(List.of("-c", "commit.gpgsign=false"));
    command.addAll(List.of(arguments));
    ProcessBuilder git = new ProcessBuilder(command).directory(project.file("").toFile());
    git.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    Process process = git.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", arguments) + ": " + output).isZero();
  }

  private static boolean hasGit() throws InterruptedException {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
