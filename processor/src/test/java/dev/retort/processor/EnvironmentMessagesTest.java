package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jdt.internal.compiler.batch.Main;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * Messages that depend on files, directories and compilers rather than on sources. Each is kept in
 * {@code messages}, with {@code /shop} in place of the test's folder.
 */
class EnvironmentMessagesTest {

  private static final Path MESSAGES = Path.of("src/test/resources/messages");

  private static final String ITEM =
      """
      package shop;

      import jakarta.persistence.Entity;
      import jakarta.persistence.Id;

      @Entity
      public class Item {
        @Id private Long id;
      }
      """;

  private static final String CREATE_ITEM =
      """
      package shop.migrations;

      import static dev.retort.schema.Column.column;
      import static dev.retort.schema.PrimaryKey.primaryKey;
      import static dev.retort.schema.SqlType.bigint;

      import dev.retort.operation.Operations;
      import dev.retort.revision.Migration;
      import dev.retort.revision.Revision;

      @Migration(revision = "1a2b3c4d5e6f", message = "Create item")
      public final class CreateItem implements Revision {
        @Override
        public void upgrade(Operations op) {
          op.createTable("item", column("id", bigint()).notNull(), primaryKey("id"));
        }

        @Override
        public void downgrade(Operations op) {
          op.dropTable("item");
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void draftIsLeft() throws IOException {
    check("rt401", new Project(folder).source("shop.Item", ITEM).compile().messages());
  }

  @Test
  void draftIsWritten() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);

    check("rt402", project.compile("-Aretort.message=Create item").messages());
  }

  @Test
  void nothingToDraft() throws IOException {
    check("rt403", withRevision().compile("-Aretort.message=Once more").messages());
  }

  @Test
  void noSourceRootForEntitiesOfClassFiles() throws IOException {
    Path library = folder.resolve("library");
    Project entities = new Project(library).source("shop.Item", ITEM);
    entities.compile("-proc:none");

    Project.Result result =
        new Project(folder)
            .process(
                List.of("shop.Item"),
                entities.classOutput() + java.io.File.pathSeparator + classPath(),
                "-Aretort.message=Create item");

    check("rt404", result.messages());
  }

  @Test
  void aFileInTheWayOfTheDraft() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    Files.writeString(project.sourceRoot().resolve("shop/migrations"), "not a folder\n");

    check("rt405", project.compile("-Aretort.message=Create item").messages());
    assertThat(project.classFile("shop/migrations/CreateItem.class")).doesNotExist();
  }

  @Test
  void aFileInTheWayOfTheRegistry() throws IOException {
    Project project = withRevision();
    Files.writeString(project.classFile("META-INF"), "not a folder\n");

    check("rt406", project.compile().messages());
  }

  @Test
  void mappingsInXml() throws IOException {
    Project project = withRevision();
    Path file = project.classFile("META-INF/orm.xml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.2">
          <!-- <converter class="shop.Old"/> -->
          <named-query name="all"><query>from Item</query></named-query>
          <entity class="shop.Item"><table name="goods"/></entity>
        </entity-mappings>
        """);

    check("rt314", project.compile().messages());
  }

  @Test
  void queriesInXmlAreNoMappings() throws IOException {
    Project project = withRevision();
    Path file = project.classFile("META-INF/orm.xml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.2">
          <!-- <entity class="shop.Old"/> -->
          <named-query name="all"><query>from Item</query></named-query>
        </entity-mappings>
        """);

    assertThat(project.compile().messages()).isEmpty();
  }

  /**
   * Hibernate's own is an error, any other may have no part in the mapping. Nothing is said of what
   * is known to have none.
   */
  @Test
  void annotationTypesThatTheClassPathLacks() throws IOException {
    Project library =
        new Project(folder.resolve("library"))
            .source(
                "org.hibernate.annotations.Gone",
                "package org.hibernate.annotations;\n\npublic @interface Gone {}\n")
            .source("audit.Marked", "package audit;\n\npublic @interface Marked {}\n")
            .source("audit.Done", "package audit;\n\npublic @interface Done {}\n")
            .source("lombok.Generated", "package lombok;\n\npublic @interface Generated {}\n")
            .source(
                "audit.Trail",
                """
                package audit;

                @jakarta.persistence.Entity
                public class Trail {
                  @jakarta.persistence.Id Long id;
                  @org.hibernate.annotations.Gone int number;
                  @Marked String text;
                  @Marked String more;

                  @lombok.Generated
                  public String getMore() {
                    return more;
                  }

                  @Done
                  public void setMore(String more) {
                    this.more = more;
                  }
                }
                """);
    assertThat(library.compile("-proc:none").errors()).isEmpty();
    Files.delete(library.classFile("org/hibernate/annotations/Gone.class"));
    Files.delete(library.classFile("audit/Marked.class"));
    Files.delete(library.classFile("audit/Done.class"));
    Files.delete(library.classFile("lombok/Generated.class"));
    Project project = withRevision().library(library.classOutput());

    check("rt315", project.compile("-Aretort.entities=audit.Trail").messages());
  }

  @Test
  void draftingWithoutEntities() throws IOException {
    Project project = new Project(folder).source("shop.migrations.CreateItem", CREATE_ITEM);

    check("rt408", project.compile("-Aretort.message=Drop everything").messages());
  }

  @Test
  void partOfTheClassesIsNotSeen() throws IOException {
    Project project = withTwoEntities();
    Path index = project.classFile("META-INF/retort/index");
    String before = Files.readString(index);
    List<Path> others =
        project.allSources().stream().filter(file -> !file.endsWith("Order.java")).toList();

    Project.Result result = project.compileAlone(others);

    assertThat(result.success()).isTrue();
    check("rt409", result.messages());
    assertThat(index).hasContent(before);
    assertThat(project.compile().messages()).isEmpty();
  }

  @Test
  void theRevisionsAreNotSeen() throws IOException {
    Project project = withTwoEntities();
    Path index = project.classFile("META-INF/retort/index");
    Path registry = project.classFile("shop/migrations/MigrationRegistry.class");
    String before = Files.readString(index);

    Project.Result result =
        project.compileAlone(
            List.of(project.sourceFile("shop.Item"), project.sourceFile("shop.Order")),
            "-Aretort.message=Create all of it again");

    assertThat(result.success()).isTrue();
    assertThat(result.messages()).hasSize(1).allMatch(m -> m.contains("[RT409]"));
    assertThat(index).hasContent(before);
    assertThat(registry).exists();
  }

  @Test
  void aClassThatItsSourceDeclaresNoMoreIsGone() throws IOException {
    Project project = withTwoEntities();
    project.source("shop.Order", "package shop;\n\nclass Orders {}\n");
    Files.delete(project.classFile("shop/Order.class"));

    Project.Result result = project.compile();

    assertThat(result.errors()).hasSize(1).allMatch(m -> m.contains("[RT202]"));
    assertThat(result.messages()).noneMatch(m -> m.contains("[RT409]"));
  }

  private Project withTwoEntities() {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.source(
        "shop.Order",
        ITEM.replace("class Item", "class Order")
            .replace("@Entity", "@Entity @jakarta.persistence.Table(name = \"orders\")"));
    assertThat(project.compile("-Aretort.message=Create item").errors()).isEmpty();
    return project;
  }

  /** From Java 18 on, compilers without syntax trees can be asked for the source, too. */
  @Test
  @DisabledForJreRange(min = JRE.JAVA_18)
  void aCompilerThatDoesNotTellWhereSourcesAre() throws IOException {
    Project project = new Project(folder, new EclipseCompiler());
    project.source("shop.Item", ITEM).source("shop.migrations.CreateItem", CREATE_ITEM);

    check("rt114", project.compile("--release", "17").messages());
  }

  /** Eclipse's compiler on a Java runtime that was cut down to what applications need. */
  @Test
  void aRuntimeWithoutCompiler() throws IOException, InterruptedException {
    Project project = withRevision();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.se",
                "-cp",
                classPath(),
                Main.class.getName(),
                "-17",
                "-d",
                project.classOutput().toString(),
                "-cp",
                classPath(),
                "-processorpath",
                classPath(),
                "-processor",
                RetortProcessor.class.getName(),
                "-Aretort.sourceRoot=" + project.sourceRoot()));
    project.allSources().forEach(source -> command.add(source.toString()));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

    assertThat(process.exitValue()).as(Files.readString(output)).isNotZero();
    List<String> messages =
        Files.readAllLines(output).stream().filter(line -> line.contains("[RT")).toList();
    assertThat(messages).as(Files.readString(output)).isNotEmpty();
    check("rt115", messages.stream().map(line -> line.substring(line.indexOf("[RT"))).toList());
  }

  private Project withRevision() {
    return new Project(folder)
        .source("shop.Item", ITEM)
        .source("shop.migrations.CreateItem", CREATE_ITEM);
  }

  private void check(String name, List<String> messages) throws IOException {
    String text =
        messages.stream()
            .map(message -> message.replace(folder.toString(), "/shop") + "\n")
            .collect(Collectors.joining());
    Goldens.check(MESSAGES.resolve(name + ".txt"), text);
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }
}
