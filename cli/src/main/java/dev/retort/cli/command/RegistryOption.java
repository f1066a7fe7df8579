package dev.retort.cli.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of every command on the compiled revisions. */
final class RegistryOption {

  @Option(
      names = "--registry",
      paramLabel = "NAME",
      description =
          "Whose revisions, where the class path has several registries: the name of the"
              + " registry's class, or of its package.")
  private Optional<String> registry = Optional.empty();

  /** The context with the revisions that were chosen. */
  Context in(Context context) {
    return registry.isPresent() ? context.choosing(registry.get()) : context;
  }
}
