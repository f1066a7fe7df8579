package dev.retort.cli.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retort.cli.output.UsageException;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides where the database is, from what was typed, the environment's variables and those of a
 * {@code .env} file. An empty variable counts as absent.
 */
public final class ConnectionResolver {

  /** libpq's variables of what the driver can be told, and the driver's names. */
  private static final Map<String, String> DRIVER_PARAMETERS =
      Map.of(
          "PGSSLMODE", "sslmode",
          "PGSSLROOTCERT", "sslrootcert",
          "PGSSLCERT", "sslcert",
          "PGSSLKEY", "sslkey",
          "PGOPTIONS", "options",
          "PGCONNECT_TIMEOUT", "connectTimeout",
          "PGAPPNAME", "ApplicationName");

  private ConnectionResolver() {}

  /**
   * The connection: of {@code --url}, else of the environment, else of the file. Among variables,
   * {@code DATABASE_URL} comes first, then {@code DB_URL}, the other {@code DB_…}, and libpq's
   * {@code PG…}. A file's variables complete those of the environment and never replace one.
   *
   * @throws UsageException if nothing says where it is, or what does is not usable
   */
  public static ConnectionSettings resolve(
      ConnectionRequest request, Map<String, String> environment, Map<String, String> file) {
    return find(request, environment, file)
        .orElseThrow(() -> new UsageException(ConnectionProblems.nowhere()));
  }

  /** The same; empty if nothing says where it is. */
  public static Optional<ConnectionSettings> find(
      ConnectionRequest request, Map<String, String> environment, Map<String, String> file) {
    Variables process = new Variables(environment);
    Map<String, String> together = new HashMap<>(file);
    environment.forEach(
        (name, value) -> {
          if (!value.isBlank()) {
            together.put(name, value);
          }
        });
    Variables all = new Variables(together);
    return request
        .url()
        .map(url -> DatabaseUrl.parse("--url", url))
        .or(() -> place(process, all))
        .or(() -> place(all, all))
        .map(place -> withLogin(place, request, all));
  }

  private static ConnectionSettings withLogin(
      ConnectionSettings place, ConnectionRequest request, Variables all) {
    return new ConnectionSettings(
            place.origin(),
            place.jdbcUrl(),
            request.user().or(place::user).or(() -> all.first("DB_USER", "PGUSER")),
            request.password().or(place::password).or(() -> all.first("DB_PASSWORD", "PGPASSWORD")),
            place.parameters())
        .withDefaults(driverParameters(all));
  }

  /**
   * The place that variables name.
   *
   * @param naming the variables of which one must name it
   * @param all these and others, for what else must be known
   */
  private static Optional<ConnectionSettings> place(Variables naming, Variables all) {
    for (String variable : new String[] {"DATABASE_URL", "DB_URL"}) {
      Optional<String> url = naming.value(variable);
      if (url.isPresent()) {
        return Optional.of(DatabaseUrl.parse(variable, url.get()));
      }
    }
    if (naming.first("DB_HOST", "DB_PORT", "DB_NAME").isPresent()) {
      String name =
          all.value("DB_NAME")
              .orElseThrow(() -> new UsageException(ConnectionProblems.noName("DB_NAME")));
      return Optional.of(parts("DB_HOST", "DB_PORT", name, all));
    }
    if (naming.first("PGHOST", "PGPORT", "PGDATABASE").isPresent()) {
      // As libpq and the driver: without a name, the database is called like the user.
      String name = all.first("PGDATABASE", "PGUSER").orElse("");
      return Optional.of(parts("PGHOST", "PGPORT", name, all));
    }
    return Optional.empty();
  }

  private static ConnectionSettings parts(
      String hostVariable, String portVariable, String name, Variables all) {
    String host = all.value(hostVariable).orElse("localhost");
    if (host.startsWith("/")) {
      throw new UsageException(ConnectionProblems.socket(hostVariable));
    }
    String port = all.value(portVariable).orElse("5432");
    if (!Ports.isPort(port)) {
      throw new UsageException(ConnectionProblems.unusablePort(portVariable, port));
    }
    String literal = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    // The driver decodes the name as a path: %20 is a space, a plus sign is one.
    String path = URLEncoder.encode(name, UTF_8).replace("+", "%20");
    return new ConnectionSettings(
        hostVariable,
        "jdbc:postgresql://" + literal + ":" + port + "/" + path,
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private static Map<String, String> driverParameters(Variables all) {
    Map<String, String> parameters = new LinkedHashMap<>();
    DRIVER_PARAMETERS.forEach(
        (variable, name) -> all.value(variable).ifPresent(value -> parameters.put(name, value)));
    return parameters;
  }

  private record Variables(Map<String, String> byName) {

    Optional<String> value(String name) {
      return Optional.ofNullable(byName.get(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    Optional<String> first(String... names) {
      return Stream.of(names).map(this::value).flatMap(Optional::stream).findFirst();
    }
  }
}
