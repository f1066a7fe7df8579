package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists the revisions that no other follows. */
@Mojo(name = "heads", requiresDependencyResolution = ResolutionScope.RUNTIME)
public final class HeadsMojo extends CompiledMojo {

  /** Tell all that is known of each revision. */
  @Parameter(property = "retort.verbose", defaultValue = "false")
  private boolean verbose;

  /** Leave out those that another revision depends on. */
  @Parameter(property = "retort.resolve-dependencies", defaultValue = "false")
  private boolean resolveDependencies;

  @Override
  Arguments arguments() {
    return Arguments.of("heads")
        .flag("--verbose", verbose)
        .flag("--resolve-dependencies", resolveDependencies);
  }
}
