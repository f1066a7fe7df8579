package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.RetortVersion;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop that users live in, over a source tree on disk. */
class DraftingTest {

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

  private static final String SERVICE = "META-INF/services/dev.retort.revision.RevisionRegistry";

  @TempDir Path folder;

  @Test
  void draftsTheFirstRevisionAndIsGreenInTheSameCompilation() {
    Project project = new Project(folder).source("shop.Item", ITEM);

    Project.Result drafting = project.compile("-Aretort.message=Create the tables");

    assertThat(drafting.errors()).isEmpty();
    Path drafted = project.sourceFile("shop.migrations.CreateTheTables");
    assertThat(drafted).exists();
    assertThat(drafting.messages())
        .anyMatch(m -> m.contains("[RT402]") && m.contains(drafted.toString()));
    assertThat(messagesOf(project)).containsExactly("Create the tables");
    assertThat(project.compile().messages()).isEmpty();
    assertThat(messagesOf(project)).containsExactly("Create the tables");
  }

  /** A namespace that the chain uses already is there, whoever has created it. */
  @Test
  void createsANamespaceBeforeTheFirstTableInIt() throws IOException {
    String table = "@jakarta.persistence.Table(schema = \"stock\")\npublic class";
    Project project = new Project(folder).source("shop.Item", ITEM.replace("public class", table));

    assertThat(project.compile("-Aretort.message=Create the tables").errors()).isEmpty();

    assertThat(Files.readString(project.sourceFile("shop.migrations.CreateTheTables")))
        .contains("op.createNamespace(\"stock\");", "op.dropNamespace(\"stock\");");
    project.source("shop.Part", ITEM.replace("public class Item", table + " Part"));
    assertThat(project.compile("-Aretort.message=Create parts").errors()).isEmpty();
    assertThat(Files.readString(project.sourceFile("shop.migrations.CreateParts")))
        .contains("stock.createTable(")
        .doesNotContain("Namespace(");
    assertThat(project.compile().messages()).isEmpty();
  }

  /** As Maven compiles: with the source root as source path, and without the old classes. */
  @Test
  void givesTheCompilerNothingToWarnAbout() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    String sources = project.sourceRoot().toString();

    Project.Result first =
        project.compile("-sourcepath", sources, "-Werror", "-Aretort.message=Create the tables");
    assertThat(first.success()).as("%s", first.diagnostics()).isTrue();

