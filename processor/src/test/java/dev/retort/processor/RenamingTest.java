package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.revision.RevisionRegistry;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A renamed entity or field keeps its rows, when it is said to be renamed. */
class RenamingTest {

  private static final String ITEM =
      """
      package shop;

      import jakarta.persistence.*;
      import java.util.Set;

      @Entity
      public class Item {
        @Id @GeneratedValue private Long id;
        @Column(length = 40) private String name;
        @ManyToOne private Item parent;
        @ElementCollection private Set<String> tags;
      }
      """;

  private static final String PRODUCT =
      """
      package shop;

      import dev.retort.revision.RenamedFrom;
      import jakarta.persistence.*;
      import java.util.Set;

      @Entity
      @RenamedFrom("Item")
      public class Product {
        @Id @GeneratedValue private Long id;
        @RenamedFrom("name") @Column(length = 50) private String label;
        @ManyToOne @RenamedFrom("parent_id") private Product whole;
        @ElementCollection
        @CollectionTable(name = "words", joinColumns = @JoinColumn(name = "item_id"))
        @RenamedFrom({"Item_tags", "tags"})
        private Set<String> labels;
      }
      """;

  @TempDir Path folder;

  @Test
  void whatIsStatedKeepsItsRowsThereAndBack() throws IOException, SQLException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    TestDatabase database = TestDatabase.create();
    retort(project, database).upgrade();
    database.execute(
        "INSERT INTO item (id, name) VALUES (nextval('item_seq'), 'drill');"
            + " INSERT INTO item_tags VALUES (1, 'red')");
    Set<String> before = CatalogFacts.all().of(database);

    Files.delete(project.sourceFile("shop.Item"));
    project.source("shop.Product", PRODUCT);
    Files.delete(project.classFile("shop/Item.class"));
    assertThat(project.compile("-Aretort.message=Call items products").errors()).isEmpty();
    assertThat(Files.readString(project.sourceFile("shop.migrations.CallItemsProducts")))
        .contains(
            """
                op.renameTable("item", "product");
                op.renameTable("item_tags", "words");
                op.renameSequence("item_seq", "product_seq");
                op.renameColumn("product", "name", "label");
                op.renameColumn("product", "parent_id", "whole_id");
                op.renameColumn("words", "tags", "labels");
                op.alterColumnType("product", "label", varchar(50));
              }
            """);
    assertThat(project.compile().messages()).isEmpty();

