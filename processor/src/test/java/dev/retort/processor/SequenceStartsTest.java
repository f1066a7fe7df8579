package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.revision.RevisionRegistry;
import dev.retort.testing.OperationScripts;
import dev.retort.testing.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities whose rows get their ids from sequences that come when there are rows. */
class SequenceStartsTest {

  private static final String SHARED =
      """
      package shop;

      import jakarta.persistence.*;

      @Entity
      @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
      public abstract class Document {
        @Id Long id;

        @Entity
        @Table(name = "invoice")
        public static class Invoice extends Document {
          int total;
        }

        @Entity
        @Table(name = "letters", schema = "post")
        public static class Letter extends Document {}
      }
      """;

  private static final String NAMED =
      """
      package shop;

      import jakarta.persistence.*;

      @MappedSuperclass
      public abstract class Numbered {
        @Id @Column(name = "number") Long id;

        @Entity
        @Table(name = "demand")
        public static class Demand extends Numbered {}

        @Entity
        @Table(name = "offer")
        public static class Offer extends Numbered {}
      }
      """;

  @TempDir Path folder;

  @Test
  void aHierarchyWithTablesOfItsOwnSharesASequence() throws Exception {
    Project project = new Project(folder).source("shop.Document", SHARED);
    TestDatabase database = migrated(project, "Create the tables");
    database.execute("INSERT INTO invoice (id, total) VALUES (700, 1), (3, 2)");
    database.execute("INSERT INTO post.letters (id) VALUES (5)");

    project.source("shop.Document", SHARED.replace("@Id", "@Id @GeneratedValue"));
    migrate(project, "Number documents", database);

    assertThat(OperationScripts.rows(database, "SELECT nextval('document_seq')"))
        .containsExactly("750");
    assertThat(Files.readString(project.sourceFile("shop.migrations.NumberDocuments")))
        .contains("Goes on after the rows that are there.");
  }

  @Test
  void aSequenceWithANameOfItsOwnIsSharedByEntities() throws Exception {
    Project project = new Project(folder).source("shop.Numbered", NAMED);
    TestDatabase database = migrated(project, "Create the tables");
    database.execute("INSERT INTO offer (number) VALUES (41)");
    database.execute("CREATE SCHEMA numbers");

    project.source(
        "shop.Numbered",
        NAMED.replace(
            "@Id",
            "@Id @GeneratedValue(generator = \"n\") @SequenceGenerator(name = \"n\","
                + " sequenceName = \"all_numbers\", schema = \"numbers\", allocationSize = 1)"));
    migrate(project, "Number all", database);

    assertThat(OperationScripts.rows(database, "SELECT nextval('numbers.all_numbers')"))
        .containsExactly("42");
  }

  @Test
  void anIdentityGoesOnAfterTheRows() throws Exception {
    String entity =
        """
        package shop;

        import jakarta.persistence.*;

        @Entity
        @Table(name = "`Machine's`")
        public class Machine {
          @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
          String name;
        }
        """;
    Project project = new Project(folder).source("shop.Machine", entity);
    TestDatabase database = migrated(project, "Create the table");
    database.execute("INSERT INTO \"Machine's\" (id, name) VALUES (41, 'a')");

    project.source("shop.Machine", entity.replace("SEQUENCE", "IDENTITY"));
    migrate(project, "Count", database);

    database.execute("INSERT INTO \"Machine's\" (name) VALUES ('b')");
    assertThat(OperationScripts.rows(database, "SELECT id, name FROM \"Machine's\" ORDER BY id"))
        .containsExactly("41 a", "42 b");
    assertThat(Files.readString(project.sourceFile("shop.migrations.Count")))
        .contains("Goes on after the rows that are there.");
  }

  private static TestDatabase migrated(Project project, String message) throws Exception {
    TestDatabase database = TestDatabase.create();
    migrate(project, message, database);
    return database;
  }

  private static void migrate(Project project, String message, TestDatabase database)
      throws IOException, SQLException, ReflectiveOperationException {
    assertThat(project.compile("-Aretort.message=" + message).errors()).isEmpty();
    try (URLClassLoader classes =
        new URLClassLoader(
            new URL[] {project.classOutput().toUri().toURL()},
            SequenceStartsTest.class.getClassLoader())) {
      RevisionRegistry registry =
          ServiceLoader.load(RevisionRegistry.class, classes).findFirst().orElseThrow();
      Retort.on(database.dataSource()).registry(registry).upgrade();
    }
  }
}
