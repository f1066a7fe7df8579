package dev.retort.maven;

import org.apache.maven.plugins.annotations.Parameter;

/** A goal on the compiled revisions that looks at the database. */
abstract class DatabaseMojo extends CompiledMojo {

  /**
   * Where the database is: <code>postgresql://user:password@host:port/name</code> or a JDBC URL; by
   * default what the environment or a <code>.env</code> file says (<code>DATABASE_URL</code>,
   * <code>
   * DB_*</code>, <code>PG*</code>).
   */
  @Parameter(property = "retort.url")
  private Secret url;

  /** Who logs in. */
  @Parameter(property = "retort.user")
  private String user;

  /**
   * The password. Other users of the machine may see it on a command line: prefer <code>PGPASSWORD
   * </code> in the environment. The pom is no place for it, and is refused.
   */
  @Parameter(property = "retort.password", readonly = true)
  private Secret password;

  /** The schema to migrate in; by default <code>public</code>. */
  @Parameter(property = "retort.schema")
  private String schema;

  /** With the options that say where the database is. */
  final Arguments connected(Arguments arguments) {
    return arguments
        .option("--url", url)
        .option("--user", user)
        .option("--password", password)
        .option("--schema", schema);
  }
}
