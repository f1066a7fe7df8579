package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.testing.TestRegistry.revision;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An application that boots when it is told to; run in processes of its own. */
final class BootProcess {

  static final int REVISIONS = 20;

  private BootProcess() {}

  /** Says it is ready, waits for a line, migrates the given database and says what it applied. */
  public static void main(String[] arguments) throws IOException {
    TestDatabase database = new TestDatabase(arguments[0], arguments[1], arguments[2]);
    Retort retort = Retort.on(database.dataSource()).registry(registry());
    System.out.println("ready");
    if (System.in.read() < 0) {
      throw new IOException("nobody said go");
    }
    UpgradeResult result = retort.upgrade();
    System.out.println("applied " + result.applied().size() + ", now at " + result.to());
  }

  static TestRegistry registry() {
    List<TestRegistry.Entry> entries = new ArrayList<>();
    for (int i = 0; i < REVISIONS; i++) {
      String table = "t" + i;
      String[] down = i == 0 ? new String[0] : new String[] {"r" + (i - 1)};
      entries.add(
          revision(
              "r" + i,
              op -> {
                op.createTable(table, column("id", bigint()));
                op.execute("SELECT pg_sleep(0.02)");
              },
              down));
    }
    return TestRegistry.of(entries);
  }
}
