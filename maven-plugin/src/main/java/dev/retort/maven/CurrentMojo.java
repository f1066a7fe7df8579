package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Tells which revision the database is at. */
@Mojo(name = "current", requiresDependencyResolution = ResolutionScope.RUNTIME)
public final class CurrentMojo extends DatabaseMojo {

  /** Tell all that is known of each revision. */
  @Parameter(property = "retort.verbose", defaultValue = "false")
  private boolean verbose;

  /** Fail unless the database is at all heads. */
  @Parameter(property = "retort.check-heads", defaultValue = "false")
  private boolean checkHeads;

  @Override
  Arguments arguments() {
    return connected(
        Arguments.of("current").flag("--verbose", verbose).flag("--check-heads", checkHeads));
  }
}
