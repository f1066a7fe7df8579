package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Opens a revision's source in the editor that VISUAL or EDITOR names. */
@Mojo(name = "edit", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class EditMojo extends SourceMojo {

  /**
   * The revision's id or the beginning of one; else <code>head</code>, <code>LABEL@head</code> and
   * the like, for which the revisions must be compiled. Required.
   */
  @Parameter(property = "retort.target")
  private String target;

  /**
   * Whose revisions, where the class path has several registries: the name of the registry's class,
   * or of its package.
   */
  @Parameter(property = "retort.registry")
  private String registry;

  @Override
  String goal() {
    return "edit";
  }

  @Override
  Arguments arguments() {
    return ofProject(Arguments.of("edit").option("--registry", registry)).positional(target);
  }
}
