package dev.retort.benchmarks.boot;

import io.ebean.migration.MigrationConfig;
import io.ebean.migration.MigrationRunner;
import javax.sql.DataSource;

/** Ebean's migrations with the index of checksums that its generator writes: its fastest way. */
final class EbeanBoot implements Boot {

  static final String PLATFORM = "postgres";

  @Override
  public void run(DataSource dataSource) {
    MigrationConfig config = new MigrationConfig();
    config.setBasePlatform(PLATFORM);
    config.setPlatform(PLATFORM);
    new MigrationRunner(config).run(dataSource);
  }
}
