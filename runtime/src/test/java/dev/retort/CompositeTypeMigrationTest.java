package dev.retort;

import static dev.retort.operation.CompositeRebuild.attributes;
import static dev.retort.schema.Attribute.attribute;
import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.CompositeType.compositeType;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.numeric;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.userDefined;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.testing.OperationScripts.rows;
import static dev.retort.testing.OperationScripts.run;
import static dev.retort.testing.OperationScripts.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.AddAttribute;
import dev.retort.operation.DropAttribute;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RebuildCompositeType;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What becomes of rows when the attributes of a composite type change, on a real server. */
class CompositeTypeMigrationTest {

  private static final SqlType PRICE = userDefined("price");
  private static final SqlType ITEM = userDefined("item");

  private static final String VALUES =
      "SELECT price, prices, item, items FROM products ORDER BY id";

  private static void products(Operations op) {
    op.createCompositeType(
        "price", attribute("amount", numeric(19, 2)), attribute("currency", text()));
    op.createCompositeType(
        "item",
        attribute("price", PRICE),
        attribute("more", PRICE.array()),
        attribute("n", text()));
    op.createTable(
        "products",
        column("id", bigint()),
        column("price", PRICE),
        column("prices", PRICE.array()),
        column("item", ITEM),
        column("items", ITEM.array()));
    op.execute(
        "INSERT INTO products VALUES (1, '(1.50,EUR)', '{\"(2,EUR)\",NULL,\"(,)\"}',"
            + " ROW('(3,USD)'::price, '{\"(4,\\\"U S\\\")\"}'::price[], 'x'),"
            + " ARRAY[ROW('(5,)'::price, NULL, NULL)::item]),"
            + " (2, '(,)', '{}', '(,,)', '{}'), (3, NULL, NULL, NULL, NULL)");
  }

  @Test
  void valuesKeepTheirAttributesByName() throws SQLException {
    TestDatabase database = migrated(CompositeTypeMigrationTest::products);

    run(
        database,
        op ->
            op.rebuildCompositeType(
                "price",
                attributes(
                        attribute("currency", varchar(3)),
                        attribute("amount", bigint()),
                        attribute("net", bigint()))
                    .giving("net", "(old).amount * 100")
                    .usedBy("products", "price")
                    .usedBy(array("prices"))
                    .inside(
                        compositeType(
                            "item",
                            attribute("price", PRICE),
                            attribute("more", PRICE.array()),
                            attribute("n", text())),
                        new EnumColumn(QualifiedName.of("products"), "item", 0),
                        array("items"))));

    assertThat(rows(database, VALUES))
        .containsExactly(
            "(EUR,2,150) {\"(EUR,2,200)\",NULL,\"(,,)\"}"
                + " (\"(USD,3,300)\",\"{\"\"(\\\\\"\"U S\\\\\"\",4,400)\"\"}\",x)"
                + " {\"(\\\"(,5,500)\\\",,)\"}",
            "(,,) {} (,,) {}",
            "null null null null");
    assertThat(CatalogFacts.all().of(database))
        .contains("composite type price (currency character varying(3), amount bigint, net bigint)")
        .noneMatch(fact -> fact.contains("retort_"));
    assertThat(rows(database, "SELECT count(*) FROM pg_proc WHERE proname = 'retort_convert'"))
        .containsExactly("0");
  }

  @Test
  void aValueThatDoesNotFitStopsTheRebuildWhole() throws SQLException {
    TestDatabase database =
        migrated(
            op -> {
              op.createCompositeType("price", attribute("currency", text()));
              op.createTable("products", column("prices", PRICE.array()));
              op.execute("INSERT INTO products VALUES ('{\"(EURO)\"}')");
            });

    SQLException refused =
        catchThrowableOfType(
            SQLException.class,
            () ->
                run(
                    database,
                    op ->
                        op.rebuildCompositeType(
                            "price",
                            attributes(attribute("currency", varchar(3)))
                                .usedBy(array("prices")))));

    assertThat(refused.getSQLState()).isEqualTo("22001");
    assertThat(rows(database, "SELECT prices FROM products")).containsExactly("{(EURO)}");
  }

  @Test
  void anArrayOfSeveralDimensionsStopsTheRebuild() throws SQLException {
    TestDatabase database =
        migrated(
            op -> {
              op.createCompositeType("price", attribute("n", text()));
              op.createTable("products", column("prices", PRICE.array()));
              op.execute("INSERT INTO products VALUES ('{{(1)},{(2)}}')");
            });

    SQLException refused =
        catchThrowableOfType(
            SQLException.class,
            () ->
                run(
                    database,
                    op ->
                        op.rebuildCompositeType(
                            "price",
                            attributes(attribute("n", integer()))
                                .giving("n", "(old).n::integer")
                                .usedBy(array("prices")))));

    assertThat(refused.getMessage()).contains("cannot convert an array of 2 dimensions");
  }

