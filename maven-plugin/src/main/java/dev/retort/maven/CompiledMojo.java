package dev.retort.maven;

import dev.retort.cli.Surroundings;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * A goal on the compiled revisions. It compiles first what has changed, so that it works in a fresh
 * clone and never with revisions that are not those of the sources.
 */
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
abstract class CompiledMojo extends RetortMojo {

  /**
   * Whose revisions, where the class path has several registries: the name of the registry's class,
   * or of its package.
   */
  @Parameter(property = "retort.registry")
  private String registry;

  @Override
  final Arguments common(Arguments arguments) {
    return arguments.option("--registry", registry);
  }

  /** A registry of a library is that library's to run, and would be run once for each module. */
  @Override
  final Optional<String> reasonToSkip() {
    return CompiledRegistry.isIn(project())
        ? Optional.empty()
        : Optional.of("this module has no revisions of its own");
  }

  @Override
  final Surroundings surroundings(Surroundings plain, ClassLoader loader) {
    return plain.classLoader(loader);
  }
}