    retort(project, database).upgrade();
    assertThat(one(database, "SELECT label FROM product JOIN words ON id = item_id"))
        .isEqualTo("drill");
    assertThat(one(database, "SELECT nextval('product_seq')")).isEqualTo("51");
    retort(project, database).downgrade("-1");
    assertThat(CatalogFacts.all().of(database)).isEqualTo(before);
    assertThat(one(database, "SELECT name FROM item")).isEqualTo("drill");
  }

  @Test
  void whatLooksRenamedIsNotDraftedUntilItIsStated() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    String renamed = ITEM.replace("String name;", "String label;");
    project.source("shop.Item", renamed);

    Project.Result asked = project.compile("-Aretort.message=Call it a label");
    assertThat(asked.errors()).hasSize(1);
    assertThat(asked.errors().get(0)).startsWith("ERROR Item.java:9 [RT204] ");
    assertThat(project.sourceFile("shop.migrations.CallItALabel")).doesNotExist();

    project.source("shop.Item", stated(renamed, "{}"));
    assertThat(project.compile("-Aretort.message=Call it a label").errors()).isEmpty();
    assertThat(Files.readString(project.sourceFile("shop.migrations.CallItALabel")))
        .contains("op.addColumn(\"item\", column(\"label\", varchar(40)));")
        .contains("op.dropColumn(\"item\", \"name\");");
  }

  /** What is left of a rename that was made says nothing, even where the old name comes back. */
  @Test
  void whatWasRenamedIsNotRenamedAgain() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    String renamed = stated(ITEM.replace("String name;", "String label;"), "\"name\"");
    project.source("shop.Item", renamed);
    assertThat(project.compile("-Aretort.message=Rename").errors()).isEmpty();

    project.source("shop.Item", renamed.replace("parent;", "parent;\n  private String name;"));
    assertThat(project.compile("-Aretort.message=Name it again").errors()).isEmpty();
    assertThat(Files.readString(project.sourceFile("shop.migrations.NameItAgain")))
        .contains("op.addColumn(\"item\", column(\"name\", varchar(255)));")
        .doesNotContain("rename");
    assertThat(project.compile().messages()).isEmpty();
  }

  private static String pair(String first, String second, String... others) {
    return ITEM.replace(
        "@Column(length = 40) private String name;",
        first + " private String a; " + second + " private String b; " + String.join(" ", others));
  }

  private static String from(String former) {
    return "@dev.retort.revision.RenamedFrom(\"" + former + "\")";
  }

  /** Both names are there before and after; only what is stated tells, and only once. */
  @Test
  void columnsThatSwapTheirNamesKeepTheirValues() throws IOException, SQLException {
    Project project = new Project(folder).source("shop.Item", pair("", ""));
    project.compile("-Aretort.message=Create the tables");
    TestDatabase database = TestDatabase.create();
    retort(project, database).upgrade();
    database.execute("INSERT INTO item (id, a, b) VALUES (1, 'was a', 'was b')");
    Set<String> before = CatalogFacts.all().of(database);

    project.source("shop.Item", pair(from("b") + " @Column(length = 300)", from("a")));
    Project.Result told = project.compile();
    assertThat(told.errors()).hasSize(3);
    assertThat(told.errors())
        .anyMatch(error -> error.contains("column item.b is mapped here as a,"))
        .anyMatch(error -> error.contains("column item.a is mapped here as b,"))
        .noneMatch(error -> error.contains("retort_old"));
    assertThat(project.compile("-Aretort.message=Swap").errors()).isEmpty();
    assertThat(Files.readString(project.sourceFile("shop.migrations.Swap")))
        .contains(
            """
                op.renameColumn("item", "a", "retort_old_a");
                op.renameColumn("item", "b", "a");
                op.renameColumn("item", "retort_old_a", "b");
                op.alterColumnType("item", "a", varchar(300));
              }
            """);
    assertThat(project.compile().messages()).isEmpty();

    retort(project, database).upgrade();
    assertThat(one(database, "SELECT a || ', ' || b FROM item")).isEqualTo("was b, was a");
    retort(project, database).downgrade("-1");
    assertThat(CatalogFacts.all().of(database)).isEqualTo(before);
    assertThat(one(database, "SELECT a || ', ' || b FROM item")).isEqualTo("was a, was b");
  }

  @Test
  void namesThatGoRoundInACircleKeepTheirValues() throws IOException, SQLException {
    Project project =
        new Project(folder).source("shop.Item", pair("", "", "String c; String d; String e;"));
    project.compile("-Aretort.message=Create the tables");
    TestDatabase database = TestDatabase.create();
    retort(project, database).upgrade();
    database.execute("INSERT INTO item (id, a, b, c, d, e) VALUES (1, 'a', 'b', 'c', 'd', 'e')");
    Set<String> before = CatalogFacts.all().of(database);

    project.source(
        "shop.Item", pair(from("b"), from("c"), from("a") + " String c; String d; String e;"));
    assertThat(project.compile("-Aretort.message=Go round").errors()).isEmpty();
    assertThat(project.compile().messages()).isEmpty();

    retort(project, database).upgrade();
    assertThat(one(database, "SELECT concat(a, b, c, d, e) FROM item")).isEqualTo("bcade");
    retort(project, database).downgrade("-1");
    assertThat(CatalogFacts.all().of(database)).isEqualTo(before);
    assertThat(one(database, "SELECT concat(a, b, c, d, e) FROM item")).isEqualTo("abcde");
  }

  /** Whether the rename was made by hand or is still to be made, the chain does not tell. */
  @Test
  void aNewNameThatIsThereBesideTheOldOneIsNotGuessed() {
    Project project = new Project(folder).source("shop.Item", pair("", "", ""));
    project.compile("-Aretort.message=Create the tables");
    project.source(
        "shop.Item",
        "package shop; import jakarta.persistence.*; @Entity public class Item { @Id Long id; "
            + from("a")
            + " String b; }");

    assertThat(project.compile().errors())
        .anyMatch(error -> error.contains("[RT205]") && error.contains("the values of one"));
    assertThat(project.compile("-Aretort.message=Rename").errors())
        .singleElement()
        .asString()
        .contains("[RT205]");
    assertThat(project.sourceFile("shop.migrations.Rename")).doesNotExist();
  }

  private static String entity(String name, String former, String table, String members) {
    return "package shop; import jakarta.persistence.*; @Entity"
        + (former.isEmpty() ? "" : " " + from(former))
        + (table.isEmpty() ? "" : " @Table(name = \"" + table + "\")")
        + " public class "
        + name
        + " { @Id @GeneratedValue Long id; "
        + members
        + " }";
  }

  /** The sequences of their ids go with them, and so do foreign keys. */
  @Test
  void aNewNameThatSomethingElseHasIsNotGuessed() {
    String kind =
        "@org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM)"
            + " private Product kind;";
    Project project =
        new Project(folder)
            .source("shop.Product", "package shop;\n\npublic enum Product { NEW, OLD }\n")
            .source("shop.Item", ITEM.replace("@ManyToOne private Item parent;", kind));
    assertThat(project.compile("-Aretort.message=Create the tables").errors()).isEmpty();
    project.source("shop.Product", PRODUCT).source("shop.Item", "package shop;\n\nclass Item {}\n");

    Project.Result result = project.compile("-Aretort.message=Rename items");

    assertThat(result.errors())
        .anyMatch(m -> m.contains("[RT205]") && m.contains("something else has the new name"));
    assertThat(project.allSources()).hasSize(3);
  }

  @Test
  void tablesThatSwapTheirNamesKeepTheirRowsAndSequences() throws IOException, SQLException {
    Project project =
        new Project(folder)
            .source("shop.Left", entity("Left", "", "", "String name; @ManyToOne Right other;"))
            .source("shop.Right", entity("Right", "", "", "String name; String more;"));
    project.compile("-Aretort.message=Create the tables");
    TestDatabase database = TestDatabase.create();
    retort(project, database).upgrade();
    database.execute(
        "INSERT INTO \"right\" (id, name) VALUES (nextval('right_seq'), 'r');"
            + " INSERT INTO \"left\" (id, name, other_id)"
            + " VALUES (nextval('left_seq') + nextval('left_seq'), 'l', 1)");
    Set<String> before = CatalogFacts.all().of(database);

    // The entity with the reference is called Right now, and its columns change meanwhile.
    project
        .source("shop.Right", entity("Right", "Left", "", "String name; @ManyToOne Left other;"))
        .source(
            "shop.Left",
            entity(
                "Left",
                "Right",
                "",
                from("more") + " String less; @Column(length = 9) String name;"));
    assertThat(project.compile("-Aretort.message=Swap the tables").errors()).isEmpty();
    assertThat(project.compile().messages()).isEmpty();

    retort(project, database).upgrade();
    assertThat(
            one(
                database,
                "SELECT r.name || l.name FROM \"right\" r JOIN \"left\" l ON l.id = r.other_id"))
        .isEqualTo("lr");
    assertThat(one(database, "SELECT nextval('right_seq')")).isEqualTo("101");
    assertThat(one(database, "SELECT nextval('left_seq')")).isEqualTo("51");
    retort(project, database).downgrade("-1");
    assertThat(CatalogFacts.all().of(database)).isEqualTo(before);
    assertThat(one(database, "SELECT name FROM \"left\"")).isEqualTo("l");
  }

  private static String within(String namespace, String entity, String former) {
    String table = "@Table(schema = \"" + namespace + "\")";
    return entity
        .replace("@Entity", "@Entity " + (namespace.isEmpty() ? "" : table + " "))
        .replace("public class", from(former) + " public class");
  }

  /** There and back, the second time under another name. */
  @Test
  void aTableInAnotherNamespaceKeepsItsRows() throws IOException, SQLException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    TestDatabase database = TestDatabase.create();
    retort(project, database).upgrade();
    database.execute(
        "INSERT INTO item (id, name) VALUES (nextval('item_seq'), 'drill');"
            + " INSERT INTO item_tags VALUES (1, 'red')");
    Set<String> before = CatalogFacts.all().of(database);

    project.source("shop.Item", within("store", ITEM, "public.item"));
    Project.Result told = project.compile();
    assertThat(told.errors())
        .singleElement()
        .asString()
        .contains("[RT203]", "table item is mapped here as store.item", "public.item");
    assertThat(project.compile("-Aretort.message=Put items into the store").errors()).isEmpty();
    assertThat(Files.readString(project.sourceFile("shop.migrations.PutItemsIntoTheStore")))
        .contains(
            """
                op.createNamespace("store");
                op.moveTable("item", "store");
              }
            """)
        .contains("store.moveTableToDefault(\"item\");")
        .contains("op.dropNamespace(\"store\");");
    assertThat(project.compile().messages()).isEmpty();
    retort(project, database).upgrade();
    assertThat(one(database, "SELECT name || tags FROM store.item JOIN item_tags ON id = item_id"))
        .isEqualTo("drillred");

    String goods =
        within(
                "",
                ITEM.replace("class Item", "class Goods").replace("Item parent", "Goods parent"),
                "store.item")
            .replace(
                "@ElementCollection",
                "@ElementCollection @CollectionTable(name = \"item_tags\", joinColumns = @JoinColumn(name = \"item_id\"))");
    Files.delete(project.sourceFile("shop.Item"));
    Files.delete(project.classFile("shop/Item.class"));
    project.source("shop.Goods", goods);
    assertThat(project.compile("-Aretort.message=Bring goods home").errors()).isEmpty();
    assertThat(Files.readString(project.sourceFile("shop.migrations.BringGoodsHome")))
        .contains(
            """
                store.moveTableToDefault("item");
                op.renameTable("item", "goods");
                op.renameSequence("item_seq", "goods_seq");
              }
            """);
    assertThat(project.compile().messages()).isEmpty();
    retort(project, database).upgrade();
    assertThat(one(database, "SELECT name || tags FROM goods JOIN item_tags ON id = item_id"))
        .isEqualTo("drillred");
    assertThat(one(database, "SELECT nextval('goods_seq')")).isEqualTo("51");

    retort(project, database).downgrade("-2");
    assertThat(CatalogFacts.all().of(database)).isEqualTo(before);
    assertThat(one(database, "SELECT name || tags FROM item JOIN item_tags ON id = item_id"))
        .isEqualTo("drillred");
  }

  /** Keys keep their names, which may meet. */
  @Test
  void tablesThatSwapTheirPlacesBetweenNamespacesAreNotMoved() {
    String left = "String name;";
    String store = "schema = \"store\", name = \"goods";
    Project project =
        new Project(folder)
            .source("shop.Left", entity("Left", "", "goods", left))
            .source(
                "shop.Right", entity("Right", "", "goods", left).replace("name = \"goods", store));
    assertThat(project.compile("-Aretort.message=Create the tables").errors()).isEmpty();

    project
        .source(
            "shop.Left",
            entity("Left", "public.goods", "goods", left).replace("name = \"goods", store))
        .source("shop.Right", entity("Right", "store.goods", "goods", left));
    assertThat(project.compile("-Aretort.message=Swap").errors())
        .hasSize(2)
        .allMatch(error -> error.contains("[RT205]") && error.contains("over a name that is free"));
    assertThat(project.sourceFile("shop.migrations.Swap")).doesNotExist();
  }

  /** Without what is stated, one that goes here and one that comes there are told as one. */
  @Test
  void aTableThatLooksMovedIsAskedAbout() {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    project.source("shop.Item", ITEM.replace("@Entity", "@Entity @Table(schema = \"store\")"));

    assertThat(project.compile("-Aretort.message=Move").errors())
        .singleElement()
        .asString()
        .contains("[RT204]", "create public.item,", "@RenamedFrom(\"public.item\")");
  }

  /** The name and the type of a column; half of a table's columns, with its sequence. */
  @Test
  void whatLooksRenamedAndChangedIsAskedAbout() {
    Project project =
        new Project(folder)
            .source("shop.Item", ITEM)
            .source("shop.Box", entity("Box", "", "", "String name;"));
    project.compile("-Aretort.message=Create the tables");
    project
        .source(
            "shop.Item",
            ITEM.replace("(length = 40) private String name", "(length = 50) private String label"))
        .source("shop.Box", entity("Box", "", "crate", "String label;"));

    assertThat(project.compile().errors())
        .hasSize(2)
        .anyMatch(e -> e.contains("[RT204]") && e.contains("@RenamedFrom(\"name\")"))
        .anyMatch(e -> e.contains("[RT204]") && e.contains("@RenamedFrom(\"box\")"));

    // What differs in kind, or one of several that change, is no rename that anyone would miss.
    project
        .source("shop.Item", ITEM.replace("String name", "Integer label"))
        .source("shop.Box", entity("Box", "", "", "@Column(length = 9) String a; String b;"));
    assertThat(project.compile().errors())
        .filteredOn(e -> e.contains("[RT204]"))
        .singleElement()
        .asString()
        .contains("column box.b");
  }

  /** As is a name that is part of the other, beside other columns; and the last one undecided. */
  @Test
  void whatHasAKindredNameIsAskedAbout() {
    Project project =
        new Project(folder).source("shop.Box", entity("Box", "", "", "String serialNumber;"));
    project.compile("-Aretort.message=Create the tables");

    String serial = "@Column(length = 40) String serial; ";
    project.source("shop.Box", entity("Box", "", "", serial + "@Column(length = 9) String site;"));
    assertThat(project.compile().errors())
        .filteredOn(e -> e.contains("[RT204]"))
        .singleElement()
        .asString()
        .contains("column box.serial ");

    String isNew = "@dev.retort.revision.RenamedFrom({}) ";
    project.source(
        "shop.Box",
        entity(
            "Box",
            "",
            "",
            "@Column(length = 40) String code; " + isNew + "@Column(length = 9) String site;"));
    assertThat(project.compile().errors())
        .filteredOn(e -> e.contains("[RT204]"))
        .singleElement()
        .asString()
        .contains("column box.code ");
  }

  /** The length column is on line 9. */
  private static String stated(String source, String former) {
    return source.replace(
        "@Column(length", "@dev.retort.revision.RenamedFrom(" + former + ") @Column(length");
  }

  private static Retort retort(Project project, TestDatabase database) throws IOException {
    URL[] output = {project.classOutput().toUri().toURL()};
    URLClassLoader loader = new URLClassLoader(output, RenamingTest.class.getClassLoader());
    return Retort.on(database.dataSource())
        .registry(ServiceLoader.load(RevisionRegistry.class, loader).findFirst().orElseThrow());
  }

  private static String one(TestDatabase database, String query) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