    project.source(
        "shop.Item", ITEM.replace("String name;", "String name;\n  private int amount;"));
    Files.delete(project.classFile("shop/migrations/MigrationRegistry.class"));
    Project.Result second =
        project.compile("-sourcepath", sources, "-Werror", "-Aretort.message=Add amount");
    assertThat(second.success()).as("%s", second.diagnostics()).isTrue();
    assertThat(messagesOf(project)).containsExactly("Create the tables", "Add amount");
  }

  @Test
  void addsAndRemovesAField() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    String before = ITEM;
    project.source(
        "shop.Item",
        ITEM.replace("private String name;", "private String name;\n  private int amount;"));

    Project.Result red = project.compile();
    assertThat(red.success()).isFalse();
    assertThat(red.errors()).hasSize(1);
    assertThat(red.errors().get(0))
        .startsWith("ERROR Item.java:10 [RT201] ")
        .contains("column item.amount integer");

    assertThat(project.compile("-Aretort.message=Add amount to items").errors()).isEmpty();
    assertThat(project.compile().messages()).isEmpty();
    assertThat(Files.readString(project.sourceFile("shop.migrations.AddAmountToItems")))
        .contains(
            "op.addColumn(\"item\", column(\"amount\", integer()));",
            "op.setNotNull(\"item\", \"amount\");");

    project.source("shop.Item", before);
    Project.Result again = project.compile();
    assertThat(again.errors()).hasSize(1);
    assertThat(again.errors().get(0))
        .startsWith("ERROR Item.java:7 [RT202] ")
        .contains("item.amount");
    assertThat(project.compile("-Aretort.message=Drop amount").errors()).isEmpty();
    assertThat(project.compile().messages()).isEmpty();
    assertThat(messagesOf(project))
        .containsExactly("Create the tables", "Add amount to items", "Drop amount");
  }

  @Test
  void leavesADraftWhenDriftFailsTheCompilationAndTakesItAwayWhenItPasses() {
    Project project = new Project(folder).source("shop.Item", ITEM);

    Project.Result red = project.compile();

    Path draft = project.classFile("META-INF/retort/draft/CreateItem.java");
    assertThat(red.messages()).anyMatch(m -> m.contains("[RT401]") && m.contains(draft.toString()));
    assertThat(draft).exists();
    project.compile("-Aretort.message=Create the tables");
    assertThat(draft).doesNotExist();
  }

  @Test
  void theSqlAndTheSnapshotFollowTheRevisionsWhateverTheEntitiesSay() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    Path snapshot = project.classFile("META-INF/retort/snapshot.json");
    String before = Files.readString(snapshot);
    project.source(
        "shop.Item", ITEM.replace("String name;", "String name;\n  private int amount;"));
    project.compile("-Aretort.message=Add amount");
    project.source("shop.Item", ITEM);

    Project.Result drift = project.compile("-Aretort.drift=warning");

    assertThat(drift.success()).isTrue();
    assertThat(drift.messages()).anyMatch(m -> m.contains("[RT202]"));
    assertThat(Files.readString(snapshot)).isNotEqualTo(before).contains("amount");
    Files.delete(snapshot);
    project.compile("-Aretort.drift=warning");
    assertThat(snapshot).exists();
    try (Stream<Path> scripts = Files.list(project.classFile("META-INF/retort/sql"))) {
      assertThat(scripts).hasSize(4);
    }
  }

  @Test
  void takesTheDraftThatAFailingCompilationLeft() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile();
    Path draft = project.classFile("META-INF/retort/draft/CreateItem.java");
    project.source("shop.migrations.CreateItem", Files.readString(draft));

    assertThat(project.compile().messages()).isEmpty();
  }

  @Test
  void draftsNothingWhereNothingIsMissing() {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    List<Path> sources = project.allSources();

    Project.Result result = project.compile("-Aretort.message=Once more");

    assertThat(result.messages()).hasSize(1).allMatch(m -> m.contains("[RT403]"));
    assertThat(project.allSources()).isEqualTo(sources);
  }

  @Test
  void neverWritesOverAFileThatIsThere() {
    Project project =
        new Project(folder)
            .source("shop.Item", ITEM)
            .source(
                "shop.migrations.CreateTheTables",
                "package shop.migrations;\n\nclass CreateTheTables {}\n");

    assertThat(project.compile("-Aretort.message=Create the tables").errors()).isEmpty();

    assertThat(project.sourceFile("shop.migrations.CreateTheTables"))
        .hasContent("package shop.migrations;\n\nclass CreateTheTables {}\n");
    assertThat(project.sourceFile("shop.migrations.CreateTheTables2")).exists();
  }

  @Test
  void writesWhereTheOptionsSay() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    Path root = Files.createDirectory(folder.resolve("elsewhere"));

    Project.Result result =
        project.compile(
            "-Aretort.message=Create the tables",
            "-Aretort.package=shop.db",
            "-Aretort.sourceRoot=" + root);

    assertThat(result.errors()).isEmpty();
    assertThat(root.resolve("shop/db/CreateTheTables.java")).exists();
  }

  @Test
  void draftsNothingWhereThereAreNoEntities() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    Path revision = project.sourceFile("shop.migrations.CreateTheTables");
    Project alone = new Project(folder.resolve("alone"));
    alone.source("shop.migrations.CreateTheTables", Files.readString(revision));

    Project.Result result = alone.compile("-Aretort.message=Drop everything");

    assertThat(result.messages()).hasSize(1).allMatch(m -> m.contains("[RT408]"));
    assertThat(alone.allSources()).hasSize(1);
  }

  @Test
  void entitiesInTheUnnamedPackageGetAPackageOfMigrationsBesideThem() {
    Project project = new Project(folder).source("Item", ITEM.replace("package shop;", ""));

    Project.Result red = project.compile();
    assertThat(red.messages())
        .anyMatch(m -> m.contains(project.sourceFile("migrations.CreateItem").toString()));

    assertThat(project.compile("-Aretort.message=Create the tables").errors()).isEmpty();
    assertThat(project.sourceFile("migrations.CreateTheTables")).exists();
    assertThat(project.compile().messages()).isEmpty();
  }

  @Test
  void aDraftThatDoesNotCompileLeavesNoFolder() {
    Project project = new Project(folder).source("shop.Item", ITEM);

    Project.Result result =
        project.compile("-Aretort.message=Create", "-Aretort.package=java.util");

    assertThat(result.errors()).anyMatch(m -> m.contains("[RT108]"));
    assertThat(project.sourceRoot().resolve("java")).doesNotExist();
  }

  @Test
  void aDraftNeverLeavesTheSourceRoot() {
    assertThat(Drafts.folder(folder, "shop.db")).isEqualTo(folder.resolve("shop/db"));
    assertThat(Drafts.folder(folder, "")).isEqualTo(folder);
    for (String name : List.of(".migrations", "..", "../elsewhere", "/tmp", "shop..db")) {
      assertThatThrownBy(() -> Drafts.folder(folder, name))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aPackageThatIsNoNameIsRefused() {
    Project project = new Project(folder).source("shop.Item", ITEM);

    Project.Result result =
        project.compile("-Aretort.message=Create", "-Aretort.package=../../elsewhere");

    assertThat(result.errors()).hasSize(1).allMatch(m -> m.contains("[RT407]"));
    assertThat(project.allSources()).hasSize(1);
  }

  @Test
  void aSourceRootThatIsNotThereIsRefused() {
    Project project = new Project(folder).source("shop.Item", ITEM);
    Path root = folder.resolve("misspelt");

    Project.Result result =
        project.compile("-Aretort.message=Create", "-Aretort.sourceRoot=" + root);

    assertThat(result.errors()).hasSize(1).allMatch(m -> m.contains("[RT407]"));
    assertThat(root).doesNotExist();
  }

  @Test
  void aMessageThatNamesTheRegistryGetsAnotherClass() {
    Project project = new Project(folder).source("shop.Item", ITEM);

    assertThat(project.compile("-Aretort.message=Migration registry").errors()).isEmpty();
    assertThat(project.compile().messages()).isEmpty();
  }

  @Test
  void classesWhoseSourceHasGoneCountNoMore() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM).source("shop.Order", order());
    project.compile("-Aretort.message=Create the tables");
    Files.delete(project.sourceFile("shop.Order"));

    Project.Result result = project.compile();

    assertThat(project.classFile("shop/Order.class")).exists();
    assertThat(result.errors()).hasSize(1).allMatch(m -> m.contains("[RT202]"));
  }

  @Test
  void nothingIsLeftOfRevisionsThatAreNoMore() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    project.compile();
    assertThat(project.classFile(SERVICE)).exists();
    assertThat(project.classFile("META-INF/retort/sql")).exists();
    Files.delete(project.sourceFile("shop.migrations.CreateTheTables"));

    Project.Result result = project.compile();

    assertThat(result.errors()).hasSize(1).allMatch(m -> m.contains("[RT201]"));
    assertThat(project.classFile(SERVICE)).doesNotExist();
    assertThat(project.classFile("shop/migrations/MigrationRegistry.class")).doesNotExist();
    assertThat(project.classFile("META-INF/retort/sql")).doesNotExist();
    assertThat(project.classFile("META-INF/retort/snapshot.json")).doesNotExist();
  }

  @Test
  void theRegistryMovesWithTheNewestRevision() {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    project.source(
        "shop.Item", ITEM.replace("String name;", "String name;\n  private int amount;"));

    project.compile("-Aretort.message=Add amount", "-Aretort.package=shop.db");

    assertThat(project.classFile("shop/migrations/MigrationRegistry.class")).doesNotExist();
    assertThat(messagesOf(project)).containsExactly("Create the tables", "Add amount");
  }

  @Test
  void theLastEntityDoesNotGoUnnoticed() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    Files.delete(project.sourceFile("shop.Item"));

    for (int times = 0; times < 2; times++) {
      assertThat(project.compile().errors())
          .hasSize(1)
          .allMatch(m -> m.contains("[RT202]") && m.contains("table item"));
    }
    assertThat(project.compile("-Aretort.message=Drop item").errors()).isEmpty();
    assertThat(project.sourceFile("shop.migrations.DropItem")).exists();
    assertThat(project.compile().messages()).isEmpty();
  }

  @Test
  void theSuggestedMessageIsPlainInAShell() {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    project.source(
        "shop.Item",
        ITEM.replace(
            "private String name;",
            "private String name;\n"
                + "  @jakarta.persistence.Column(name = \"a\\\"; $(id) `id` b\") int amount;"));

    Project.Result red = project.compile();

    assertThat(red.errors())
        .hasSize(1)
        .allMatch(m -> m.contains("column item.a\"; $(id) `id` b integer"))
        .allMatch(m -> m.contains("-Dretort.message=\"Add a id id b to item\" (without"));
  }

  @Test
  void aRenamedRevisionClassIsTheSameRevision() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    Path old = project.sourceFile("shop.migrations.CreateTheTables");
    String text = Files.readString(old);
    String snapshot = Files.readString(project.classFile("META-INF/retort/snapshot.json"));
    Files.delete(old);
    project.source(
        "shop.migrations.Baseline",
        text.replace("class CreateTheTables", "class Baseline").replace("  op.", "    op."));

    assertThat(project.compile().messages()).isEmpty();
    assertThat(project.classFile("META-INF/retort/snapshot.json")).hasContent(snapshot);
    assertThat(messagesOf(project)).containsExactly("Create the tables");
  }

  @Test
  void theFolderMayHaveAnyName() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("100% [odd] a#b c^d"));
    Project project = new Project(odd).source("shop.Item", ITEM);

    assertThat(project.compile("-Aretort.message=Create the tables").errors()).isEmpty();
    assertThat(project.compile().messages()).isEmpty();
  }

  @Test
  void anEmptyMessageIsNone() {
    Project project = new Project(folder).source("shop.Item", ITEM);

    assertThat(project.compile("-Aretort.message=").errors()).hasSize(1);
    assertThat(project.allSources()).hasSize(1);
  }

  @Test
  void compilingOneClassDoesNotForgetTheOthers() {
    Project project = new Project(folder).source("shop.Item", ITEM).source("shop.Order", order());
    project.compile("-Aretort.message=Create the tables");
    project.compile();

    Project.Result oneEntity = project.compile(List.of(project.sourceFile("shop.Item")));
    assertThat(oneEntity.messages()).isEmpty();
    assertThat(messagesOf(project)).containsExactly("Create the tables");

    Project.Result oneRevision =
        project.compile(List.of(project.sourceFile("shop.migrations.CreateTheTables")));
    assertThat(oneRevision.messages()).isEmpty();
    assertThat(messagesOf(project)).containsExactly("Create the tables");
  }

  @Test
  void compilingOneClassFindsItsDrift() {
    Project project = new Project(folder).source("shop.Item", ITEM).source("shop.Order", order());
    project.compile("-Aretort.message=Create the tables");
    project.source("shop.Item", ITEM.replace("private String name;", "private int amount;"));

    Project.Result result = project.compile(List.of(project.sourceFile("shop.Item")));

    assertThat(result.errors()).hasSize(2);
    assertThat(result.errors()).anyMatch(m -> m.startsWith("ERROR Item.java:9 [RT201]"));
    assertThat(result.errors()).anyMatch(m -> m.startsWith("ERROR Item.java:7 [RT202]"));
  }

  @Test
  void aSecondCompilationUsesWhatTheFirstRecorded() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    project.compile();
    Path cache = project.classFile("META-INF/retort/cache.json");
    String kept = Files.readString(cache);
    assertThat(kept).contains("shop.migrations.CreateTheTables");
    Files.writeString(cache, kept.replace("\"name\":\"name\"", "\"name\":\"cached\""));

    assertThat(project.compile().errors()).anyMatch(m -> m.contains("create cached"));

    Files.writeString(cache, "damaged");
    assertThat(project.compile().errors()).isEmpty();
    assertThat(Files.readString(cache)).isEqualTo(kept);
  }

  @Test
  void whatAnotherVersionOfRetortRecordedIsRecordedAgain() throws IOException {
    Project project = new Project(folder).source("shop.Item", ITEM);
    project.compile("-Aretort.message=Create the tables");
    project.compile();
    Path cache = project.classFile("META-INF/retort/cache.json");
    String kept = Files.readString(cache);
    String release = RetortVersion.CURRENT;
    assertThat(kept).contains(release);

    Files.writeString(
        cache,
        kept.replace("\"name\":\"name\"", "\"name\":\"cached\"").replaceFirst(release, "0.0.9"));

    assertThat(project.compile().messages()).isEmpty();
    assertThat(Files.readString(cache)).isEqualTo(kept);
  }

  private static String order() {
    return ITEM.replace("class Item", "class Order")
        .replace("@Entity", "@Entity @jakarta.persistence.Table(name = \"orders\")");
  }

  /** The messages of the revisions in the registry that the compilation left. */
  private static List<String> messagesOf(Project project) {
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {project.classOutput().toUri().toURL()},
            DraftingTest.class.getClassLoader())) {
      List<RevisionRegistry> registries =
          ServiceLoader.load(RevisionRegistry.class, loader).stream()
              .map(ServiceLoader.Provider::get)
              .toList();
      assertThat(registries).hasSize(1);
      RevisionRegistry registry = registries.get(0);
      for (RevisionInfo info : registry.revisions()) {
        assertThat(registry.create(info.id())).isNotNull();
      }
      return registry.revisions().stream().map(RevisionInfo::message).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
