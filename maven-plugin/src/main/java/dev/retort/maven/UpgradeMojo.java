package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Applies the revisions that the database has not, up to a target. */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.RUNTIME)
public final class UpgradeMojo extends DatabaseMojo {

  /**
   * <code>head</code>, <code>heads</code>, <code>+N</code>, a revision's id or the beginning of
   * one, a branch's label, <code>LABEL@head</code>. With <code>sql</code> also <code>FROM:TO</code>
   * .
   */
  @Parameter(property = "retort.target", defaultValue = "heads")
  private String target;

  /**
   * Print a script that psql runs in place of this goal; without a database, and from an empty one
   * where no <code>FROM</code> is given.
   */
  @Parameter(property = "retort.sql", defaultValue = "false")
  private boolean sql;

  @Override
  Arguments arguments() {
    return connected(Arguments.of("upgrade").flag("--sql", sql)).positional(target);
  }
}
