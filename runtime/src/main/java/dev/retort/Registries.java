package dev.retort;

import dev.retort.migrate.MigrationProblems;
import dev.retort.migrate.RegistryException;
import dev.retort.revision.RevisionRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the registry that the processor generated. */
public final class Registries {

  private Registries() {}

  /**
   * The only registry that a class loader offers, by {@link ServiceLoader}.
   *
   * @throws RegistryException if there is none, there are several, or it cannot be loaded
   */
  public static RevisionRegistry only(ClassLoader loader) {
    List<RevisionRegistry> found = new ArrayList<>();
    try {
      for (RevisionRegistry each : ServiceLoader.load(RevisionRegistry.class, loader)) {
        found.add(each);
      }
    } catch (ServiceConfigurationError e) {
      throw new RegistryException(MigrationProblems.brokenRegistry(e), e);
    }
    if (found.isEmpty()) {
      throw new RegistryException(MigrationProblems.noRegistry(), null);
    }
    if (found.size() > 1) {
      List<String> names = found.stream().map(each -> each.getClass().getName()).sorted().toList();
      throw new RegistryException(MigrationProblems.severalRegistries(names), null);
    }
    return found.get(0);
  }

  /** The application's class loader: the thread's, as servers and Spring Boot set it. */
  static ClassLoader applicationLoader() {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return ofThread == null ? Registries.class.getClassLoader() : ofThread;
  }
}
