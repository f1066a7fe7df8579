package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities, and what entities are made of, in a library that is only there as a jar. */
class LibraryEntitiesTest {

  @TempDir Path folder;

  private Path jar;
  private Project shop;

  @BeforeEach
  void compileTheLibrary() throws IOException {
    Project library =
        new Project(folder.resolve("library"))
            .source(
                "audit.Audited",
                """
                package audit;

                import jakarta.persistence.*;

                @MappedSuperclass
                public abstract class Audited<K> {
                  static final int WIDTH = 30;
                  @Id private K id;
                  @Column(length = WIDTH) private String author;
                  @Embedded private Period period;
                }
                """)
            .source(
                "audit.Period",
                """
                package audit;

                import jakarta.persistence.*;

                @Embeddable
                public record Period(java.time.LocalTime until, java.time.LocalTime since) {}
                """)
            .source(
                "audit.Trail",
                """
                package audit;

                import jakarta.persistence.*;

                @Entity
                public class Trail extends Audited<Long> {
                  @Entity(name = "step")
                  public static class Step {
                    @Id int number;
                  }
                }
                """);
    Project.Result compiled = library.compile("-proc:none");
    assertThat(compiled.errors()).isEmpty();
    jar = folder.resolve("audit.jar");
    jar(library.classOutput(), jar);
    shop =
        new Project(folder.resolve("shop"))
            .library(jar)
            .source(
                "shop.Item",
                """
                package shop;

                @jakarta.persistence.Entity
                public class Item extends audit.Audited<java.util.UUID> {
                  private int amount;
                }
                """);
  }

  private static void jar(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }

  @Test
  void aMappedSuperclassOfALibraryIsRead() throws IOException {
    assertThat(drafted("-Aretort.message=All", "-Aretort.hibernate=7"))
        .contains("op.createTable(")
        .contains("column(\"id\", uuid()).notNull()")
        .contains("column(\"author\", varchar(30))")
        .contains("column(\"since\", time(0))")
        .doesNotContain("trail");
  }

  @Test
  void theRulesOfHibernate6ApplyWhenAsked() throws IOException {
    assertThat(drafted("-Aretort.message=All", "-Aretort.hibernate=6.6"))
        .contains("column(\"since\", time(6))");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAR", "audit", "audit.Trail"})
  void entitiesOfALibraryAreReadWhenNamed(String named) throws IOException {
    String value = named.replace("JAR", jar.toString());

    String draft = drafted("-Aretort.message=All", "-Aretort.entities=" + value);

    assertThat(draft).contains("\"item\"").contains("\"trail\"").contains("\"step\"");
    assertThat(shop.compile("-Aretort.entities=" + value).messages()).isEmpty();
    assertThat(shop.compile().errors())
        .as("without the option the revision creates tables that nobody maps")
        .anyMatch(error -> error.contains("[RT202]") && error.contains("trail"));
  }

  @Test
  void aModuleWithoutAnnotationsOfItsOwnIsReadToo() throws IOException {
    Project operations =
        new Project(folder.resolve("operations"))
            .library(jar)
            .source("operations.Main", "package operations; public class Main {}");

    Project.Result result =
        operations.compile(
            "-Aretort.message=All",
            "-Aretort.entities=audit",
            "-Aretort.package=operations.migrations",
            "-Aretort.sourceRoot=" + operations.sourceRoot());

    assertThat(result.errors()).isEmpty();
    assertThat(Files.readString(operations.sourceFile("operations.migrations.All")))
        .contains("\"trail\"");
    assertThat(operations.compile("-Aretort.entities=audit").errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere.jar", "no.such.Thing", "audit.Period$"})
  void whatIsNotThereIsReported(String named) {
    List<String> messages = shop.compile("-Aretort.entities=audit," + named).messages();

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0)).startsWith("ERROR [RT407]").contains(named);
  }

  @Test
  void classesNamedToTheCompilerAreReadLikeSources() {
    Project.Result result =
        new Project(folder.resolve("reading"))
            .process(
                List.of("audit.Trail"),
                jar + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                "-sourcepath",
                folder.toString());

    assertThat(result.messages())
        .anyMatch(message -> message.contains("[RT201]") && message.contains("trail"))
        .anyMatch(message -> message.contains("[RT201]") && message.contains("step"));
  }

  private String drafted(String... options) throws IOException {
    Project.Result result = shop.compile(options);
    assertThat(result.errors()).isEmpty();
    return Files.readString(shop.sourceFile("shop.migrations.All"));
  }
}
