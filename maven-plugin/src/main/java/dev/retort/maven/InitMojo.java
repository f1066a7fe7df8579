package dev.retort.maven;

import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Adds Retort to the project: prints what its pom.xml lacks, or writes it, and makes the package of
 * the migrations. Drafts the first revision from what a database has, where that is asked for, and
 * records that the database is there.
 */
@Mojo(name = "init", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class InitMojo extends SourceMojo {

  /** Write the <code>pom.xml</code> instead of printing what it lacks. */
  @Parameter(property = "retort.apply", defaultValue = "false")
  private boolean apply;

  /** The package of the migrations; by default <code>migrations</code> beside the entities. */
  @Parameter(property = "retort.package")
  private String packageName;

  /** Draft the first revision from the database, and record that it is there. */
  @Parameter(property = "retort.from-database", defaultValue = "false")
  private boolean fromDatabase;

  /** What that revision does, in a line. */
  @Parameter(property = "retort.message", defaultValue = "Create the tables")
  private String message;

  /** The id of that revision, instead of one that is made up. */
  @Parameter(property = "retort.rev-id")
  private String revId;

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

  @Override
  String goal() {
    return "init";
  }

  @Override
  boolean needsRetort() {
    return false;
  }

  /** Which of several modules is meant, nobody can know. */
  @Override
  Optional<String> reasonToSkip() {
    return Optional.of("init is for one module, name it: -pl " + project().getArtifactId());
  }

  @Override
  Arguments arguments() {
    Arguments init =
        Arguments.of("init")
            .flag("--apply", apply)
            .option("--package", packageName)
            .flag("--from-database", fromDatabase)
            .option("--message", message)
            .option("--rev-id", revId)
            .option("--pom", project().getFile().toString());
    return connected(ofProject(init), user, schema);
  }
}
