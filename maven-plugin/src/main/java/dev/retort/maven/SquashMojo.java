package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Puts one revision in place of many. It keeps the id of the last; databases that applied them are
 * recognised, and new ones run it alone. Writes its source and deletes theirs, once it is proven
 * that the schema is the same.
 */
@Mojo(name = "squash", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class SquashMojo extends SourceMojo {

  /**
   * The first and the last of them, both included, as in <code>FROM:TO</code>; <code>base</code>
   * for the beginning. Required.
   */
  @Parameter(property = "retort.target")
  private String target;

  /** What the revision does, in a line; by default it says how many it squashes. */
  @Parameter(property = "retort.message")
  private String message;

  @Override
  String goal() {
    return "squash";
  }

  @Override
  Arguments arguments() {
    return ofProject(Arguments.of("squash").option("--message", message)).positional(target);
  }
}
