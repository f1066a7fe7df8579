package dev.retort.processor.generate;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.Partitioning.partitionByList;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The check of the round trips sees what an equal catalogue hides. */
class KeptRowsTest {

  private static void tables(Operations op) {
    op.createTable("goods", column("id", bigint()));
    op.createTable("parts", column("kind", text()), partitionByList("kind"));
    op.createPartition("parts", "parts_a", "IN ('a')");
  }

  @Test
  void whatIsDroppedAndCreatedHasLostItsRows() {
    assertThat(
            lost(
                op -> {
                  op.dropTable("goods");
                  op.createTable("goods", column("id", bigint()));
                }))
        .containsExactly("table goods with the rows of goods");
    assertThat(
            lost(
                op -> {
                  op.dropPartition("parts", "parts_a");
                  op.createPartition("parts", "parts_a", "IN ('a')");
                }))
        .containsExactly("partition parts_a");
  }

  @Test
  void whatIsMovedHasKeptThem() {
    assertThat(
            lost(
                op -> {
                  op.renameTable("goods", "aside");
                  op.createTable("goods", column("id", bigint()));
                  op.moveRows("aside", "goods", "id");
                  op.dropTable("aside");
                  op.moveTable("parts", "store", "parts_a");
                  op.in("store").moveTableToDefault("parts", "parts_a");
                }))
        .isEmpty();
  }

  private static List<String> lost(Consumer<Operations> changes) {
    Schema before = Schema.empty();
    for (Operation operation : recorded(KeptRowsTest::tables)) {
      before = operation.applyTo(before);
    }
    return KeptRows.lost(recorded(changes), before, KeptRows.tables(before, before, Map.of()));
  }

  private static List<Operation> recorded(Consumer<Operations> script) {
    return Operations.record(script).stream().map(RecordedOperation::operation).toList();
  }
}
