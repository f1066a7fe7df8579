package dev.retort.processor.drift;

import static dev.retort.schema.Attribute.attribute;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.userDefined;
import static dev.retort.schema.SqlType.uuid;
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
            items(op);
            op.createTable(
                "logs",
                column("item", bigint()),
                foreignKey("item").references("items", "id").named("logs_item"));
            op.in("audit").createTable("logs", column("id", bigint()));
          });

  @Test
  void aNameIsMeantInTheDefaultNamespaceUnlessItHasOne() {
    Schema items = schema(UnmappedTest::items);

    assertThat(dropped(items, "logs")).containsExactly("drop table audit.logs");
    assertThat(dropped(items, "lo*s")).containsExactly("drop table audit.logs");
    assertThat(dropped(items, "*")).containsExactly("drop table audit.logs");
    assertThat(dropped(items, "public.logs", "audit.*")).isEmpty();
    assertThat(dropped(items, "*.logs")).isEmpty();
    assertThat(dropped(items, "audit.logs")).containsExactly("drop table logs");
    assertThat(dropped(items, "Logs", "log", "items", "audit*"))
        .containsExactlyInAnyOrder("drop table logs", "drop table audit.logs");
    assertThat(dropped(items)).hasSize(2);
  }

  @Test
  void aKeyGoesWithWhatItLeadsTo() {
    assertThat(dropped(Schema.empty(), "*.logs"))
        .containsExactly("drop constraint logs_item of logs", "drop table items");

    Schema noKey = schema(op -> op.createTable("items", column("id", bigint()).notNull()));
    assertThat(dropped(noKey, "*.logs"))
        .containsExactlyInAnyOrder(
            "drop constraint logs_item of logs", "drop constraint items_pkey of items");

    Schema otherType =
        schema(op -> op.createTable("items", column("id", uuid()).notNull(), primaryKey("id")));
    assertThat(dropped(otherType, "*.logs")).contains("drop constraint logs_item of logs");
    assertThat(Operation.applyAll(drift(otherType, CHAIN, "*.logs"), CHAIN).table("logs"))
        .isPresent();
  }

  @Test
  void whatAnEntityMapsIsCompared() {
    Schema logs =
        schema(
            op -> {
              items(op);
              op.createTable("logs", column("item", bigint()), column("more", bigint()));
            });

    assertThat(dropped(logs, "*.*"))
        .containsExactlyInAnyOrder("drop constraint logs_item of logs", "add column logs.more");
  }

  @Test
  void whatATableNeedsIsKeptWithIt() {
    Schema chain =
        schema(
            op -> {
              op.createEnumType("mood", "good", "bad");
              op.createCompositeType("address", attribute("mood", userDefined("mood")));
              op.createSequence("numbers", 1, 1);
              op.createFunction(
                  "stamped", "", "RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$");
              op.createTable(
                  "legacy",
                  column("id", bigint()).withDefault("nextval('numbers')"),
                  column("home", userDefined("address")));
              op.createTrigger(
                  "legacy", "stamp", "BEFORE INSERT", "FOR EACH ROW EXECUTE FUNCTION stamped()");
            });

    assertThat(drift(Schema.empty(), chain, "legacy")).isEmpty();
    assertThat(drift(Schema.empty(), chain)).hasSizeGreaterThan(4);
  }

  @Test
  void aTriggerBelongsToItsTableWhateverItIsCalled() {
    Schema chain =
        schema(
            op -> {
              items(op);
              op.createTrigger(
                  "items", "legacy", "BEFORE INSERT", "FOR EACH ROW EXECUTE FUNCTION stamped()");
            });

    assertThat(drift(schema(UnmappedTest::items), chain, "legacy"))
        .extracting(Operation::describe)
        .containsExactly("drop trigger legacy of table items");
    assertThat(new Unmapped(List.of("legacy")).findings(chain)).hasSize(1);
  }

  @Test
  void aNameThatTheModelHasForSomethingElseIsTheModels() {
    Schema chain =
        schema(
            op -> {
              op.createSequence("legacy_a", 1, 1);
              op.createEnumType("legacy_b", "x");
              op.createView("legacy_c", "SELECT 1");
              op.createTable("legacy_d", column("id", bigint()));
            });
    Schema model =
        schema(
            op -> {
              op.createTable("legacy_a", column("id", bigint()));
              op.createTable("legacy_b", column("id", bigint()));
              op.createTable("legacy_c", column("id", bigint()));
              op.createView("legacy_d", "SELECT 1");
            });

    Schema reached = Operation.applyAll(drift(model, chain, "legacy_*"), chain);
    assertThat(reached.tables().keySet()).isEqualTo(model.tables().keySet());
    assertThat(reached.sequences()).isEmpty();
    assertThat(reached.enumTypes()).isEmpty();
  }

  @Test
  void aNameThatNothingHasIsTold() {
    assertThat(new Unmapped(List.of("logs", "lgos", "audit.*")).findings(CHAIN))
        .singleElement()
        .extracting(Finding::problem)
        .hasToString(new Unmapped(List.of("lgos")).findings(CHAIN).get(0).problem().toString());
    assertThat(Unmapped.NONE.findings(CHAIN)).isEmpty();
  }

  private static void items(Operations op) {
    op.createTable("items", column("id", bigint()).notNull(), primaryKey("id"));
  }

  private static List<String> dropped(Schema model, String... names) {
    return drift(model, CHAIN, names).stream().map(Operation::describe).toList();
  }

  private static List<Operation> drift(Schema model, Schema chain, String... names) {
    Schema meant = new Unmapped(List.of(names)).addedTo(model, chain);
    return SchemaDiffer.diff(chain, meant.withPrerequisites(chain.prerequisites()));
  }

  private static Schema schema(Consumer<Operations> script) {
    return Operation.applyAll(
        Operations.record(script).stream().map(RecordedOperation::operation).toList(),
        Schema.empty());
  }
}
