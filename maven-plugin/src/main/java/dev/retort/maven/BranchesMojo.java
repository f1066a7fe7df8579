package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists the revisions that several others follow. */
@Mojo(name = "branches", requiresDependencyResolution = ResolutionScope.RUNTIME)
public final class BranchesMojo extends CompiledMojo {

  /** Tell all that is known of each revision. */
  @Parameter(property = "retort.verbose", defaultValue = "false")
  private boolean verbose;

  @Override
  Arguments arguments() {
    return Arguments.of("branches").flag("--verbose", verbose);
  }
}
