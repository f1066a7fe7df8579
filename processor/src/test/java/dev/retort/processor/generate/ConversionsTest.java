package dev.retort.processor.generate;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ConversionsTest {

  @Test
  void aTypeIsConvertedFromWhatItIsAtThatMoment() {
    Schema before = Schema.empty();
    for (Operation operation :
        recorded(op -> op.createTable("t", column("Odd", text()), column("n", integer())))) {
      before = operation.applyTo(before);
    }

    List<Operation> completed =
        Conversions.completed(
            recorded(
                op -> {
                  op.alterColumnType("t", "Odd", integer());
                  op.alterColumnType("t", "Odd", bigint());
                  op.alterColumnType("t", "n", text());
                  op.alterColumnType("t", "n", integer(), "length(n)");
                }),
            before);

    assertThat(completed)
        .isEqualTo(
            recorded(
                op -> {
                  op.alterColumnType("t", "Odd", integer(), "\"Odd\"::integer");
                  op.alterColumnType("t", "Odd", bigint());
                  op.alterColumnType("t", "n", text());
                  op.alterColumnType("t", "n", integer(), "length(n)");
                }));
  }

  private static List<Operation> recorded(Consumer<Operations> script) {
    return Operations.record(script).stream().map(RecordedOperation::operation).toList();
  }
}
