package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Draws the revisions, newest first, with their branches and merges. */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.RUNTIME)
public final class HistoryMojo extends DatabaseMojo {

  /** Tell all that is known of each revision. */
  @Parameter(property = "retort.verbose", defaultValue = "false")
  private boolean verbose;

  /** Only the revisions from one target to another, both included: <code>FROM:TO</code>. */
  @Parameter(property = "retort.rev-range")
  private String revRange;

  /** Look up and mark which of them the database is at. */
  @Parameter(property = "retort.indicate-current", defaultValue = "false")
  private boolean indicateCurrent;

  @Override
  Arguments arguments() {
    return connected(
        Arguments.of("history")
            .flag("--verbose", verbose)
            .option("--rev-range", revRange)
            .flag("--indicate-current", indicateCurrent));
  }
}
