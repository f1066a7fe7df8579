package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compiler itself does not know is its error, and neither drift nor a draft. */
class UnresolvedTest {

  private static final String ITEM =
      """
      package shop;

      import jakarta.persistence.*;
      import java.util.List;

      @Entity
      public class Item extends Base {
        private String name;
      }
      """;

  private static final String BASE =
      """
      package shop;

      import jakarta.persistence.*;

      @MappedSuperclass
      public abstract class Base {
        @Id private Long id;
        private int amount;
      }
      """;

  private static final String DRAFTING = "-Aretort.message=Change item";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Item extends Missing { @Id Long id; }",
        "class Item extends Base implements Missing { }",
        "class Item extends Base implements Comparable<Missing> { }",
        "class Item extends Base { Missing name; }",
        "class Item extends Base { @ElementCollection List<Missing> names; }",
        "class Item extends Base { @ElementCollection List<? extends Missing[]> names; }",
        "class Item extends Base { @Column(name = Missing.NAME) String name; }",
        "class Item extends Base { @ManyToOne(targetEntity = Missing.class) Object name; }",
        "@Table(name = Missing.NAME) class Item extends Base { String name; }",
      })
  void theCompilersErrorStandsAloneAndNothingIsDrafted(String declaration) {
    Project project = withRevision();
    List<Path> sources = project.allSources();
    project.source(
        "shop.Item",
        "package shop;\n\nimport jakarta.persistence.*;\nimport java.util.List;\n\n@Entity\n"
            + declaration);

    for (String[] options : new String[][] {{}, {DRAFTING}}) {
      Project.Result result = project.compile(options);

      assertThat(result.success()).isFalse();
      assertThat(result.messages()).isEmpty();
      assertThat(project.allSources()).isEqualTo(sources);
      assertThat(project.classFile("META-INF/retort/draft")).doesNotExist();
    }
  }

  @Test
  void anAnnotationValueOfARevisionThatIsNotThereIsTheCompilersError() throws IOException {
    Project project = withRevision();
    Path revision = project.sourceFile("shop.migrations.CreateItem");
    Files.writeString(
        revision,
        Files.readString(revision).replaceFirst("revision = \"\\w+\"", "revision = Missing.ID"));

    Project.Result result = project.compile();

    assertThat(result.errors()).hasSize(1);
    assertThat(result.messages()).isEmpty();
  }

  @Test
  void aDraftWaitsForTheSuperclassThatAnotherProcessorGenerates() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.withProcessors(() -> List.of(new GeneratingProcessor("shop.Base", BASE)));

    Project.Result drafting = project.compile("-Aretort.message=Create item");

    assertThat(drafting.errors()).isEmpty();
    assertThat(Files.readString(project.sourceFile("shop.migrations.CreateItem")))
        .contains("column(\"amount\", integer()).notNull()");
    assertThat(project.compile().messages()).isEmpty();
  }

  @Test
  void aRevisionWaitsForTheConstantThatAnotherProcessorGenerates() throws IOException {
    Project project = withRevision();
    Path revision = project.sourceFile("shop.migrations.CreateItem");
    Files.writeString(
        revision,
        Files.readString(revision)
            .replaceFirst("message = \"[^\"]+\"", "message = \"\" + shop.Texts.CREATE"));
    project.withProcessors(
        () ->
            List.of(
                new GeneratingProcessor(
                    "shop.Texts",
                    "package shop;\n\npublic interface Texts {\n  String CREATE = \"x\";\n}\n")));

    Project.Result result = project.compile();

    // A revision may not use the module's own classes, and that is what it is told.
    assertThat(result.errors()).hasSize(1).allMatch(error -> error.contains("[RT107]"));
  }

  @Test
  void eclipsesCompilerToo() {
    Project project =
        new Project(folder, new EclipseCompiler())
            .source("shop.Item", ITEM.replace("extends Base", "extends Missing"));

    Project.Result result =
        project.compile("--release", "17", "-Aretort.sourceRoot=" + project.sourceRoot(), DRAFTING);

    assertThat(result.success()).isFalse();
    assertThat(result.messages()).isEmpty();
    assertThat(project.allSources()).hasSize(1);
  }

  private Project withRevision() {
    Project project = new Project(folder).source("shop.Item", ITEM).source("shop.Base", BASE);
    assertThat(project.compile("-Aretort.message=Create item").errors()).isEmpty();
    return project;
  }
}
