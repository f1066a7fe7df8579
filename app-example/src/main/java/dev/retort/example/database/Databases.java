package dev.retort.example.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.retort.example.settings.DatabaseAddress;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Data sources: plain for migrating, pooled for serving. */
public final class Databases {

  private Databases() {}

  /** Opens a new connection each time. */
  public static PGSimpleDataSource at(DatabaseAddress address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.jdbcUrl());
    address.user().ifPresent(source::setUser);
    address.password().ifPresent(source::setPassword);
    source.setApplicationName("retort-example");
    return source;
  }

  /** The host, port and name of the database, for people. */
  public static String describe(PGSimpleDataSource source) {
    return source.getServerNames()[0]
        + ":"
        + source.getPortNumbers()[0]
        + "/"
        + source.getDatabaseName();
  }

  /** A small pool over a plain source; the caller closes it. */
  public static HikariDataSource pooled(DataSource source) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("example");
    config.setDataSource(source);
    config.setMaximumPoolSize(8);
    config.setConnectionTimeout(5_000);
    return new HikariDataSource(config);
  }
}
