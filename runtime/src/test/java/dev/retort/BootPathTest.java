package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM that has just started does not load to apply revisions, as each takes it long. */
class BootPathTest {

  /** Links of lambdas, and of equals and hashCode of records. */
  private static final Pattern SLOW =
      Pattern.compile("dev\\.retort\\.(migrate|revision)\\..*\\$\\$Lambda|runtime\\.ObjectMethods");

  private static final Pattern OWN_EXCEPTION = Pattern.compile("dev\\.retort\\..*Exception ");

  private final TestDatabase database = TestDatabase.create();

  @Test
  void linksNoLambdaAndComparesNoRecord(@TempDir Path folder) throws Exception {
    List<String> ofBoot = classesOfBoot(folder);

    assertThat(database.text("SELECT count(*) FROM retort_history")).isEqualTo("3");
    assertThat(ofBoot).anyMatch(line -> line.contains("dev.retort.migrate.RevisionTransaction "));
    assertThat(ofBoot).noneMatch(line -> SLOW.matcher(line).find());
  }

  /** The verifier loads the exceptions that a class makes or catches, with the class. */
  @Test
  void loadsNoExceptionWhereNothingIsToDo(@TempDir Path folder) throws Exception {
    classesOfBoot(folder);

    List<String> ofBoot = classesOfBoot(folder);

    assertThat(ofBoot).anyMatch(line -> line.contains("dev.retort.migrate.RecordedHeads "));
    assertThat(ofBoot).noneMatch(line -> line.contains("dev.retort.migrate.MigrationRun "));
    assertThat(ofBoot).noneMatch(line -> OWN_EXCEPTION.matcher(line).find());
  }

  /** What a JVM of its own loads while it upgrades the database, a line for each class. */
  private List<String> classesOfBoot(Path folder) throws Exception {
    Path log = folder.resolve("classes.txt");
    assertThat(start(log).waitFor()).isZero();
    return Files.readAllLines(log).stream()
        .dropWhile(line -> !line.contains(" " + Begin.class.getName() + " "))
        .takeWhile(line -> !line.contains(" " + End.class.getName() + " "))
        .toList();
  }

  private Process start(Path log) throws IOException {
    return CrashProcess.start(database, Boot.class, "-Xlog:class+load:file=" + log + ":uptime");
  }

  private static final class Begin {}

  private static final class End {}

  static final class Boot {

    private Boot() {}

    public static void main(String[] arguments) throws Exception {
      TestDatabase database = new TestDatabase(arguments[0], arguments[1], arguments[2]);
      TestRegistry registry =
          TestRegistry.of(
              revision("a", op -> op.createTable("t", column("id", bigint()))),
              revision("b", op -> op.addColumn("t", column("x", bigint())), "a"),
              revision("c", op -> op.addColumn("t", column("y", bigint())), "b"));
      // What the registry needs to be made is loaded before.
      registry.revisions().forEach(each -> registry.compiledUpgrade(each.id()));
      database.connection().close();
      Class.forName(Begin.class.getName());
      Retort.on(database.dataSource()).registry(registry).upgrade();
      Class.forName(End.class.getName());
    }
  }
}
