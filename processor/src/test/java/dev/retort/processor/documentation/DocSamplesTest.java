package dev.retort.processor.documentation;

import static dev.retort.processor.documentation.MarkdownPage.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.retort.processor.RetortProcessor;
import dev.retort.processor.documentation.MarkdownPage.Block;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/**
 * The Java samples of the documentation compile, and revisions among them can be replayed. What
 * stands around a sample is said by a comment before it, {@code <!-- sample: upgrade -->}.
 */
class DocSamplesTest {

  /** What {@link OperationsPageTest} writes with the code that writes drafts. */
  private static final String GENERATED = "generated";

  private static final String IMPORTS =
      """
      import static dev.retort.schema.CheckConstraint.check;
      import static dev.retort.schema.Column.column;
      import static dev.retort.schema.ForeignKey.foreignKey;
      import static dev.retort.schema.Index.index;
      import static dev.retort.schema.PrimaryKey.primaryKey;
      import static dev.retort.schema.SqlType.*;
      import static dev.retort.schema.UniqueConstraint.unique;

      import dev.retort.*;
      import dev.retort.migrate.*;
      import dev.retort.model.*;
      import dev.retort.operation.Operations;
      import dev.retort.revision.*;
      import jakarta.persistence.*;
      import java.time.Duration;
      """;

  /** What the samples' revisions find. */
  private static final String BASE =
      """
        @Override
        public void upgrade(Operations op) {
          op.createTable(
              "machines",
              column("id", bigint()).notNull(),
              column("name", varchar(100)),
              primaryKey("id"));
        }

        @Override
        public void downgrade(Operations op) {
          op.dropTable("machines");
        }
      }
      """;

  private static final String NOTHING =
      """
        @Override
        public void upgrade(Operations op) {}

        @Override
        public void downgrade(Operations op) {}
      }
      """;

  /** Stands for a generated registry. */
  private static final String REGISTRY =
      IMPORTS
          + """
          class MigrationRegistry implements RevisionRegistry {
            public java.util.Map<String, String> heads() {
              return java.util.Map.of();
            }

            public java.util.List<RevisionInfo> revisions() {
              return java.util.List.of();
            }

            public Revision create(String id) {
              throw new IllegalArgumentException(id);
            }
          }
          """;

  private static final Pattern CLASS = Pattern.compile("(?:class|interface|record) (\\w+)");

