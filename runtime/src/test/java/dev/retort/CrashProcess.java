package dev.retort;

import static dev.retort.operation.ExecuteSql.sql;
import static dev.retort.operation.Filling.set;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.testing.TestRegistry.revision;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An application that is killed while it migrates; every kind of step counts what it has done. */
final class CrashProcess {

  private CrashProcess() {}

  /** Migrates the given database. */
  public static void main(String[] arguments) {
    TestDatabase database = new TestDatabase(arguments[0], arguments[1], arguments[2]);
    Retort.on(database.dataSource()).registry(registry()).upgrade();
  }

  /** Starts a process that migrates the database at once. */
  static Process start(TestDatabase database, Class<?> main, String... options) throws IOException {
    // Surefire may hide the class path in a jar's manifest; then it says here what it was.
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add(
        "-Djava.util.logging.config.file="
            + System.getProperty("java.util.logging.config.file", ""));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(database.url(), database.user(), database.password()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  static TestRegistry registry() {
    return TestRegistry.of(
        revision(
            "a1",
            op -> {
              op.createTable(
                  "t",
                  column("id", integer()).notNull(),
                  column("filled", integer()).notNull().withDefault("0"),
                  column("updated", integer()).notNull().withDefault("0"),
                  primaryKey("id"));
              op.execute("INSERT INTO t SELECT n FROM generate_series(1, 400) n");
            }),
        revision("b2", op -> op.backfill("t", set("filled", "filled + 1").batchSize(25)), "a1"),
        revision(
            "c3",
            op -> {
              op.execute("UPDATE t SET updated = updated + 1");
              op.createIndexConcurrently("t", index("t_filled", "filled", "id").asUnique());
              op.addColumn("t", column("later", integer()));
              op.execute(sql("VACUUM t").outsideTransaction());
              op.execute("UPDATE t SET updated = updated + 1");
            },
            "b2"),
        revision(
            "d4",
            op -> {
              op.createIndexConcurrently("t", index("t_updated", "updated"));
              op.dropIndexConcurrently("t", "t_filled");
              op.backfill("t", set("later", "filled + updated").where("id > 30").batchSize(40));
            },
            "c3"),
        revision("e5", op -> op.setNotNull("t", "updated"), "d4"));
  }
}
