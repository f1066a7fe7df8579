package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Goes on where another tool stopped: compares the database with what the revisions make and, where
 * it is that, records that it is there. Touches no table; fails and tells the differences
 * otherwise.
 */
@Mojo(name = "import", requiresDependencyResolution = ResolutionScope.RUNTIME)
public final class ImportMojo extends LockingMojo {

  /** <code>flyway</code>, <code>liquibase</code> or <code>alembic</code>. Required. */
  @Parameter(property = "retort.tool")
  private String tool;

  /** The revisions that the database is compared with. */
  @Parameter(property = "retort.target", defaultValue = "heads")
  private String target;

  /** What the history is to hold beside it; by default what the other tool did last. */
  @Parameter(property = "retort.tag")
  private String tag;

  @Override
  Arguments arguments() {
    Arguments with = locking(Arguments.of("import").option("--tag", tag));
    // Without a tool its place would be taken by the target.
    return tool == null || tool.isEmpty() ? with : with.positional(tool).positional(target);
  }
}
