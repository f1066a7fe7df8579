package dev.retort.example;

import static java.util.stream.Collectors.joining;

import com.zaxxer.hikari.HikariDataSource;
import dev.retort.Retort;
import dev.retort.UpgradeResult;
import dev.retort.example.database.Databases;
import dev.retort.example.database.EmbeddedServer;
import dev.retort.example.database.Jpa;
import dev.retort.example.http.Api;
import dev.retort.example.http.Health;
import dev.retort.example.plant.Plant;
import dev.retort.example.plant.SamplePlant;
import dev.retort.example.settings.DatabaseAddress;
import dev.retort.example.settings.Settings;
import dev.retort.migrate.AppliedHead;
import dev.retort.problem.RetortException;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** The running application. It migrates its database before anything else looks at it. */
final class Backend {

  private static final System.Logger LOG = System.getLogger(Backend.class.getName());
  private static final int DEFAULT_PORT = 8000;

  private final Output output;
  private final Lifecycle lifecycle;

  /**
   * An application that has not started.
   *
   * @param output where progress is told
   * @param lifecycle what takes over the closing of everything that is started, even if the start
   *     fails midway
   */
  Backend(Output output, Lifecycle lifecycle) {
    this.output = output;
    this.lifecycle = lifecycle;
  }

  /**
   * Starts the application.
   *
   * @param dataDirectory where an embedded database keeps its data
   * @return where it answers
   * @throws RetortException if the database cannot be migrated
   * @throws IllegalStateException if something else does not start; the message says what to do
   */
  URI start(Settings settings, Path dataDirectory) {
    PGSimpleDataSource database =
        settings.database().map(this::given).orElseGet(() -> embedded(dataDirectory));
    Retort retort = Retort.on(database);
    migrate(retort);

    HikariDataSource pool = Databases.pooled(database);
    lifecycle.add(pool::close);
    EntityManagerFactory jpa = Jpa.validating(pool);
    lifecycle.add(jpa::close);
    output.say("hibernate", "validated " + jpa.getMetamodel().getEntities().size() + " entities");

    boolean written = SamplePlant.writeInto(jpa, Instant.now());
    Plant plant = new Plant(jpa);
    output.say(
        "plant",
        plant.machines().size() + " machines" + (written ? ", a sample written just now" : ""));
    return serve(settings.port().orElse(DEFAULT_PORT), plant, retort);
  }

  private PGSimpleDataSource given(DatabaseAddress address) {
    PGSimpleDataSource source = Databases.at(address);
    output.say("database", Databases.describe(source));
    return source;
  }

  private PGSimpleDataSource embedded(Path dataDirectory) {
    EmbeddedServer server = EmbeddedServer.start(dataDirectory);
    lifecycle.add(server::close);
    output.say("database", "embedded PostgreSQL on port " + server.port());
    output.say("", "data in " + shortened(dataDirectory));
    return server.dataSource();
  }

  /** From the working directory, where the path leads below it. */
  private static Path shortened(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path there = path.toAbsolutePath().normalize();
    return there.startsWith(here) ? here.relativize(there) : there;
  }

  private void migrate(Retort retort) {
    UpgradeResult result = retort.listener(new AppliedRevisions(output)).upgrade();
    output.say(
        "schema",
        (result.changed() ? "migrated to " : "up to date at ") + String.join(", ", result.to()));
  }

  private URI serve(int port, Plant plant, Retort retort) {
    try {
      Api api =
          Api.serve(
              port,
              Map.of(
                  "/machines", plant::machines,
                  "/predictions", plant::predictions,
                  "/health", () -> health(retort)));
      lifecycle.add(api::close);
      return api.address();
    } catch (IOException e) {
      throw new IllegalStateException(
          "Port "
              + port
              + " cannot be served on ("
              + e.getMessage()
              + "). Choose another: PORT="
              + (port + 1),
          e);
    }
  }

  private static Health health(Retort retort) {
    try {
      return Health.up(retort.current().stream().map(AppliedHead::revision).collect(joining(", ")));
    } catch (RetortException e) {
      LOG.log(System.Logger.Level.WARNING, e.getMessage());
      return Health.down();
    }
  }
}
