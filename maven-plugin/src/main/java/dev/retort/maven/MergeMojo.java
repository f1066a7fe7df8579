package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Drafts a revision that merges several; refused where they conflict. */
@Mojo(name = "merge", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class MergeMojo extends SourceMojo {

  /** What the revision does, in a line; by default it names what it merges. */
  @Parameter(property = "retort.message")
  private String message;

  /** What is merged, separated by commas. */
  @Parameter(property = "retort.target", defaultValue = "heads")
  private String target;

  /** The id of the revision, instead of one that is made up. */
  @Parameter(property = "retort.rev-id")
  private String revId;

  /** Names for the branch that begins with it, separated by commas. */
  @Parameter(property = "retort.branch-label")
  private String branchLabel;

  @Override
  String goal() {
    return "merge";
  }

  @Override
  Arguments arguments() {
    return ofProject(
            Arguments.of("merge")
                .option("--message", message)
                .option("--rev-id", revId)
                .options("--branch-label", branchLabel))
        .positionals(target);
  }
}
