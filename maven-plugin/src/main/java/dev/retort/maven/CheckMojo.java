package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compares the entities with the migrations, and replays those; and where anything says where a
 * database is, compares that with what its revisions have made of it. Fails and tells the
 * differences unless all agree.
 */
@Mojo(name = "check", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class CheckMojo extends SourceMojo {

  /** Look at the database alone. */
  @Parameter(property = "retort.no-sources", defaultValue = "false")
  private boolean noSources;

  /** Look at the sources alone. */
  @Parameter(property = "retort.no-database", defaultValue = "false")
  private boolean noDatabase;

  /** Tables of the database that are none of Retort's, separated by commas. */
  @Parameter(property = "retort.ignore")
  private String ignore;

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

  /**
   * Whose revisions, where the class path has several registries: the name of the registry's class,
   * or of its package.
   */
  @Parameter(property = "retort.registry")
  private String registry;

  @Override
  String goal() {
    return "check";
  }

  @Override
  Arguments arguments() {
    Arguments check =
        Arguments.of("check")
            .flag("--no-sources", noSources)
            .flag("--no-database", noDatabase)
            .options("--ignore", ignore)
            .option("--registry", registry);
    return connected(ofProject(check), user, schema);
  }
}
