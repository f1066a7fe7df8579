package dev.retort.catalog;

import static dev.retort.operation.CompositeRebuild.attributes;
import static dev.retort.schema.Attribute.attribute;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.userDefined;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.schema.SqlType;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The rules of composite types, held against a running server. */
class CompositeTypeRulesTest {

  private static final SqlType PRICE = userDefined("price");

  private static void before(Operations op) {
    op.createCompositeType("price", attribute("amount", bigint()), attribute("unit", text()));
    op.createCompositeType("item", attribute("price", PRICE.array()));
    op.createEnumType("mood", "A", "B");
    op.createCompositeType("felt", attribute("mood", userDefined("mood")));
    op.createTable("items", column("id", bigint()), column("item", userDefined("item")));
    op.createIndex("items", index("by_id", "id"));
    op.createSequence("numbers", 1, 1);
  }

  private static final ServerAgreement AGREEMENT =
      ServerAgreement.after(CompositeTypeRulesTest::before);

  @Test
  void bothAcceptAndComeBack() throws SQLException {
    AGREEMENT.accepts(op -> op.createCompositeType("empty"));
    AGREEMENT.accepts(op -> op.addAttribute("price", attribute("a \"b\"", userDefined("mood"))));
    AGREEMENT.accepts(op -> op.dropAttribute("price", "amount"));
    AGREEMENT.accepts(op -> op.dropAttribute("price", "unit"));
    AGREEMENT.accepts(op -> op.renameAttribute("price", "unit", "Unit"));
    AGREEMENT.accepts(op -> op.alterAttributeType("felt", "mood", text()));
    AGREEMENT.accepts(op -> op.dropCompositeType("felt"));
    AGREEMENT.accepts(
        op ->
            op.rebuildCompositeType(
                "felt", attributes(attribute("n", text())).giving("n", "NULL")));
  }

  @Test
  void bothRefuseANameThatIsTaken() throws SQLException {
    for (String taken : new String[] {"items", "by_id", "numbers", "mood", "item"}) {
      AGREEMENT.refuses(op -> op.createCompositeType(taken, attribute("a", bigint())));
    }
    AGREEMENT.refuses(op -> op.createEnumType("price", "A"));
    AGREEMENT.refuses(op -> op.createTable("price"));
    AGREEMENT.refuses(op -> op.createSequence("price", 1, 1));
    AGREEMENT.refuses(op -> op.createIndex("items", index("price", "id")));
  }

  @Test
  void bothRefuseToDropATypeThatIsUsed() throws SQLException {
    AGREEMENT.refuses(op -> op.dropCompositeType("item"));
    AGREEMENT.refuses(op -> op.dropCompositeType("price"));
    AGREEMENT.refuses(op -> op.dropEnumType("mood"));
  }

  @Test
  void bothRefuseToAlterWhatRowsHold() throws SQLException {
    AGREEMENT.refuses(op -> op.alterAttributeType("price", "amount", integer()));
    AGREEMENT.refuses(op -> op.alterAttributeType("item", "price", PRICE));
  }

  @Test
  void bothRefuseAttributesThatAreNotThereOrTwice() throws SQLException {
    AGREEMENT.refuses(op -> op.addAttribute("price", attribute("amount", text())));
    AGREEMENT.refuses(op -> op.dropAttribute("price", "gone"));
    AGREEMENT.refuses(op -> op.renameAttribute("price", "amount", "unit"));
    AGREEMENT.refuses(op -> op.addAttribute("none", attribute("amount", text())));
  }

  @Test
  void bothRefuseATypeInsideItself() throws SQLException {
    AGREEMENT.refuses(op -> op.addAttribute("price", attribute("outer", userDefined("item"))));
    AGREEMENT.refuses(
        op -> op.addAttribute("price", attribute("others", userDefined("item").array())));
  }

  @Test
  void aRebuildNamesAllThatIsConverted() {
    refusal(
        op -> op.rebuildCompositeType("item", attributes(attribute("price", PRICE.array()))),
        "composite type item is also the type of column items.item, which the rebuild of item does"
            + " not name");
    refusal(
        op -> op.rebuildCompositeType("price", attributes(attribute("amount", bigint()))),
        "composite type item (price price[]) contains composite type price, whose rebuild does not"
            + " name it so");
    refusal(
        op -> op.rebuildCompositeType("felt", attributes(attribute("n", text()))),
        "composite type felt has no attribute n, and its rebuild gives it no value");
    refusal(
        op ->
            op.rebuildCompositeType(
                "felt", attributes(attribute("mood", text())).usedBy("items", "id")),
        "the rebuild of composite type felt names column items.id, which does not have type felt");
  }

  @Test
  void anIndexKeepsAttributes() {
    refusal(
        op -> {
          op.createIndex("items", index("by_item", "item"));
          op.dropAttribute("price", "unit");
        },
        "attribute unit of composite type price cannot be dropped while index by_item of table"
            + " items is sorted by it; rebuildCompositeType builds the index anew");
  }

  private static void refusal(Consumer<Operations> script, String message) {
    Schema start = applied(CompositeTypeRulesTest::before, Schema.empty());
    assertThatThrownBy(() -> applied(script, start))
        .isInstanceOf(SchemaException.class)
        .hasMessage(message);
  }

  private static Schema applied(Consumer<Operations> script, Schema to) {
    Schema schema = to;
    for (RecordedOperation recorded : Operations.record(script)) {
      Operation operation = recorded.operation();
      schema = operation.applyTo(schema);
    }
    return schema;
  }
}
