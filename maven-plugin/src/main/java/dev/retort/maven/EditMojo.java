package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Opens a revision's source in the editor that VISUAL or EDITOR names. */
@Mojo(name = "edit", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class EditMojo extends SourceMojo {

  /**
   * The revision's id or the beginning of one; else <code>head</code>, <code>LABEL@head</code> and
   * the like, for which the revisions must be compiled.
   */
  @Parameter(property = "retort.target", required = true)
  private String target;

  @Override
  String goal() {
    return "edit";
  }

  @Override
  Arguments arguments() {
    return ofProject(Arguments.of("edit")).positional(target);
  }
}
