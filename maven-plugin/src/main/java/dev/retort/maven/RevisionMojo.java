package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Drafts a revision of what the entities have and the migrations have not; writes nothing where
 * they agree. Without a database.
 */
@Mojo(name = "revision", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class RevisionMojo extends SourceMojo {

  /** What the revision does, in a line; its class is named after it. Required. */
  @Parameter(property = "retort.message")
  private String message;

  /** A revision that does nothing yet, whatever the entities say. */
  @Parameter(property = "retort.empty", defaultValue = "false")
  private boolean empty;

  /**
   * What it follows where there are several heads: an id, <code>LABEL@head</code>, or <code>base
   * </code> for a history of its own.
   */
  @Parameter(property = "retort.head")
  private String head;

  /** What it follows need not be a head. */
  @Parameter(property = "retort.splice", defaultValue = "false")
  private boolean splice;

  /** Revisions of other branches that must be applied before it, separated by commas. */
  @Parameter(property = "retort.depends-on")
  private String dependsOn;

  /** The id of the revision, instead of one that is made up. */
  @Parameter(property = "retort.rev-id")
  private String revId;

  /** Names for the branch that begins with it, separated by commas. */
  @Parameter(property = "retort.branch-label")
  private String branchLabel;

  @Override
  String goal() {
    return "revision";
  }

  @Override
  Arguments arguments() {
    return ofProject(
        Arguments.of("revision")
            .option("--message", message)
            .flag("--empty", empty)
            .option("--head", head)
            .flag("--splice", splice)
            .options("--depends-on", dependsOn)
            .option("--rev-id", revId)
            .options("--branch-label", branchLabel));
  }
}
