package dev.retort.benchmarks.boot;

import dev.retort.Retort;
import dev.retort.migrate.Transactions;
import javax.sql.DataSource;

/** Retort with the registry that its processor generated. */
final class RetortBoot implements Boot {

  private final boolean commitsEach;

  RetortBoot(boolean commitsEach) {
    this.commitsEach = commitsEach;
  }

  @Override
  public void run(DataSource dataSource) {
    Retort retort = Retort.on(dataSource);
    if (commitsEach) {
      retort = retort.transactions(Transactions.PER_REVISION);
    }
    retort.upgrade();
  }
}
