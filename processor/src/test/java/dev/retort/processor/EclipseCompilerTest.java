package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler, which VS Code uses too: no syntax trees, otherwise the same. */
class EclipseCompilerTest {

  private static final String ITEM =
      """
      package shop;

      import jakarta.persistence.Entity;
      import jakarta.persistence.Id;

      @Entity
      public class Item {
        @Id private Long id;
        private String name;
      }
      """;

  private static final String CREATE_ITEM =
      """
      package shop.migrations;

      import static dev.retort.schema.Column.column;
      import static dev.retort.schema.PrimaryKey.primaryKey;
      import static dev.retort.schema.SqlType.bigint;
      import static dev.retort.schema.SqlType.varchar;

      import dev.retort.operation.Operations;
      import dev.retort.revision.Migration;
      import dev.retort.revision.Revision;

      @Migration(revision = "1a2b3c4d5e6f", message = "Create Item")
      public final class CreateItem implements Revision {
        @Override
        public void upgrade(Operations op) {
          op.createTable(
              "item",
              column("id", bigint()).notNull(),
              column("name", varchar(255)),
              primaryKey("id"));
        }

        @Override
        public void downgrade(Operations op) {
          op.dropTable("item");
        }
      }
      """;

  @TempDir Path folder;
  private Project project;
  private String sourceRoot;

  @BeforeEach
  void setUp() {
    project = new Project(folder, new EclipseCompiler());
    project.source("shop.Item", ITEM).source("shop.migrations.CreateItem", CREATE_ITEM);
    sourceRoot = "-Aretort.sourceRoot=" + project.sourceRoot();
  }

  @Test
  void generatesTheRegistry() {
    Project.Result result =
        project.compile("--release", "17", "-s", project.classOutput().toString(), sourceRoot);

    assertThat(result.messages()).isEmpty();
    assertThat(project.classFile("shop/migrations/MigrationRegistry.class")).exists();
  }

  @Test
  void reportsDriftAtTheField() {
    project.source(
        "shop.Item",
        ITEM.replace("private String name;", "private String name;\n  private String colour;"));

    Project.Result result =
        project.compile("--release", "17", "-s", project.classOutput().toString(), sourceRoot);

    assertThat(result.errors()).hasSize(1);
    assertThat(result.errors().get(0)).startsWith("ERROR Item.java:10 [RT201]");
  }

  @Test
  void saysTheLineOfAnImpossibleOperationInTheText() {
    project.source(
        "shop.migrations.CreateItem",
        CREATE_ITEM.replace("op.dropTable(\"item\")", "op.dropTable(\"itme\")"));

    Project.Result result =
        project.compile("--release", "17", "-s", project.classOutput().toString(), sourceRoot);

    assertThat(result.errors()).hasSize(1);
    assertThat(result.errors().get(0)).contains("CreateItem.java:25: [RT111]");
  }
}
