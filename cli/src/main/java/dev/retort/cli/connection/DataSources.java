package dev.retort.cli.connection;

import dev.retort.cli.output.UsageException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes the driver's data source of settings. */
public final class DataSources {

  private static final String APPLICATION = "retort";

  private DataSources() {}

  /**
   * A source of new connections, which bear Retort's name on the server unless the settings say
   * another.
   *
   * @throws UsageException if the driver does not take the settings
   */
  public static DataSource of(ConnectionSettings settings) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(settings.jdbcUrl());
    } catch (IllegalArgumentException repeatsTheUrl) {
      throw new UsageException(ConnectionProblems.unusableUrl(settings.origin()));
    }
    for (Map.Entry<String, String> parameter : settings.parameters().entrySet()) {
      if (PGProperty.forName(parameter.getKey()) == null) {
        // Of another tool, as the driver too takes unknown parameters of a URL.
        continue;
      }
      try {
        source.setProperty(parameter.getKey(), parameter.getValue());
      } catch (SQLException unknown) {
        throw new IllegalStateException("the driver knows " + parameter.getKey(), unknown);
      }
    }
    if (Objects.equals(
        source.getApplicationName(), PGProperty.APPLICATION_NAME.getDefaultValue())) {
      source.setApplicationName(APPLICATION);
    }
    settings.user().ifPresent(source::setUser);
    settings.password().ifPresent(source::setPassword);
    return source;
  }
}
