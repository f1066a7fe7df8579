package dev.retort.cli.command;

import dev.retort.Retort;
import dev.retort.Revisions;
import dev.retort.cli.connection.ConnectionRequest;
import dev.retort.migrate.AppliedHead;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options of every command that looks at the database. */
final class ConnectionOptions {

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = {
        "Where the database is: postgresql://user:password@host:port/name or a JDBC URL;",
        "by default what the environment or a .env file says (DATABASE_URL, DB_*, PG*)."
      })
  private Optional<String> url = Optional.empty();

  @Option(names = "--user", paramLabel = "USER", description = "Who logs in.")
  private Optional<String> user = Optional.empty();

  @Option(
      names = "--password",
      paramLabel = "PASSWORD",
      description =
          "The password. Other users of the machine may see it here: prefer PGPASSWORD in the"
              + " environment.")
  private Optional<String> password = Optional.empty();

  @Option(
      names = "--schema",
      paramLabel = "SCHEMA",
      description = "The schema to migrate in; by default public.")
  private Optional<String> schema = Optional.empty();

  Retort retort(Context context) {
    return retort(context, Optional.empty());
  }

  /**
   * The database's migrator.
   *
   * @param tag what the history is to hold beside what is done
   */
  Retort retort(Context context, Optional<String> tag) {
    Retort retort = checked(() -> context.retort(request(), schema));
    return tag.isPresent() ? tagged(tag.get(), retort::tag) : retort;
  }

  /** The ids of the revisions that the database is at. */
  List<String> current(Context context) {
    return retort(context).current().stream().map(AppliedHead::revision).toList();
  }

  /** Whether anything says where a database is. */
  boolean isGiven(Context context) {
    return context.hasDatabase(request());
  }

  private ConnectionRequest request() {
    return new ConnectionRequest(url, user, password);
  }

  /** The migrator of a project that has no revisions yet. */
  Retort retortWithoutRevisions(Context context) {
    return checked(() -> context.retortWithoutRevisions(request(), schema));
  }

  Revisions revisions(Context context) {
    return checked(() -> context.revisions(schema));
  }

  /** The revisions, whose scripts write a tag into the history. */
  Revisions revisions(Context context, Optional<String> tag) {
    Revisions revisions = revisions(context);
    return tag.isPresent() ? tagged(tag.get(), revisions::tag) : revisions;
  }

  /** The runtime throws for a tag that says nothing, such as that of a variable that is not set. */
  private static <T> T tagged(String tag, Function<String, T> tagging) {
    try {
      return tagging.apply(tag);
    } catch (IllegalArgumentException e) {
      throw Usage.refused("--tag is blank, or holds a NUL", Usage.ANY_COMMAND);
    }
  }

  private interface Making<T> {
    T make();
  }

  /** The runtime throws for a schema that cannot be one. */
  private <T> T checked(Making<T> making) {
    try {
      return making.make();
    } catch (IllegalArgumentException e) {
      if (schema.isEmpty()) {
        throw e;
      }
      throw Usage.refused(
          "--schema \"" + schema.get() + "\": " + e.getMessage(), Usage.ANY_COMMAND);
    }
  }
}
