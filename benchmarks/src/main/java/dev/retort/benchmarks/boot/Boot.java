package dev.retort.benchmarks.boot;

import javax.sql.DataSource;

/** What an application does at its start: brings the database to the newest migration. */
interface Boot {

  void run(DataSource dataSource) throws Exception;
}
