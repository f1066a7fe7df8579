package dev.retort;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.timestamp;
import static dev.retort.schema.SqlType.userDefined;
import static dev.retort.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.postgres.SqlRenderer;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes of generated columns on a real server: what the model refuses, the server refuses. */
class GeneratedColumnMigrationTest {

  private static final String ROWS = "INSERT INTO goods (id, price) VALUES (1, 10), (2, 20)";

  private static Consumer<Operations> goods(String price, String... generated) {
    return op -> {
      op.createEnumType("unit", "PIECE", "BOX");
      op.createTable(
          "goods",
          column("id", bigint()).notNull(),
          column("price", price.equals("bigint") ? bigint() : integer()),
          column("unit", userDefined("unit")),
          column("seen", timestamp()),
          generated.length == 0
              ? column("total", bigint())
              : column("total", bigint()).generatedAs(generated[0]).withComment("a sum"),
          primaryKey("id"),
          unique("total"),
          check("total > 0").named("positive"));
      op.createIndex("goods", index("by_total", "total", "price"));
      op.createTable(
          "orders",
          column("total", bigint()),
          foreignKey("total").references("goods", "total").named("fk"));
    };
  }

  static List<Arguments> changes() {
    return List.of(
        Arguments.of("expression", goods("", "price + 1"), goods("", "price * 2")),
        Arguments.of("plain to generated", goods(""), goods("", "price * 2")),
        Arguments.of(
            "type of what it is computed from", goods("", "price"), goods("bigint", "price")),
        Arguments.of("generated to plain", goods("", "price + 1"), goods("bigint")),
        Arguments.of(
            "from an enum type",
            goods("", "CASE unit WHEN 'BOX' THEN price ELSE price END"),
            goods("", "CASE WHEN unit <> 'BOX' THEN price ELSE price + 100 END")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void leadsThereAndBack(String what, Consumer<Operations> from, Consumer<Operations> to)
      throws SQLException {
    Schema before = schema(from);
    Schema after = schema(to);
    TestDatabase database = database(before);
    if (before
        .requireTable(QualifiedName.of("goods"))
        .requireColumn("total")
        .generation()
        .isPresent()) {
      database.execute(ROWS);
    }
    List<Operation> upgrade = SchemaDiffer.diff(before, after);
    List<Operation> downgrade = Inverses.of(upgrade, before).orElseThrow();

    run(database, upgrade);
    assertThat(CatalogFacts.all().of(database)).isEqualTo(CatalogFacts.all().of(database(after)));
    run(database, downgrade);
    assertThat(CatalogFacts.all().of(database)).isEqualTo(CatalogFacts.all().of(database(before)));
  }

  @Test
  void aColumnThatBecomesPlainKeepsItsValues() throws SQLException {
    Schema before = schema(goods("", "price + 1"));
    TestDatabase database = database(before);
    database.execute(ROWS);

    List<Operation> upgrade = SchemaDiffer.diff(before, schema(goods("")));

    assertThat(upgrade)
        .extracting(Operation::describe)
        .containsExactly(
            "alter column goods.total drop expression", "drop comment on column goods.total");
    run(database, upgrade);
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT sum(total) FROM goods")) {
      row.next();
      assertThat(row.getLong(1)).isEqualTo(32);
    }
  }

  @Test
  void theWayBackToAPlainColumnKeepsItsValues() throws SQLException {
    Schema before = schema(goods(""));
    List<Operation> upgrade = SchemaDiffer.diff(before, schema(goods("", "price * 2")));
    TestDatabase database = database(before);
    run(database, upgrade);
    database.execute(ROWS);

    run(database, Inverses.of(upgrade, before).orElseThrow());

    assertThat(CatalogFacts.all().of(database)).isEqualTo(CatalogFacts.all().of(database(before)));
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT sum(total) FROM goods")) {
      row.next();
      assertThat(row.getLong(1)).isEqualTo(60);
    }
  }

  @Test
  void anEnumTypeIsRebuiltUnderneath() throws SQLException {
    Consumer<Operations> from = goods("", "CASE unit WHEN 'BOX' THEN price ELSE price + 1 END");
    Schema before = schema(from);
    Schema after =
        before.withEnumTypeChanged(
            QualifiedName.of("unit"), type -> type.withLabels(List.of("BOX", "PIECE", "PALLET")));
    TestDatabase database = database(before);
    database.execute(ROWS);
    List<Operation> upgrade = SchemaDiffer.diff(before, after);

    run(database, upgrade);
    assertThat(CatalogFacts.all().of(database)).isEqualTo(CatalogFacts.all().of(database(after)));
    run(database, Inverses.of(upgrade, before).orElseThrow());
    assertThat(CatalogFacts.all().of(database)).isEqualTo(CatalogFacts.all().of(database(before)));
  }

  static List<Arguments> refused() {
    return List.of(
        refusal("other generated", op -> op.addColumn("goods", add("total + 1"))),
        refusal("itself", op -> op.addColumn("goods", add("more + 1"))),
        refusal("default", op -> op.addColumn("goods", add("1").withDefault("2"))),
        refusal("identity", op -> op.addColumn("goods", add("1").notNull().asIdentity())),
        refusal("set default", op -> op.setDefault("goods", "total", "1")),
        refusal("drop", op -> op.dropColumn("goods", "price")),
        refusal("type", op -> op.alterColumnType("goods", "price", bigint())),
        refusal("using", op -> op.alterColumnType("goods", "total", text(), "'1'")),
        refusal("plain", op -> op.dropExpression("goods", "price")),
        refusal(
            "action",
            op ->
                op.addConstraint(
                    "goods",
                    foreignKey("total")
                        .references("goods", "id")
                        .onDelete(ReferentialAction.SET_NULL))));
  }

  private static Column add(String expression) {
    return column("more", bigint()).generatedAs(expression);
  }

  private static Arguments refusal(String what, Consumer<Operations> script) {
    return Arguments.of(what, script);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void whatTheServerRefusesTheModelRefuses(String what, Consumer<Operations> script)
      throws SQLException {
    Schema schema = schema(goods("", "price + 1"));
    TestDatabase database = database(schema);
    Operation operation = operations(script).get(0);

    assertThatThrownBy(() -> operation.applyTo(schema)).isInstanceOf(SchemaException.class);
    assertThatThrownBy(() -> run(database, List.of(operation))).isInstanceOf(SQLException.class);
  }

  @Test
  void itFollowsARename() throws SQLException {
    Schema schema = schema(goods("", "price + extract(year from seen)::bigint"));
    TestDatabase database = database(schema);
    List<Operation> rename =
        operations(
            op -> {
              op.renameColumn("goods", "price", "Unit price");
              op.renameColumn("goods", "seen", "year");
            });

    run(database, rename);
    Schema renamed = applied(rename, schema);

    assertThat(CatalogFacts.all().of(database)).isEqualTo(CatalogFacts.all().of(database(renamed)));
    assertThat(renamed.requireTable(QualifiedName.of("goods")).requireColumn("total").generation())
        .contains("\"Unit price\" + extract(year from year)::bigint");
  }

  private static Schema schema(Consumer<Operations> script) {
    return applied(operations(script), Schema.empty());
  }

  private static Schema applied(List<Operation> operations, Schema to) {
    Schema schema = to;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  private static List<Operation> operations(Consumer<Operations> script) {
    return Operations.record(script).stream().map(RecordedOperation::operation).toList();
  }

  private static TestDatabase database(Schema schema) throws SQLException {
    TestDatabase database = TestDatabase.create();
    run(database, SchemaDiffer.diff(Schema.empty(), schema));
    return database;
  }

  private static void run(TestDatabase database, List<Operation> operations) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      for (Operation operation : operations) {
        for (String sql : SqlRenderer.render(operation)) {
          statement.execute(sql);
        }
      }
    }
  }
}