  /** PostgreSQL 13 to 18 leave such an index sorted by what is no longer there. */
  @Test
  void anIndexIsBuiltAnewWhenAnAttributeGoes() throws SQLException {
    Consumer<Operations> old =
        op -> {
          op.createCompositeType(
              "price", attribute("currency", text()), attribute("amount", integer()));
          op.createTable("products", column("price", PRICE));
          op.createIndex("products", index("by_price", "price"));
        };
    Consumer<Operations> wanted =
        op -> {
          op.createCompositeType("price", attribute("amount", integer()));
          op.createTable("products", column("price", PRICE));
          op.createIndex("products", index("by_price", "price"));
        };
    TestDatabase database = migrated(old);
    database.execute(
        "INSERT INTO products SELECT ROW(chr(65 + g % 26), g * 7 % 101)::price"
            + " FROM generate_series(1, 500) g");
    List<Operation> upgrade = SchemaDiffer.diff(schema(old), schema(wanted));
    assertThat(upgrade).hasOnlyElementsOfTypes(RebuildCompositeType.class);

    run(database, upgrade);

    database.execute("ANALYZE products");
    assertThat(
            rows(
                database,
                "SET enable_seqscan = off; SET enable_bitmapscan = off",
                "SELECT count(*) FROM products WHERE price = ROW(50)::price"))
        .isEqualTo(rows(database, "SELECT count(*) FROM products WHERE (price).amount = 50"))
        .containsExactly("5");

    run(database, Inverses.of(upgrade, schema(old)).orElseThrow());
    assertThat(CatalogFacts.all().of(database)).isEqualTo(CatalogFacts.all().of(migrated(old)));
  }

  @Test
  void attributesComeAtTheEndAndGoWithoutARebuild() throws SQLException {
    Consumer<Operations> old = CompositeTypeMigrationTest::products;
    Schema before = schema(old);
    Schema after =
        before.withCompositeTypeChanged(
            QualifiedName.of("price"),
            type -> type.withoutAttribute("amount").withAttribute(attribute("z", bigint())));
    TestDatabase database = migrated(old);

    List<Operation> upgrade = SchemaDiffer.diff(before, after);
    assertThat(upgrade).hasSize(2).hasOnlyElementsOfTypes(DropAttribute.class, AddAttribute.class);
    run(database, upgrade);
    assertThat(rows(database, "SELECT price FROM products ORDER BY id"))
        .containsExactly("(EUR,)", "(,)", "null");

    run(database, Inverses.of(upgrade, before).orElseThrow());
    assertThat(rows(database, "SELECT price FROM products ORDER BY id"))
        .containsExactly("(,EUR)", "(,)", "null");
  }

  /** Whatever stands on the columns in terms of the type steps aside and comes back. */
  @Test
  void whatStandsOnTheColumnsStays() throws SQLException {
    Consumer<Operations> old = everything(attribute("amount", bigint()), "'(1,EUR)'");
    Consumer<Operations> wanted = everything(attribute("amount", numeric(19, 2)), "'(2,EUR)'");
    TestDatabase database = migrated(old);
    database.execute("INSERT INTO products DEFAULT VALUES");
    List<Operation> upgrade = SchemaDiffer.diff(schema(old), schema(wanted));

    run(database, upgrade);

    assertThat(CatalogFacts.all().of(database)).isEqualTo(CatalogFacts.all().of(migrated(wanted)));
    assertThat(rows(database, "SELECT price, sum FROM products"))
        .containsExactly("(1.00,EUR) 1.00");
    run(database, Inverses.of(upgrade, schema(old)).orElseThrow());
    assertThat(CatalogFacts.all().of(database)).isEqualTo(CatalogFacts.all().of(migrated(old)));
  }

  private static Consumer<Operations> everything(
      dev.retort.schema.Attribute amount, String byDefault) {
    return op -> {
      op.createCompositeType("price", amount, attribute("currency", text()));
      op.createTable(
          "products",
          column("price", PRICE).withDefault(byDefault),
          column("sum", numeric(19, 2)).generatedAs("(price).amount"),
          check("(price).amount > 0").named("ck"));
      op.createIndex("products", index("part", "sum").where("(price).currency = 'EUR'"));
    };
  }

  private static EnumColumn array(String column) {
    return new EnumColumn(QualifiedName.of("products"), column, 1);
  }

  private static TestDatabase migrated(Consumer<Operations> script) throws SQLException {
    TestDatabase database = TestDatabase.create();
    run(database, script);
    return database;
  }
}
