package dev.retort.processor.generate;

import com.palantir.javapoet.JavaFile;
import dev.retort.canonical.Snapshot;
import dev.retort.operation.Operation;
import dev.retort.postgres.SqlScript;
import dev.retort.postgres.UpgradeCompiler;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import dev.retort.schema.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a compilation leaves for the runtime and for reviewers. */
public final class Artifacts {

  private static final String REGISTRY = "MigrationRegistry";
  private static final String SQL = "sql";
  private static final String SNAPSHOT = "snapshot.json";
  private static final String SERVICE = RevisionRegistry.class.getName();

  private Artifacts() {}

  /**
   * A revision as the generated files need it.
   *
   * @param registered what the registry says of it
   * @param upgrade what its upgrade records
   * @param downgrade what its downgrade records
   */
  public record Entry(
      RegistryEntry registered, List<Operation> upgrade, List<Operation> downgrade) {

    RevisionInfo info() {
      return registered.info();
    }
  }

  /**
   * Generates the registry beside the newest revision and names it for {@link
   * java.util.ServiceLoader}.
   *
   * @param chain the revisions in chain order; at least one
   */
  public static void writeRegistry(ClassOutput output, List<Entry> chain) throws IOException {
    List<RegistryEntry> revisions =
        chain.stream()
            .map(each -> each.registered().withUpgrade(UpgradeCompiler.compile(each.upgrade())))
            .toList();
    String packageName = revisions.get(revisions.size() - 1).packageName();
    JavaFile source = RegistrySource.of(packageName, REGISTRY, revisions);
    String name = packageName.isEmpty() ? REGISTRY : packageName + "." + REGISTRY;
    deleteRegistry(output, name);
    output.writeSource(name, source.toString());
    output.registerService(SERVICE, name);
  }

  /** Deletes all that earlier compilations generated, where no revision is left. */
  public static void clear(ClassOutput output) throws IOException {
    deleteRegistry(output, "");
    output.unregisterService(SERVICE);
    output.clear(SQL);
    output.delete(SNAPSHOT);
  }

  /** Deletes a registry that was generated earlier and under another name than the given one. */
  private static void deleteRegistry(ClassOutput output, String current) throws IOException {
    Optional<String> earlier = output.registeredService(SERVICE);
    if (earlier.isPresent()
        && !earlier.get().equals(current)
        && ("." + earlier.get()).endsWith("." + REGISTRY)) {
      output.deleteClass(earlier.get());
    }
  }

  /** Writes the SQL of each revision, numbered in chain order, and the snapshot of the head. */
  public static void writeDescriptions(ClassOutput output, List<Entry> chain, Schema schema)
      throws IOException {
    output.clear(SQL);
    int number = 0;
    for (Entry entry : chain) {
      String name = String.format(Locale.ROOT, "%s/%04d-%s", SQL, ++number, entry.info().id());
      output.write(name + ".upgrade.sql", script(entry, "upgrade", entry.upgrade()));
      output.write(name + ".downgrade.sql", script(entry, "downgrade", entry.downgrade()));
    }
    RevisionInfo head = chain.get(chain.size() - 1).info();
    output.write(SNAPSHOT, new Snapshot(head.id(), head.checksum(), schema).text() + "\n");
  }

  private static String script(Entry entry, String direction, List<Operation> operations) {
    return SqlScript.heading(direction, entry.info().id(), entry.info().message())
        + "\n"
        + SqlScript.of(operations);
  }
}
