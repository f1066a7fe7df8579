package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.AppliedRevision;
import dev.retort.migrate.Direction;
import dev.retort.migrate.MigrationListener;
import dev.retort.migrate.MigrationLockException;
import dev.retort.migrate.SchemasFailedException;
import dev.retort.revision.RevisionInfo;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One chain of revisions in the schemas of several tenants. */
class SchemaUpgradesTest {

  private static final List<String> TENANTS =
      IntStream.range(0, 8).mapToObj(i -> "tenant " + i).toList();

  private final TestDatabase database = TestDatabase.create();
  private final Retort retort =
      Retort.on(database.dataSource())
          .registry(
              TestRegistry.of(
                  revision("a1", op -> op.createTable("t", column("id", bigint()))),
                  revision("b2", op -> op.addColumn("t", column("n", bigint())), "a1")));

  @Test
  void eachSchemaIsBroughtToTheHead() throws SQLException {
    SchemaUpgrades first = retort.upgradeSchemas(TENANTS, 3).orThrow();

    assertThat(first.schemas()).extracting(SchemaUpgrade::schema).isEqualTo(TENANTS);
    assertThat(first.changed()).hasSize(8);
    assertThat(first.schemas().get(5).result().orElseThrow().applied())
        .extracting(AppliedRevision::id)
        .containsExactly("a1", "b2");
    assertThat(
            database.text(
                "SELECT count(*) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                    + " WHERE c.relname = 't' AND a.attname IN ('id', 'n')"))
        .isEqualTo("16");

    SchemaUpgrades second = retort.upgradeSchemas(TENANTS, 100).orThrow();
    assertThat(second.changed()).isEmpty();
    assertThat(second.schemas()).hasSize(8);
  }

  @Test
  void oneThatFailsKeepsNoOtherFromIt() throws SQLException {
    database.execute("CREATE SCHEMA \"tenant 2\"; CREATE TABLE \"tenant 2\".t ()");

    SchemaUpgrades report = retort.upgradeSchemas(TENANTS, 2);

    assertThat(report.changed()).hasSize(7);
    assertThat(report.failed()).extracting(SchemaUpgrade::schema).containsExactly("tenant 2");
    assertThatThrownBy(report::orThrow)
        .isInstanceOfSatisfying(
            SchemasFailedException.class,
            e -> {
              assertThat(e.schemas()).containsExactly("tenant 2");
              assertThat(e.getSuppressed())
                  .singleElement()
                  .asString()
                  .contains("[RT512]", "\"t\" already exists");
            })
        .hasMessageContainingAll(
            "[RT537] Of 8 schemas 1 was not upgraded: tenant 2 (RT512). The others were.");
    assertThat(retort.schema("tenant 7").current()).hasSize(1);
  }

  @Test
  void noMoreRunAtOnceThanAskedFor() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    MigrationListener counting =
        new MigrationListener() {
          @Override
          public void planned(Direction direction, List<RevisionInfo> revisions) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
          }

          @Override
          public void finished(Direction direction, AppliedRevision revision) {
            if (revision.id().equals("b2")) {
              running.decrementAndGet();
            }
          }
        };

    retort.listener(counting).upgradeSchemas(TENANTS, 2).orThrow();

    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void whatAListenerThrowsIsToldToo() {
    MigrationListener strict =
        new MigrationListener() {
          @Override
          public void planned(Direction direction, List<RevisionInfo> revisions) {
            throw new IllegalStateException("not on a Friday");
          }
        };

    assertThatThrownBy(() -> retort.listener(strict).upgradeSchemas(TENANTS, 4).orThrow())
        .hasMessageContainingAll(
            "[RT537] Of 8 schemas 8 were not upgraded: tenant 0 (IllegalStateException)",
            "and 5 more. Fix:");
  }

  @Test
  void anInterruptionReachesThoseThatWaitAndLeavesNoneBehind() throws Exception {
    CountDownLatch waits = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    MigrationListener holding =
        new MigrationListener() {
          @Override
          public void planned(Direction direction, List<RevisionInfo> revisions) {
            try {
              waits.countDown();
              release.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    Thread holder = new Thread(() -> retort.schema("tenant 0").listener(holding).upgrade());
    holder.start();
    assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();
    CountDownLatch blocked = new CountDownLatch(1);
    MigrationListener telling =
        new MigrationListener() {
          @Override
          public void waiting(List<String> holders) {
            blocked.countDown();
          }
        };
    AtomicReference<SchemaUpgrades> report = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              report.set(
                  retort
                      .listener(telling)
                      .lockWaitTimeout(Duration.ofMinutes(5))
                      .upgradeSchemas(TENANTS, 1));
              flag.set(Thread.currentThread().isInterrupted());
            });
    caller.start();
    assertThat(blocked.await(30, TimeUnit.SECONDS)).isTrue();

    caller.interrupt();
    caller.join(30_000);
    release.countDown();
    holder.join(30_000);

    assertThat(report.get().failed()).hasSize(8);
    assertThat(report.get().failed())
        .allSatisfy(
            each ->
                assertThat(each.failure().orElseThrow())
                    .isInstanceOf(MigrationLockException.class)
                    .hasMessageContaining("[RT516]"));
    assertThat(flag.get()).isTrue();
  }

  @Test
  void noNamesAreNothingToDoAndBadOnesAreRefusedBeforeAnythingIsRun() throws SQLException {
    assertThat(retort.upgradeSchemas(List.of(), 4).schemas()).isEmpty();
    assertThat(retort.upgradeSchemas(List.of("x", "x"), 4).schemas()).hasSize(1);
    assertThatThrownBy(() -> retort.upgradeSchemas(List.of("y", "pg_toast"), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pg_toast");
    assertThatThrownBy(() -> retort.upgradeSchemas(List.of("y"), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(retort.schema("y").current()).isEmpty();
  }
}
