package dev.retort.processor.drift;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.processor.report.Finding;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What no entity has and the revisions keep; in whole compilations, {@code rt414-unmapped}. */
class UnmappedTest {

  private static final Schema CHAIN =
      schema(
          op -> {
            op.createTable("items", column("id", bigint()).notNull(), primaryKey("id"));
            op.createTable(
                "logs",
                column("item", bigint()),
                foreignKey("item").references("items", "id").named("logs_item"));
            op.in("audit").createTable("logs", column("id", bigint()));
          });

  @Test
  void aNameIsMeantInAnyNamespaceUnlessItHasOne() {
    Schema items =
        schema(op -> op.createTable("items", column("id", bigint()).notNull(), primaryKey("id")));

    assertThat(dropped(items, "logs")).isEmpty();
    assertThat(dropped(items, "lo*s")).isEmpty();
    assertThat(dropped(items, "public.logs", "audit.*")).isEmpty();
    assertThat(dropped(items, "audit.logs")).containsExactly("drop table logs");
    assertThat(dropped(items, "Logs", "log", "items"))
        .containsExactlyInAnyOrder("drop table logs", "drop table audit.logs");
    assertThat(dropped(items)).hasSize(2);
  }

  @Test
  void aKeyToATableThatGoesGoesWithIt() {
    assertThat(dropped(Schema.empty(), "*logs"))
        .containsExactly("drop constraint logs_item of logs", "drop table items");
  }

  @Test
  void whatAnEntityMapsIsCompared() {
    Schema logs =
        schema(
            op -> {
              op.createTable("items", column("id", bigint()).notNull(), primaryKey("id"));
              op.createTable("logs", column("item", bigint()), column("more", bigint()));
            });

    assertThat(dropped(logs, "*"))
        .containsExactlyInAnyOrder("drop constraint logs_item of logs", "add column logs.more");
  }

  @Test
  void aNameThatNothingHasIsTold() {
    assertThat(new Unmapped(List.of("logs", "lgos", "audit.*")).findings(CHAIN))
        .singleElement()
        .extracting(Finding::problem)
        .hasToString(new Unmapped(List.of("lgos")).findings(CHAIN).get(0).problem().toString());
    assertThat(Unmapped.NONE.findings(CHAIN)).isEmpty();
  }

  private static List<String> dropped(Schema model, String... names) {
    Schema meant = new Unmapped(List.of(names)).addedTo(model, CHAIN);
    List<Operation> operations =
        SchemaDiffer.diff(CHAIN, meant.withPrerequisites(CHAIN.prerequisites()));
    return operations.stream().map(Operation::describe).toList();
  }

  private static Schema schema(Consumer<Operations> script) {
    return Operation.applyAll(
        Operations.record(script).stream().map(RecordedOperation::operation).toList(),
        Schema.empty());
  }
}
