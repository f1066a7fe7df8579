package dev.retort.maven;

import org.apache.maven.plugins.annotations.Parameter;

/**
 * A goal on the compiled revisions that looks at the database. Where that is, and the password, are
 * properties without a parameter: {@code retort.url} and {@code retort.password}.
 */
abstract class DatabaseMojo extends CompiledMojo {

  /**
   * Who logs in. Where the database is (<code>retort.url</code>) and the password (<code>
   * retort.password</code>) are properties only, by default what the environment or a <code>.env
   * </code> file says.
   */
  @Parameter(property = "retort.user")
  private String user;

  /** The schema to migrate in; by default <code>public</code>. */
  @Parameter(property = "retort.schema")
  private String schema;

  /** With the options that say where the database is. */
  final Arguments connected(Arguments arguments) {
    return connected(arguments, user, schema);
  }
}
