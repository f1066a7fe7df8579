package dev.retort.postgres;

import static dev.retort.operation.Filling.set;
import static dev.retort.operation.Rows.columns;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.revision.CompiledUpgrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpgradeCompilerTest {

  @Test
  void anUpgradeIsItsStatements() {
    Optional<CompiledUpgrade> upgrade =
        compile(
            op -> {
              op.createTable("a", column("id", bigint()).notNull(), primaryKey("id"));
              op.addColumn("a", column("name", text()));
              op.createIndex("a", index("ix_a", "name"));
            });

    assertThat(upgrade).isPresent();
    assertThat(upgrade.get().statements())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("CREATE TABLE a ");
    assertThat(upgrade.get().locks()).isEqualTo(6);
    assertThat(compile(op -> {})).contains(new CompiledUpgrade(0, List.of()));
  }

  static Stream<Consumer<Operations>> notFixed() {
    return Stream.of(
        op -> op.execute("SELECT 1"),
        op -> op.run("label", connection -> {}),
        op -> op.bulkInsert("a", columns("id").row(1)),
        op -> op.backfill("a", set("id", "1")),
        op -> op.createIndexConcurrently("a", index("ix_a", "id")),
        op -> op.createExtension("timescaledb"));
  }

  /** What needs more than its statements, so that a boot has to know the operation. */
  @ParameterizedTest
  @MethodSource("notFixed")
  void theOperationsAreNeededWhereTheyAreMoreThanTheirStatements(Consumer<Operations> more) {
    assertThat(
            compile(
                op -> {
                  op.dropTable("b");
                  more.accept(op);
                }))
        .isEmpty();
  }

  @Test
  void whatIsTooMuchForAClassIsLeftOut() {
    assertThat(compile(op -> op.createTableComment("a", "x".repeat(21_000)))).isEmpty();
    assertThat(
            compile(
                op -> {
                  for (int i = 0; i < 1_001; i++) {
                    op.dropTable("t" + i);
                  }
                }))
        .isEmpty();
  }

  private static Optional<CompiledUpgrade> compile(Consumer<Operations> upgrade) {
    List<Operation> operations = new ArrayList<>();
    Operations.record(upgrade).stream().map(RecordedOperation::operation).forEach(operations::add);
    return UpgradeCompiler.compile(operations);
  }
}
