package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.AppliedHead;
import dev.retort.migrate.Direction;
import dev.retort.migrate.HistoryEntry;
import dev.retort.migrate.MigrationRefusedException;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What people do to the records themselves: repair, tags, tables that are made beforehand. */
class RepairTest {

  private final TestDatabase database = TestDatabase.create();

  /** Three revisions, the second with a column of the given length. */
  private static TestRegistry registry(int length) {
    return TestRegistry.of(
        revision("a1", op -> op.createTable("machines", column("id", bigint()), primaryKey("id"))),
        revision("b2", op -> op.addColumn("machines", column("name", varchar(length))), "a1"),
        revision("c3", op -> op.addColumn("machines", column("place", varchar(9))), "b2"),
        revision("d4", op -> op.addColumn("machines", column("state", varchar(9))), "c3"));
  }

  private Retort at(int length) {
    return Retort.on(database.dataSource()).registry(registry(length));
  }

  @Test
  void acceptsWhatWasChangedAfterItWasApplied() {
    at(20).upgrade("c3");
    assertThatThrownBy(() -> at(30).upgrade())
        .isInstanceOf(MigrationRefusedException.class)
        .hasMessageContaining("[RT508] Revision b2 is not what was applied")
        .hasMessageContaining("repair");

    assertThat(at(30).repair()).containsExactly("b2", "c3");
    assertThat(at(30).current())
        .containsExactly(new AppliedHead("c3", registry(30).revisions().get(2).checksum()));
    assertThat(at(30).upgrade().to()).containsExactly("d4");
    assertThat(at(30).history())
        .extracting(entry -> entry.direction() + " " + entry.revision())
        .containsExactly(
            "UPGRADE a1", "UPGRADE b2", "UPGRADE c3", "REPAIR b2", "REPAIR c3", "UPGRADE d4");
  }

  @Test
  void namesTheRevisionThatIsChangedNextAndNotTheOneThatWasRepaired() {
    at(20).upgrade();
    at(30).repair();

    assertThatThrownBy(() -> at(40).upgrade())
        .hasMessageContaining("Revision b2 is not what was applied")
        .hasMessageContaining("it was repaired on");
    assertThat(at(40).repair()).containsExactly("b2", "c3", "d4");
  }

  @Test
  void changesNothingWhereNothingIsToBeRepaired() {
    at(20).upgrade();

    assertThat(at(20).repair()).isEmpty();
    assertThat(at(20).history()).hasSize(4);
  }

  @Test
  void doesNotVouchForRevisionsThatItDoesNotHave() {
    at(20).upgrade();
    TestRegistry shorter =
        TestRegistry.of(
            revision(
                "a1", op -> op.createTable("machines", column("id", bigint()), primaryKey("id"))));

    assertThatThrownBy(() -> Retort.on(database.dataSource()).registry(shorter).repair())
        .isInstanceOf(MigrationRefusedException.class)
        .hasMessageContaining("[RT507]");
  }

  @Test
  void tagsWhatItRuns() {
    at(20).upgrade("a1");
    at(20).tag("release 7's").upgrade();

    assertThat(at(20).history())
        .extracting(HistoryEntry::tag)
        .containsExactly(
            Optional.empty(),
            Optional.of("release 7's"),
            Optional.of("release 7's"),
            Optional.of("release 7's"));
    assertThatThrownBy(() -> at(20).tag(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void makesItsTablesBeforehandWhoeverElseDoes() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Void>> calls = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        calls.add(
            () -> {
              Retort.on(database.dataSource()).ensureVersion();
              return null;
            });
      }
      for (Future<Void> call : threads.invokeAll(calls)) {
        call.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(at(20).current()).isEmpty();
    assertThat(at(20).history()).isEmpty();
    at(20).upgrade("a1");
    assertThat(at(20).history())
        .extracting(HistoryEntry::direction)
        .containsExactly(Direction.UPGRADE);
  }
}
