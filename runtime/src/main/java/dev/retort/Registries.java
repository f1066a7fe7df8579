package dev.retort;

import dev.retort.migrate.MigrationProblems;
import dev.retort.migrate.RegistryException;
import dev.retort.problem.Problem;
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
    List<RevisionRegistry> found = all(loader);
    if (found.size() > 1) {
      throw Refusal.of(MigrationProblems.severalRegistries(names(found)), null);
    }
    return found.get(0);
  }

  /**
   * The registry of that name among those that a class loader offers.
   *
   * @param name its class, or the package that it is in
   * @throws RegistryException if there is none of that name, or one cannot be loaded
   */
  public static RevisionRegistry named(String name, ClassLoader loader) {
    List<RevisionRegistry> found = all(loader);
    return found.stream()
        .filter(each -> each.getClass().getName().equals(name))
        .findFirst()
        .or(
            () ->
                found.stream()
                    .filter(each -> each.getClass().getPackageName().equals(name))
                    .findFirst())
        .orElseThrow(() -> Refusal.of(MigrationProblems.unknownRegistry(name, names(found)), null));
  }

  private static List<RevisionRegistry> all(ClassLoader loader) {
    List<RevisionRegistry> found = new ArrayList<>();
    try {
      for (RevisionRegistry each : ServiceLoader.load(RevisionRegistry.class, loader)) {
        found.add(each);
      }
    } catch (ServiceConfigurationError e) {
      throw Refusal.of(MigrationProblems.brokenRegistry(e), e);
    }
    if (found.isEmpty()) {
      throw Refusal.of(MigrationProblems.noRegistry(), null);
    }
    return found;
  }

  /** Makes the exception, whose class is loaded with that of its maker: not at every boot. */
  private static final class Refusal {
    static RuntimeException of(Problem problem, Throwable cause) {
      return new RegistryException(problem, cause);
    }
  }

  private static List<String> names(List<RevisionRegistry> registries) {
    return registries.stream().map(each -> each.getClass().getName()).sorted().toList();
  }

  /** The application's class loader: the thread's, as servers and Spring Boot set it. */
  static ClassLoader applicationLoader() {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return ofThread == null ? Registries.class.getClassLoader() : ofThread;
  }
}
