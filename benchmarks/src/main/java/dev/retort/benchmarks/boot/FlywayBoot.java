package dev.retort.benchmarks.boot;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Flyway as it is when nothing is set. */
final class FlywayBoot implements Boot {

  @Override
  public void run(DataSource dataSource) {
    Flyway.configure().dataSource(dataSource).load().migrate();
  }
}
