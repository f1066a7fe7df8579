package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Records that the database is at a target, without running anything. */
@Mojo(name = "stamp", requiresDependencyResolution = ResolutionScope.RUNTIME)
public final class StampMojo extends LockingMojo {

  /**
   * <code>head</code>, <code>heads</code>, <code>base</code>, a revision's id or the beginning of
   * one, a branch's label, <code>LABEL@head</code>; several are separated by commas. Required.
   */
  @Parameter(property = "retort.target")
  private String target;

  /** Forget first whatever is recorded, also revisions that are not known. */
  @Parameter(property = "retort.purge", defaultValue = "false")
  private boolean purge;

  /** What the history is to hold beside it: a release, for example. */
  @Parameter(property = "retort.tag")
  private String tag;

  @Override
  Arguments arguments() {
    return locking(Arguments.of("stamp").flag("--purge", purge).option("--tag", tag))
        .positionals(target);
  }
}
