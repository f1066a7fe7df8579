package dev.retort.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The one PostgreSQL server of this JVM's tests; stopped, or cleaned up, when the JVM ends. */
final class TestServer {

  private static final System.Logger LOG = System.getLogger(TestServer.class.getName());
  private static final String URL_VARIABLE = "RETORT_TEST_DATABASE_URL";
  private static final String IMAGE_VARIABLE = "RETORT_TEST_POSTGRES_IMAGE";

  /** Names the version of an embedded server, which is then the one, whatever else there is. */
  private static final String EMBEDDED_PROPERTY = "retort.embedded";

  private static final String DEFAULT_IMAGE = "postgres:18";

  private final PGSimpleDataSource admin;
  private final Queue<String> created = new ConcurrentLinkedQueue<>();

  private TestServer(PGSimpleDataSource admin) {
    this.admin = admin;
  }

  private static final class Holder {
    private static final TestServer SERVER = start(System.getenv());
  }

  static TestServer shared() {
    return Holder.SERVER;
  }

  /** Creates an empty UTF-8 database; from template0, which nobody can have changed. */
  TestDatabase createDatabase() {
    String name = "retort_" + UUID.randomUUID().toString().replace("-", "");
    runAsAdmin(
        "CREATE DATABASE "
            + name
            + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
    created.add(name);
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(admin.getUrl());
    source.setDatabaseName(name);
    return new TestDatabase(
        source.getUrl(),
        Optional.ofNullable(admin.getUser()).orElse(System.getProperty("user.name")),
        Optional.ofNullable(admin.getPassword()).orElse(""));
  }

  private static TestServer start(Map<String, String> environment) {
    String version = System.getProperty(EMBEDDED_PROPERTY, "");
    if (!version.isBlank()) {
      return embedded(version);
    }
    String url = environment.getOrDefault(URL_VARIABLE, "");
    if (!url.isBlank()) {
      return given(url);
    }
    return container(environment).orElseGet(TestServer::embedded);
  }

  /** A server that somebody else runs: databases made on it are dropped when the JVM ends. */
  private static TestServer given(String url) {
    PGSimpleDataSource admin = new PGSimpleDataSource();
    admin.setUrl(url);
    TestServer server = new TestServer(admin);
    Runtime.getRuntime().addShutdownHook(new Thread(server::dropDatabases));
    return server;
  }

  /**
   * A container, which Testcontainers removes when the JVM ends. Whoever names an image means it:
   * tests that silently ran on another server would prove the wrong thing.
   */
  private static Optional<TestServer> container(Map<String, String> environment) {
    Optional<String> image =
        Optional.ofNullable(environment.get(IMAGE_VARIABLE)).filter(name -> !name.isBlank());
    if (image.isPresent()) {
      return Optional.of(container(image.get()));
    }
    if (!mayHaveDocker(environment) || !DockerClientFactory.instance().isDockerAvailable()) {
      return Optional.empty();
    }
    try {
      return Optional.of(container(DEFAULT_IMAGE));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "no container of " + DEFAULT_IMAGE + ", using embedded server", e);
      return Optional.empty();
    }
  }

  // Closed by Testcontainers at the end of the JVM, so not here.
  @SuppressWarnings("resource")
  private static TestServer container(String image) {
    PostgreSQLContainer container =
        new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
    container.start();
    PGSimpleDataSource admin = new PGSimpleDataSource();
    admin.setUrl(container.getJdbcUrl());
    admin.setUser(container.getUsername());
    admin.setPassword(container.getPassword());
    return new TestServer(admin);
  }

  /**
   * Whether it is worth asking Testcontainers, which takes its time and complains at length where
   * there is a Docker client but no engine.
   */
  private static boolean mayHaveDocker(Map<String, String> environment) {
    String home = System.getProperty("user.home");
    Stream<Path> traces =
        Stream.of(
            Path.of("/var/run/docker.sock"),
            Path.of(home, ".docker", "run", "docker.sock"),
            Path.of(home, ".docker", "desktop", "docker.sock"),
            Path.of(home, ".testcontainers.properties"),
            Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", "/run"), "docker.sock"));
    return !environment.getOrDefault("DOCKER_HOST", "").isBlank()
        || System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")
        || traces.anyMatch(Files::exists);
  }

  /** The same, and of that version: a build without its binaries would prove the wrong thing. */
  private static TestServer embedded(String version) {
    TestServer server = embedded();
    try (Connection connection = server.admin.getConnection()) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      if (!version.startsWith(major + ".")) {
        throw new IllegalStateException(
            "tests are to run on PostgreSQL " + version + ", but the binaries are of " + major);
      }
      return server;
    } catch (SQLException e) {
      throw new IllegalStateException("the embedded PostgreSQL server does not answer", e);
    }
  }

  /** A server of this JVM's own, which the library stops when the JVM ends. */
  private static TestServer embedded() {
    try {
      // Closed by the library's own shutdown hook.
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("max_prepared_transactions", "2")
              .start();
      PGSimpleDataSource admin = new PGSimpleDataSource();
      admin.setUrl(server.getJdbcUrl("postgres", "postgres"));
      admin.setPassword("postgres");
      return new TestServer(admin);
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL server does not start", e);
    }
  }

  private void dropDatabases() {
    created.forEach(name -> runAsAdmin("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
  }

  private void runAsAdmin(String sql) {
    try (Connection connection = admin.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the test server refuses: " + sql, e);
    }
  }
}
