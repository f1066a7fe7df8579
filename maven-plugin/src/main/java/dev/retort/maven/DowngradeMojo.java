package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Takes revisions back, newest first, until the database is at a target. */
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.RUNTIME)
public final class DowngradeMojo extends DatabaseMojo {

  /**
   * <code>base</code>, <code>-N</code>, a revision's id or the beginning of one, <code>LABEL@base
   * </code>. With <code>sql</code> also <code>FROM:TO</code>.
   */
  @Parameter(property = "retort.target", required = true)
  private String target;

  /**
   * Print a script that psql runs in place of this goal; without a database, and from the heads
   * where no <code>FROM</code> is given.
   */
  @Parameter(property = "retort.sql", defaultValue = "false")
  private boolean sql;

  @Override
  Arguments arguments() {
    return connected(Arguments.of("downgrade").flag("--sql", sql)).positional(target);
  }
}
