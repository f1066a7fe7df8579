package dev.retort.cli.command;

import dev.retort.Retort;
import dev.retort.Revisions;
import dev.retort.cli.connection.ConnectionRequest;
import dev.retort.cli.connection.ConnectionResolver;
import dev.retort.cli.connection.DataSources;
import dev.retort.cli.connection.DotEnv;
import dev.retort.cli.output.Console;
import dev.retort.cli.project.SourceRegistry;
import dev.retort.revision.RevisionRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * What a command works with.
 *
 * @param console where it prints
 * @param environment the environment's variables
 * @param directory the working directory
 * @param registries finds the application's revisions; those of one name where there are several
 * @param chosen the name of the registry that was chosen; empty for the only one
 */
public record Context(
    Console console,
    Map<String, String> environment,
    Path directory,
    Function<Optional<String>, RevisionRegistry> registries,
    Optional<String> chosen) {

  public Context {
    environment = Map.copyOf(environment);
  }

  /** A text that names commands as one types them in a shell, as one types them here. */
  String words(String text) {
    return console.words().apply(text);
  }

  /** The same, with the revisions of the registry of that name. */
  Context choosing(String registry) {
    return new Context(console, environment, directory, registries, Optional.of(registry));
  }

  private RevisionRegistry registry() {
    return registries.apply(chosen);
  }

  /** The application's revisions, for databases where they live in that schema. */
  Revisions revisions(Optional<String> schema) {
    Revisions revisions = Revisions.of(registry());
    return schema.isPresent() ? revisions.schema(schema.get()) : revisions;
  }

  /**
   * Makes sure that the application's revisions are those of the sources; unless others were chosen
   * than those that the sources are compiled to.
   */
  void requireCompiled(SourceRegistry sources) {
    RevisionRegistry compiled = registry();
    if (chosen.isEmpty() || compiled.getClass().getName().equals(sources.name())) {
      sources.requireCompiled(compiled.heads());
    }
  }

  /** The database's migrator; nothing is connected yet. */
  Retort retort(ConnectionRequest request, Optional<String> schema) {
    return retortWithoutRevisions(request, schema).registry(registry());
  }

  /** The same for a project that has no revisions yet. */
  Retort retortWithoutRevisions(ConnectionRequest request, Optional<String> schema) {
    Retort retort = Retort.on(dataSource(request));
    return schema.isPresent() ? retort.schema(schema.get()) : retort;
  }

  /** Whether anything says where a database is. */
  boolean hasDatabase(ConnectionRequest request) {
    return ConnectionResolver.find(request, environment, DotEnv.in(directory)).isPresent();
  }

  private DataSource dataSource(ConnectionRequest request) {
    return DataSources.of(ConnectionResolver.resolve(request, environment, DotEnv.in(directory)));
  }
}
