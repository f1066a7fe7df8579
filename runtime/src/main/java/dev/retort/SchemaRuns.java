package dev.retort;

import dev.retort.migrate.MigrationLockException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Upgrades several schemas, some of them at once. */
final class SchemaRuns {

  private SchemaRuns() {}

  /**
   * Upgrades each of the schemas, whatever becomes of the others, and returns when all have ended.
   * An interruption of the calling thread reaches those that wait, and keeps the others from it.
   *
   * @param atOnce how many run at the same time at most; at least 1
   */
  static SchemaUpgrades run(
      Collection<String> schemas, int atOnce, Function<String, UpgradeResult> upgrade) {
    List<String> names = List.copyOf(new LinkedHashSet<>(schemas));
    Map<String, SchemaUpgrade> ended = new ConcurrentHashMap<>();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.max(1, Math.min(atOnce, names.size())),
            task -> new Thread(task, "retort-schemas"));
    try {
      for (String name : names) {
        threads.execute(() -> ended.put(name, run(name, upgrade)));
      }
    } finally {
      threads.shutdown();
      awaitEnd(threads);
    }
    return new SchemaUpgrades(
        names.stream()
            .map(name -> ended.getOrDefault(name, SchemaUpgrade.failed(name, notBegun(name))))
            .toList());
  }

  private static SchemaUpgrade run(String schema, Function<String, UpgradeResult> upgrade) {
    try {
      return SchemaUpgrade.done(schema, upgrade.apply(schema));
    } catch (Throwable e) {
      return SchemaUpgrade.failed(schema, e);
    }
  }

  private static MigrationLockException notBegun(String schema) {
    return MigrationLockException.interrupted("its turn with schema " + schema);
  }

  /** None may go on in the background, so that this waits also after an interruption. */
  private static void awaitEnd(ExecutorService threads) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        interrupted = true;
        threads.shutdownNow();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