  @TestFactory
  Stream<DynamicTest> samples() {
    List<DynamicTest> tests = new ArrayList<>();
    for (MarkdownPage page : MarkdownPage.all()) {
      for (Block block : page.blocks()) {
        if (block.language().equals("java") && !block.marker().equals(GENERATED)) {
          String name = page.name() + ":" + block.line();
          tests.add(DynamicTest.dynamicTest(name, () -> compile(name, block)));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(10);
    return tests.stream();
  }

  private static void compile(String name, Block block) {
    Compilation compilation =
        switch (block.marker().replaceFirst(" .*", "")) {
          case "" -> plain(unit(block.text()));
          case "annotation" -> plain(unit(IMPORTS + block.text() + "class Sample {}\n"));
          case "entity" -> plain(unit(IMPORTS + "class Sample {\n" + block.text() + "}\n"));
          case "boot" -> plain(bootSample(block.text()));
          case "upgrade" -> replayed(revision("698c22942be3", "", BASE), upgrade(block.text()));
          case "revision" -> replayed(revision("698c22942be3", "", BASE), IMPORTS + block.text());
          case "merge" -> merged(block);
          default -> throw new AssertionError(name + ": unknown marker " + block.marker());
        };

    assertThat(
            compilation.diagnostics().stream()
                .filter(each -> each.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(each -> each.getMessage(Locale.ROOT)))
        .as(name)
        .isEmpty();
  }

  private static Compilation plain(JavaFileObject... sources) {
    return Compiler.javac().withOptions("-proc:none").compile(sources);
  }

  private static Compilation replayed(String... sources) {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new RetortProcessor())
            .compile(Stream.of(sources).map(DocSamplesTest::unit).toList());
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.generatedSourceFiles()).as("the registry").isNotEmpty();
    return compilation;
  }

  private static Compilation merged(Block block) {
    Matcher ids = Pattern.compile("[0-9a-f]{12}").matcher(block.marker());
    List<String> sources = new ArrayList<>(List.of(revision("698c22942be3", "", BASE)));
    while (ids.find()) {
      sources.add(revision(ids.group(), "698c22942be3", NOTHING));
    }
    sources.add(IMPORTS + block.text());
    return replayed(sources.toArray(String[]::new));
  }

  private static String revision(String id, String follows, String body) {
    String down = follows.isEmpty() ? "" : ", downRevision = \"" + follows + "\"";
    return IMPORTS
        + "@Migration(revision = \""
        + id
        + "\""
        + down
        + ")\npublic final class Revision"
        + id
        + " implements Revision {\n"
        + body;
  }

  private static String upgrade(String statements) {
    return revision(
        "9c04be11d7a2",
        "698c22942be3",
        "  @Override\n  public void upgrade(Operations op) {\n"
            + statements
            + "  }\n\n  @Override\n  public void downgrade(Operations op) {}\n}\n");
  }

  private static JavaFileObject[] bootSample(String statements) {
    return new JavaFileObject[] {
      unit(
          IMPORTS
              + "import java.util.List;\n"
              + "class Sample {\n  void boot(javax.sql.DataSource dataSource) {\n"
              + statements
              + "  }\n}\n"),
      unit(REGISTRY)
    };
  }

  private static JavaFileObject unit(String source) {
    Matcher name = CLASS.matcher(source);
    assertThat(name.find()).as(source).isTrue();
    return JavaFileObjects.forSourceString(name.group(1), source);
  }

  @Test
  void theSettingsOfMavenAreThoseOfThisBuild() throws Exception {
    Document parent = xml(MarkdownPage.read(ROOT.resolve("pom.xml")).text());
    List<Block> samples =
        MarkdownPage.read(ROOT.resolve("README.md")).blocks().stream()
            .filter(block -> block.language().equals("xml"))
            .toList();

    assertThat(samples).hasSize(1);
    Document sample = xml("<project>" + samples.get(0).text() + "</project>");
    assertThat(at(sample, "//dependencies/dependency[1]/artifactId"))
        .isEqualTo(artifactOf("runtime"));
    assertThat(at(sample, "//annotationProcessorPaths/path/artifactId"))
        .isEqualTo(artifactOf("processor"));
    assertThat(at(sample, "//plugin[2]/artifactId")).isEqualTo(artifactOf("maven-plugin"));
    assertThat(at(sample, "//plugin[2]/version")).isEqualTo("${retort.version}");
    for (String group : List.of("//dependencies/dependency", "//annotationProcessorPaths/path")) {
      assertThat(at(sample, group + "/groupId")).isEqualTo(at(parent, "/project/groupId"));
      assertThat(at(sample, group + "/version")).isEqualTo("${retort.version}");
    }
    assertThat(at(sample, "//properties/*[name()='retort.version']"))
        .isEqualTo(at(parent, "/project/version"));
    assertThat(at(sample, "//plugin/version"))
        .isEqualTo(at(parent, "//plugin[artifactId='maven-compiler-plugin'][version]/version"));
  }

  private static String artifactOf(String module) throws Exception {
    Path pom = ROOT.resolve(module).resolve("pom.xml");
    return at(xml(MarkdownPage.read(pom).text()), "/project/artifactId");
  }

  private static String at(Document document, String path) throws Exception {
    XPath xpath = XPathFactory.newInstance().newXPath();
    return xpath.evaluate(path, document).strip();
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  /** The options that the README lists are those that the processor declares. */
  @Test
  void theOptionsAreThoseOfTheProcessor() {
    Matcher row =
        Pattern.compile("(?m)^\\| `-A(retort\\.\\w+)=…` \\|")
            .matcher(MarkdownPage.read(ROOT.resolve("README.md")).text());
    List<String> listed = new ArrayList<>();
    while (row.find()) {
      listed.add(row.group(1));
    }

    assertThat(
            new RetortProcessor()
                .getSupportedOptions().stream().filter(o -> o.startsWith("retort.")))
        .containsExactlyInAnyOrderElementsOf(listed);
  }
}
