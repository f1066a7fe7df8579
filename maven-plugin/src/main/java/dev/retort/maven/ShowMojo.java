package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Tells all that is known of a revision. */
@Mojo(name = "show", requiresDependencyResolution = ResolutionScope.RUNTIME)
public final class ShowMojo extends DatabaseMojo {

  /**
   * The revision's id or the beginning of one, <code>head</code>, <code>heads</code>, <code>
   * LABEL@head</code>; <code>current</code>, <code>-1</code> and the like count from where the
   * database is. Required.
   */
  @Parameter(property = "retort.target")
  private String target;

  @Override
  Arguments arguments() {
    return connected(Arguments.of("show").positional(target));
  }
}
