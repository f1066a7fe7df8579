package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.LiveSchema;
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
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views, functions and triggers from their declarations to a server, and back. */
class ObjectsTest {

  private static final String ITEM =
      """
      package shop;

      import dev.retort.model.*;
      import jakarta.persistence.*;

      @Entity
      @DatabaseView(name = "long_names", query = "SELECT * FROM short_names UNION ALL SELECT name FROM item")
      @DatabaseView(name = "short_names", query = "SELECT name FROM item WHERE length(name) < 4")
      @MaterializedView(name = "numbers", query = "SELECT count(*) AS n FROM item")
      @DatabaseFunction(name = "shout", definition = \"""
          RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            NEW.name := upper(NEW.name) || E'\\\\t;"';
            RETURN NEW;
          END;
          $$\""")
      @DatabaseProcedure(name = "reset", arguments = "at integer DEFAULT 0", definition = \"""
          LANGUAGE sql AS 'UPDATE item SET number = at'\""")
      @DatabaseTrigger(
          name = "shout",
          table = "item",
          fires = "BEFORE INSERT OR UPDATE OF name",
          definition = "FOR EACH ROW EXECUTE FUNCTION shout()")
      public class Item {
        @Id private Long id;
        private String name;
        private Integer number;
      }
      """;

  @TempDir Path folder;

  @Test
  void areDraftedFromTheirDefinitionsThereAndBack() throws IOException, SQLException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    assertThat(project.compile("-Aretort.message=Create the tables").errors()).isEmpty();
    assertThat(project.compile().messages()).as("drafted once").isEmpty();
    TestDatabase database = TestDatabase.create();
    retort(project, database).upgrade();
    database.execute("INSERT INTO item (id, name, number) VALUES (1, 'ab', 2); CALL reset(7)");
    assertThat(one(database, "SELECT name FROM long_names LIMIT 1")).isEqualTo("AB\t;\"");
    assertThat(one(database, "SELECT number FROM item")).isEqualTo("7");
    Set<String> before = facts(database);

    project.source(
        "shop.Item",
        ITEM.replace("length(name) < 4", "length(name) < 5")
            .replace("upper(NEW", "lower(NEW")
            .replace("Integer number", "Long number"));
    List<String> errors = project.compile().errors();
    assertThat(errors).hasSize(3);
    assertThat(String.join("\n", errors))
        .contains("[RT203] Schema drift: function shout() is declared here as '… ");
    assertThat(project.compile("-Aretort.message=Change").errors()).isEmpty();
    String draft = Files.readString(project.sourceFile("shop.migrations.Change"));
    assertThat(draft)
        .contains(
            """
                // Created again below, with its new definition. Privileges on it must be granted again.
                op.dropView("short_names");
            """)
        .contains(
            """
                op.replaceFunction(
                    "shout",
                    "",
                    \"""
                    RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                      NEW.name := lower(NEW.name) || E'\\\\t;"';
                      RETURN NEW;
                    END;
                    $$
                    \""");
            """)
        .contains("upper(NEW.name)");
    assertThat(project.compile().messages()).isEmpty();
    retort(project, database).upgrade();
    database.execute("UPDATE item SET name = 'ABC'");
    assertThat(one(database, "SELECT name FROM item")).startsWith("abc");

    retort(project, database).downgrade("-1");
    assertThat(facts(database)).isEqualTo(before);
    retort(project, database).downgrade("base");
    try (Connection connection = database.connection()) {
      LiveSchema left =
          CatalogReader.read(
              connection, "public", List.of(), Set.of("retort_version", "retort_history"));
      assertThat(left.schema().definedObjects().byId()).isEmpty();
    }
  }

  @Test
  void aRenamedTableOrColumnTakesItsViewsAlong() throws IOException, SQLException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    assertThat(project.compile("-Aretort.message=Create the tables").errors()).isEmpty();
    TestDatabase database = TestDatabase.create();
    retort(project, database).upgrade();
    Set<String> before = facts(database);

    project.source(
        "shop.Item",
        ITEM.replace("FROM item", "FROM product")
            .replace("UPDATE item", "UPDATE product")
            .replace("table = \"item\"", "table = \"product\"")
            .replace(
                "@Entity",
                "@Entity @Table(name = \"product\") @dev.retort.revision.RenamedFrom(\"item\")")
            .replace(
                "private Integer number",
                "@dev.retort.revision.RenamedFrom(\"number\") private Integer amount")
            .replace("SET number", "SET amount"));
    assertThat(project.compile("-Aretort.message=Rename").errors()).isEmpty();
    assertThat(project.compile().messages()).isEmpty();
    retort(project, database).upgrade();
    database.execute(
        "INSERT INTO product (id, name) VALUES (1, 'ab'); REFRESH MATERIALIZED VIEW numbers");
    assertThat(one(database, "SELECT n FROM numbers")).isEqualTo("1");

    database.execute("DELETE FROM product");
    retort(project, database).downgrade("-1");
    assertThat(facts(database)).isEqualTo(before);
  }

  /** An IDE compiles a file alone; a package and an interface declare as well as an entity. */
  @Test
  void areKnownFromEarlierCompilations() throws IOException {
    Project project =
        new Project(folder)
            .source(
                "shop.Item",
                "package shop; import jakarta.persistence.*; @Entity class Item { @Id Long id; }")
            .source(
                "shop.views.package-info",
                "@dev.retort.model.DatabaseView(name = \"a\", query = \"SELECT 1\") package shop.views;")
            .source(
                "shop.Views",
                "package shop; @dev.retort.model.DatabaseView(name = \"b\", query = \"SELECT 2\") interface Views {}");
    assertThat(project.compile("-Aretort.message=Create").errors()).isEmpty();
    assertThat(Files.readString(project.sourceFile("shop.migrations.Create")))
        .contains("op.createView(\"a\", \"SELECT 1\");", "op.createView(\"b\", \"SELECT 2\");");

    assertThat(project.compile(List.of(project.sourceFile("shop.Item"))).messages()).isEmpty();

    Files.delete(project.sourceFile("shop.views.package-info"));
    assertThat(project.compile().errors())
        .singleElement()
        .asString()
        .contains("[RT202]", "create view a, which is declared nowhere any more");
  }

  private static Set<String> facts(TestDatabase database) throws SQLException {
    return CatalogFacts.all().of(database);
  }

  private static Retort retort(Project project, TestDatabase database) throws IOException {
    URL[] output = {project.classOutput().toUri().toURL()};
    URLClassLoader loader = new URLClassLoader(output, ObjectsTest.class.getClassLoader());
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
