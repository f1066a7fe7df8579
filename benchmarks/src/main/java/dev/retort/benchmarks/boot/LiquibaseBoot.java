package dev.retort.benchmarks.boot;

import java.sql.Connection;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;

/** Liquibase with one changelog of formatted SQL: no file for each of its changes to open. */
final class LiquibaseBoot implements Boot {

  static final String CHANGELOG = "changelog/changes.sql";

  @Override
  public void run(DataSource dataSource) throws Exception {
    try (Connection connection = dataSource.getConnection()) {
      Liquibase liquibase =
          new Liquibase(
              CHANGELOG, new ClassLoaderResourceAccessor(), new JdbcConnection(connection));
      liquibase.update(new Contexts());
    }
  }
}
