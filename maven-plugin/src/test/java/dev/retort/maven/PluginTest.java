package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.maven.MavenProjectCopy.Outcome;
import dev.retort.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The goals as a user types them: Maven, javac and PostgreSQL, in a project of two modules. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class PluginTest {

  private static final String STEPS = "shop/src/main/java/shop/steps";
  private static final String PART = "shop/src/main/java/shop/Part.java";

  private static final String PLAIN =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <parent>
          <groupId>org.example</groupId>
          <artifactId>all</artifactId>
          <version>1</version>
        </parent>
        <artifactId>shop</artifactId> <!-- ours -->

        <dependencies>
          <dependency>
            <groupId>jakarta.persistence</groupId>
            <artifactId>jakarta.persistence-api</artifactId>
            <version>%s</version>
          </dependency>
        </dependencies>
      </project>
      """;

  private final TestDatabase database = TestDatabase.create();

  @TempDir private Path directory;

  @Test
  void migratesAFreshCloneAndDraftsInIt() throws Exception {
    MavenProjectCopy project = MavenProjectCopy.into(directory);

    Outcome misspelt = project.maven(connection(), "retort:upgrade", "-Dretort.dryRun=true");
    assertThat(misspelt.status()).isNotZero();
    assertThat(misspelt.output())
        .contains("[RT600] ", "retort:upgrade takes no -Dretort.dryRun", "write -Dretort.dry-run;")
        .doesNotContain("698c22942be3");

    Outcome upgraded = project.maven(connection(), "retort:upgrade");
    assertThat(upgraded.status()).as(upgraded.all()).isZero();
    assertThat(upgraded.output())
        .contains("Skipped: a project of packaging pom has no revisions.")
        .contains("Skipped: there is no retort-runtime on the class path.")
        .containsPattern("\\[INFO\\] upgrade 1 of 1: 698c22942be3 Create parts \\(\\d+ ms\\)");
    database.execute("INSERT INTO parts VALUES ('a')");

    Outcome current = project.maven(connection(), "-q", "retort:current", "-Dretort.json=true");
    assertThat(current.status()).as(current.all()).isZero();
    assertThat(current.output())
        .startsWith("{\"command\":\"current\"")
        .contains("698c22942be3")
        .endsWith("}\n")
        .hasLineCount(1);

    Outcome history =
        project.maven(
            Map.of(),
            "-X",
            "retort:history",
            "-Dretort.url=postgresql://me:hunter2@localhost/shop",
            "-Dretort.password=hunter2");
    assertThat(history.status()).as(history.all()).isZero();
    assertThat(history.output().lines())
        .anyMatch(l -> l.matches("\\W*698c22942be3 .*Create parts"));
    // Before it, maven-resources-plugin prints all properties and the whole environment with -X.
    String printedByGoal =
        history.output().substring(history.output().lastIndexOf("Configuring mojo execution"));
    assertThat(printedByGoal)
        .contains("dev.retort:retort-maven-plugin", "(f) verbose = false")
        .doesNotContain("hunter2");

    project.standAlone();
    project.edit(
        PART, "@Id private String number;", "@Id private String number;\n  Integer weight;");
    Outcome drifted = project.maven(connection(), "-pl", "shop", "retort:check");
    assertThat(drifted.status()).isNotZero();
    assertThat(drifted.output())
        .contains("[RT201]", "parts.weight", "BUILD FAILURE")
        .contains(
            "Fix: write the missing revision: mvn retort:revision -Dretort.message=\"Add weight")
        .contains("The database was not compared: it will be, once they agree.");

    Outcome drafted =
        project.maven(
            Map.of(), "-pl", "shop", "retort:revision", "-Dretort.message=Weigh the parts");
    assertThat(drafted.status()).as(drafted.all()).isZero();
    assertThat(filesIn(project.file(STEPS)))
        .containsExactly("CreateParts.java", "WeighTheParts.java");

    Outcome notCompiled = project.maven(connection(), "-pl", "shop", "retort:check");
    assertThat(notCompiled.status()).isNotZero();
    assertThat(notCompiled.output()).contains("[RT652] ", "mvn compile retort:check");

    Outcome agreed =
        project.maven(connection(), "-pl", "shop", "compile", "retort:upgrade", "retort:check");
    assertThat(agreed.status()).as(agreed.all()).isZero();
    assertThat(agreed.output()).contains("The entities and the migrations agree.");

    Outcome squashed =
        project.maven(
            Map.of(),
            "-pl",
            "shop",
            "retort:squash",
            "-Dretort.target=base:head",
            "-Dretort.message=All parts");
    assertThat(squashed.status()).as(squashed.all()).isZero();
    assertThat(filesIn(project.file(STEPS))).containsExactly("AllParts.java");

    Outcome again =
        project.maven(connection(), "-pl", "shop", "retort:downgrade", "-Dretort.target=base");
    assertThat(again.status()).as(again.all()).isZero();
    assertThat(again.output()).containsPattern("downgrade 1 of 1: \\w+ All parts");

    Outcome behind =
        project.maven(connection(), "-pl", "shop", "retort:current", "-Dretort.check-heads=true");
    assertThat(behind.status()).isNotZero();
    assertThat(behind.output()).contains("To go there: mvn retort:upgrade -Dretort.target=heads");

    Outcome refused =
        project.maven(connection(), "-pl", "shop", "retort:show", "-Dretort.target=feed");
    assertThat(refused.status()).isNotZero();
    assertThat(refused.output())
        .containsPattern("show \\(default-cli\\) on project shop: \\[RT5\\d\\d\\] ");

    Outcome nothing = project.maven(Map.of(), "-q", "-pl", "shop", "retort:edit");
    assertThat(nothing.status()).isNotZero();
    assertThat(nothing.output()).contains("[RT600] ", ": -Dretort.target is missing.");

    project.edit(PART, "Integer weight;", "Integer weight");
    Outcome broken =
        project.maven(Map.of(), "-q", "-pl", "shop", "retort:revision", "-Dretort.message=More");
    assertThat(broken.status()).isNotZero();
    assertThat(broken.output())
        .contains("[ERROR] src/main/java/shop/Part.java:[", "expected", "[RT603] ");
  }

  /** A project that knows nothing of Retort, with a database that it has had for long. */
  @Test
  void addsRetortToAProject() throws Exception {
    MavenProjectCopy project = MavenProjectCopy.into(directory);
    project.standAlone();
    String before = PLAIN.formatted(System.getProperty("plugin.persistence-version"));
    Files.writeString(project.file("shop/pom.xml"), before);
    Files.delete(project.file(STEPS + "/CreateParts.java"));
    String init =
        "dev.retort:retort-maven-plugin:" + System.getProperty("plugin.version") + ":init";

    Outcome printed = project.maven(Map.of(), "-pl", "shop", init);
    assertThat(printed.status()).as(printed.all()).isZero();
    assertThat(printed.output())
        .contains("+++ b/pom.xml", "+      <artifactId>retort-runtime<")
        .contains("pom.xml was not changed: -Dretort.apply=true writes this into it.");
    assertThat(project.file("shop/pom.xml")).hasContent(before);

    database.execute("CREATE TABLE parts (number varchar(255) PRIMARY KEY)");
    Outcome added =
        project.maven(
            connection(),
            "-pl",
            "shop",
            init,
            "-Dretort.apply=true",
            "-Dretort.from-database=true");
    assertThat(added.status()).as(added.all()).isZero();
    assertThat(Files.readString(project.file("shop/pom.xml")))
        .contains("<!-- ours -->", "<artifactId>retort-processor</artifactId>");

    Outcome agreed =
        project.maven(connection(), "-pl", "shop", "compile", "retort:upgrade", "retort:check");
    assertThat(agreed.status()).as(agreed.all()).isZero();
    assertThat(agreed.output()).contains("The entities and the migrations agree.");

    Outcome several = project.maven(Map.of(), init);
    assertThat(several.status()).as(several.all()).isZero();
    assertThat(several.output()).contains("Skipped: init is for one module, name it: -pl shop.");
  }

  @Test
  void refusesAProjectThatIsNotItsOwn() throws Exception {
    MavenProjectCopy project = MavenProjectCopy.into(directory);

    Outcome without = project.maven(Map.of(), "-pl", "stock", "retort:heads");
    assertThat(without.status()).isNotZero();
    assertThat(without.output())
        .contains("[RT650] Project stock has no retort-runtime on its class path.");

    Outcome other =
        project.maven(Map.of(), "-pl", "stock,shop", "retort:heads", "-Dshop.runtime=9.9");
    assertThat(other.status()).isNotZero();
    assertThat(other.output()).contains("[RT651] Project shop uses retort-runtime 9.9");
  }

  private Map<String, String> connection() {
    return Map.of(
        "DATABASE_URL", database.url(),
        "DB_USER", database.user(),
        "DB_PASSWORD", database.password());
  }

  private static List<String> filesIn(Path folder) throws Exception {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.map(file -> file.getFileName().toString()).sorted().forEach(names::add);
    }
    return names;
  }
}
