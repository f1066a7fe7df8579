package dev.retort.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ServerWordsTest {

  @Test
  void ofABatchTheReasonIsToldAndNotTheStatement() {
    BatchUpdateException batch =
        new BatchUpdateException(
            "Batch entry 2 CREATE TABLE sensor (id bigint) was aborted: ERROR: canceling statement"
                + " due to lock timeout  Call getNextException to see other errors in the batch.",
            "55P03",
            0,
            new int[0]);
    batch.setNextException(
        new SQLException("ERROR: canceling statement due to lock timeout", "55P03"));

    assertThat(MigrationProblems.said(batch))
        .isEqualTo("[SQLSTATE 55P03] ERROR: canceling statement due to lock timeout.");
  }

  @Test
  void aBatchWithoutAReasonIsToldAsItIs() {
    assertThat(MigrationProblems.said(new BatchUpdateException("nothing", "55P03", 0, new int[0])))
        .isEqualTo("[SQLSTATE 55P03] nothing.");
  }
}
