package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Applies the revisions that the database has not, up to a target. */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.RUNTIME)
public final class UpgradeMojo extends MigratingMojo {

  /**
   * <code>head</code>, <code>heads</code>, <code>+N</code>, a revision's id or the beginning of
   * one, a branch's label, <code>LABEL@head</code>. With <code>sql</code> also <code>FROM:TO</code>
   * .
   */
  @Parameter(property = "retort.target", defaultValue = "heads")
  private String target;

  @Override
  Arguments arguments() {
    return migrating("upgrade", target);
  }
}
