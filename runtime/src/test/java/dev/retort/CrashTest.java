package dev.retort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.migrate.AppliedHead;
import dev.retort.migrate.HistoryEntry;
import dev.retort.problem.RetortException;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.Randomness;
import dev.retort.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Migrations that are cut off at random moments, again and again: in the end the database is as if
 * nothing had happened.
 */
class CrashTest {

  /** How often sessions are ended; processes are killed a tenth as often. */
  private static final int CUTS = Integer.getInteger("retort.cuts", 10);

  private static Set<String> facts;
  private static String rows;

  /** How long a migration takes that nobody disturbs, in milliseconds. */
  private static long duration;

  @BeforeAll
  static void undisturbed() throws SQLException {
    TestDatabase database = TestDatabase.create();
    retort(TestDatabase.create()).upgrade();
    long start = System.nanoTime();
    retort(database).upgrade();
    duration = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    facts = CatalogFacts.all().of(database);
    rows = rows(database);
    assertThat(rows).startsWith("400 filled 1-1 updated 2-2 later 3-3 of 370");
  }

  @Test
  void sessionsThatTheServerEnds() throws Exception {
    Random random = new Random(Randomness.seed());
    for (int cuts = 0; cuts < CUTS; ) {
      TestDatabase database = TestDatabase.create();
      for (int cutsHere = 0; ; cutsHere++) {
        CompletableFuture<Void> migration =
            CompletableFuture.runAsync(() -> retort(database).upgrade());
        Thread.sleep(later(random.nextLong(duration / 2 + 1), cutsHere));
        database.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        try {
          migration.join();
          break;
        } catch (CompletionException cut) {
          assertThat(cut).hasCauseInstanceOf(RetortException.class);
          assertThat(cut.getMessage()).containsPattern("RT514|RT503");
          cuts++;
        }
      }
      assertUndisturbed(database);
    }
  }

  @Test
  void processesThatAreKilled() throws Exception {
    Random random = new Random(Randomness.seed());
    for (int kills = 0; kills < CUTS / 10; ) {
      TestDatabase database = TestDatabase.create();
      for (int killsHere = 0; ; killsHere++) {
        Process process = CrashProcess.start(database, CrashProcess.class);
        awaitSession(database, process);
        if (process.waitFor(
            later(random.nextLong(duration + 1), killsHere), TimeUnit.MILLISECONDS)) {
          assertThat(process.exitValue()).isZero();
          break;
        }
        process.destroyForcibly().waitFor();
        kills++;
      }
      assertUndisturbed(database);
    }
  }

  /** Later each time, so that a machine that has become slow comes to an end as well. */
  private static long later(long millis, int cuts) {
    return millis * (4 + cuts) / 4;
  }

  private static void awaitSession(TestDatabase database, Process process) throws Exception {
    String sessions =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
    while (process.isAlive() && database.text(sessions).equals("0")) {
      Thread.sleep(5);
    }
  }

  private static void assertUndisturbed(TestDatabase database) throws SQLException {
    assertThat(CatalogFacts.all().of(database)).isEqualTo(facts);
    assertThat(rows(database)).isEqualTo(rows);
    assertThat(database.text("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isEqualTo("0");
    assertThat(retort(database).current()).extracting(AppliedHead::revision).containsExactly("e5");
    assertThat(retort(database).history())
        .extracting(HistoryEntry::revision)
        .containsExactly("a1", "b2", "c3", "d4", "e5");
    assertThat(retort(database).unfinished()).isEmpty();
  }

  private static String rows(TestDatabase database) throws SQLException {
    return database.text(
        "SELECT format('%s filled %s-%s updated %s-%s later %s-%s of %s', count(*), min(filled),"
            + " max(filled), min(updated), max(updated), min(later), max(later), count(later))"
            + " FROM t");
  }

  private static Retort retort(TestDatabase database) {
    return Retort.on(database.dataSource()).registry(CrashProcess.registry());
  }
}
