package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.text;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.retort.migrate.MigrationFailedException;
import dev.retort.migrate.MigrationLockException;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recording of Java Flight Recorder has of a migration. */
class FlightRecordingTest {

  private final TestDatabase database = TestDatabase.create();

  @TempDir Path directory;

  @Test
  void hasEachRevisionWithItsEnd() throws Exception {
    TestRegistry registry =
        TestRegistry.of(
            revision("a", op -> op.createTable("t", column("id", bigint()))),
            revision("b", op -> op.execute("SELECT 1 / 0"), "a"));

    List<RecordedEvent> events =
        recorded(
            () ->
                assertThatThrownBy(Retort.on(database.dataSource()).registry(registry)::upgrade)
                    .isInstanceOf(MigrationFailedException.class));

    assertThat(events)
        .extracting(
            each -> each.getEventType().getName(),
            each -> each.getString("revision"),
            each -> each.getString("message"),
            each -> each.getString("direction"),
            each -> each.getString("schema"),
            each -> each.getBoolean("committed"))
        .containsExactly(
            tuple("dev.retort.Revision", "a", "revision a", "upgrade", "public", true),
            tuple("dev.retort.Revision", "b", "revision b", "upgrade", "public", false));
    assertThat(events).allSatisfy(each -> assertThat(each.getDuration()).isPositive());
  }

  @Test
  void hasWaitsAndRetries() throws Exception {
    database.execute("CREATE TABLE t ()");
    TestRegistry registry =
        TestRegistry.of(revision("a", op -> op.addColumn("t", column("m", text()))));
    Retort retort =
        Retort.on(database.dataSource())
            .registry(registry)
            .statementLockTimeout(Duration.ofMillis(50))
            .lockAttempts(2);

    List<RecordedEvent> events =
        recorded(
            () -> {
              try (Connection other = database.connection();
                  Statement reads = other.createStatement()) {
                other.setAutoCommit(false);
                reads.execute("SELECT * FROM t");
                assertThatThrownBy(retort::upgrade).hasMessageContaining("[RT513]");
              }
              Retort.on(database.dataSource())
                  .registry(
                      TestRegistry.of(
                          revision(
                              "w",
                              op ->
                                  op.run(
                                      "meet",
                                      connection ->
                                          assertThatThrownBy(
                                                  retort.lockWaitTimeout(Duration.ofMillis(1500))
                                                      ::upgrade)
                                              .isInstanceOf(MigrationLockException.class)))))
                  .upgrade();
            });

    assertThat(events)
        .filteredOn(each -> each.getEventType().getName().equals("dev.retort.LockRetry"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.getString("revision")).isEqualTo("a");
              assertThat(each.getInt("attempt")).isEqualTo(1);
              assertThat(each.getString("reason")).contains("55P03");
            });
    assertThat(events)
        .filteredOn(each -> each.getEventType().getName().equals("dev.retort.LockWait"))
        .singleElement()
        .satisfies(each -> assertThat(each.getString("holders")).contains("pid "));
  }

  private interface Work {
    void run() throws SQLException;
  }

  private List<RecordedEvent> recorded(Work work) throws IOException, SQLException {
    Path file = directory.resolve("migration.jfr");
    try (Recording recording = new Recording()) {
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(each -> each.getEventType().getName().startsWith("dev.retort."))
        .sorted(Comparator.comparing(RecordedEvent::getStartTime))
        .toList();
  }
}
