package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Takes revisions back, newest first, until the database is at a target. */
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.RUNTIME)
public final class DowngradeMojo extends MigratingMojo {

  /**
   * <code>base</code>, <code>-N</code>, a revision's id or the beginning of one, <code>LABEL@base
   * </code>. With <code>sql</code> also <code>FROM:TO</code>. Required.
   */
  @Parameter(property = "retort.target")
  private String target;

  @Override
  Arguments arguments() {
    return migrating("downgrade", target);
  }
}
