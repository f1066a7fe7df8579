package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions that one is drafted in place of, and what the compiler makes of it. */
class SquashTest {

  private static final Path MESSAGES = Path.of("src/test/resources/messages");

  private static final String CREATE =
      "op.createTable(\"items\", column(\"id\", bigint()).notNull(), primaryKey(\"id\"));";
  private static final String DROP = "op.dropTable(\"items\");";

  @TempDir Path folder;

  /** Items with a name that was called title for a while. */
  private Project line() {
    return new Project(folder)
        .source("shop.steps.A1", revision("a1", "", CREATE, DROP))
        .source("shop.steps.B2", adds("b2", "downRevision = \"a1\"", "title"))
        .source(
            "shop.steps.C3",
            revision(
                "c3",
                "downRevision = \"b2\"",
                "op.renameColumn(\"items\", \"title\", \"name\");",
                "op.renameColumn(\"items\", \"name\", \"title\");"))
        .source("shop.steps.D4", adds("d4", "downRevision = \"c3\"", "price"));
  }

  @Test
  void whatBeganWithNothingIsMadeAtOnce() throws IOException {
    Project project = line();
    String before = checksumOf("d4", project);

    Project.Result squashing = project.compile("-Aretort.squash=base:c3");

    assertThat(squashing.errors()).isEmpty();
    Goldens.check(MESSAGES.resolve("rt413.txt"), told(squashing));
    String source = draft(project);
    assertThat(source)
        .contains("revision = \"c3\"", "replaces = {\"a1\", \"b2\"}", "formerChecksums = \"1:")
        .contains("createTable(", "column(\"name\", text())", "op.dropTable(\"items\")")
        .doesNotContain("downRevision", "renameColumn", "title");

    replace(project, source, "A1", "B2", "C3");
    assertThat(project.compile().messages()).isEmpty();
    assertThat(registry(project))
        .contains(".replacing(\"a1\", \"b2\")", "formerHeads()")
        .contains(".formerly(\"" + before + "\")")
        .doesNotContain("new A1()");
    assertThat(checksumOf("d4", project)).isNotEqualTo(before);
  }

  /** The difference of the schemas would drop the column, and with it the values of its rows. */
  @Test
  void whatIsThereBeforeKeepsItsRows() throws IOException {
    Project project = line();

    assertThat(project.compile("-Aretort.squash=c3:head").errors()).isEmpty();

    String source = draft(project);
    assertThat(source)
        .contains("revision = \"d4\"", "downRevision = \"b2\"", "replaces = \"c3\"")
        .contains("// c3: About c3", "op.renameColumn(\"items\", \"title\", \"name\");")
        .containsSubsequence("// d4: About d4", "op.dropColumn", "// c3", "op.renameColumn");
    replace(project, source, "C3", "D4");
    assertThat(project.compile().messages()).isEmpty();
  }

  @Test
  void rowsAreWrittenInTheirOrder() throws IOException {
    Project project =
        line()
            .source(
                "shop.steps.E5",
                revision(
                    "e5",
                    "downRevision = \"d4\"",
                    "op.execute(\"UPDATE items SET name = ?\", \"none\");",
                    "op.execute(\"UPDATE items SET name = NULL\");"));

    assertThat(project.compile("-Aretort.squash=base:e5", "-Aretort.message=All of it").errors())
        .isEmpty();

    String source = draft(project);
    assertThat(source)
        .contains("public final class AllOfIt", "message = \"All of it\"")
        .containsSubsequence("// a1", "// b2", "renameColumn", "// e5", "SET name = ?\", \"none\"");
    replace(project, source, "A1", "B2", "C3", "D4", "E5");
    assertThat(project.compile().messages()).isEmpty();
  }

  @Test
  void whatWasSquashedIsSquashedAgain() throws IOException {
    Project project = line();
    String atFirst = checksumOf("d4", project);
    project.compile("-Aretort.squash=a1:b2");
    replace(project, draft(project), "A1", "B2");
    assertThat(project.compile().messages()).isEmpty();
    String then = checksumOf("d4", project);

    assertThat(project.compile("-Aretort.squash=base:head").errors()).isEmpty();

    String source = draft(project);
    assertThat(source)
        .contains("\"a1\", \"b2\", \"c3\"", "\"" + atFirst + "\"", "\"" + then + "\"");
    Files.delete(project.sourceFile("shop.steps.Squash2RevisionsUpToB2"));
    replace(project, source, "C3", "D4");
    assertThat(project.compile().messages()).isEmpty();
  }

  @Test
  void branchesInsideAreClosedByTheirMerge() throws IOException {
    Project project =
        line()
            .source("shop.steps.E5", adds("e5", "downRevision = \"c3\", branchLabels = \"x\"", "e"))
            .source("shop.steps.F6", revision("f6", "downRevision = {\"d4\", \"e5\"}", "", ""));

    assertThat(project.compile("-Aretort.squash=b2:e5").errors())
        .singleElement()
        .asString()
        .contains("[RT411]", "revision d4, which is not among them, needs c3");
    assertThat(project.compile("-Aretort.squash=d4:f6").errors())
        .singleElement()
        .asString()
        .contains("[RT411]", "revision f6 also follows e5");
    assertThat(project.compile("-Aretort.squash=b2:f6").errors()).isEmpty();
    String source = draft(project);
    assertThat(source)
        .contains("revision = \"f6\"", "downRevision = \"a1\"", "branchLabels = \"x\"");
    replace(project, source, "B2", "C3", "D4", "E5", "F6");
    assertThat(project.compile().messages()).isEmpty();
  }

  /** Else each merge would square the number of checksums that a head may have had. */
  @Test
  void noHistoryIsBothAsItWasAndAsItIs() throws IOException {
    Project project = line();
    assertThat(project.compile("-Aretort.squash=base:c3").errors()).isEmpty();
    replace(project, draft(project), "A1", "B2", "C3");
    String last = "d4";
    for (int i = 0; i < 5; i++) {
      String after = "downRevision = \"" + last + "\"";
      String sides = "downRevision = {\"l" + i + "\", \"r" + i + "\"}";
      project.source("shop.steps.L" + i, adds("l" + i, after, "left" + i));
      project.source("shop.steps.R" + i, adds("r" + i, after, "right" + i));
      project.source("shop.steps.M" + i, revision("m" + i, sides, "", ""));
      last = "m" + i;
    }

    assertThat(project.compile().messages()).isEmpty();
    assertThat(registry(project))
        .containsPattern(
            "formerHeads\\(\\) \\{\\s+return Map.of\\(\\s+\"m4\", List.of\\(\"[^\"]*\"\\)\\)");
  }

  @Test
  void whatIsDependedOnStaysOutside() throws IOException {
    Project project =
        line()
            .source(
                "shop.steps.O1",
                revision(
                    "o1",
                    "branchLabels = \"other\"",
                    CREATE.replace("items", "others"),
                    DROP.replace("items", "others")))
            .source(
                "shop.steps.E5",
                adds(
                        "e5",
                        "downRevision = \"d4\", dependsOn = \"o1\", branchLabels = \"main\", irreversible = true",
                        "e")
                    .replace("op.dropColumn(\"items\", \"e\");", ""));

    assertThat(project.compile("-Aretort.squash=d4:e5").errors()).isEmpty();

    String source = draft(project);
    assertThat(source)
        .contains("dependsOn = \"o1\"", "irreversible = true", "downgrade(Operations op) {}");
    replace(project, source, "D4", "E5");
    assertThat(project.compile().messages()).isEmpty();
  }

  @Test
  void refusals() throws IOException {
    Project project =
        line()
            .source(
                "shop.steps.E5",
                revision(
                    "e5",
                    "downRevision = \"d4\"",
                    "op.createEnumType(\"mood\", \"calm\");"
                        + "op.addColumn(\"items\", column(\"mood\", SqlType.userDefined(\"mood\")));",
                    "op.dropColumn(\"items\", \"mood\"); op.dropEnumType(\"mood\");"))
            .source(
                "shop.steps.F6",
                revision(
                    "f6", "downRevision = \"e5\"", "op.addEnumValue(\"mood\", \"angry\");", ""))
            .source(
                "shop.steps.G7",
                revision(
                    "g7",
                    "downRevision = \"f6\"",
                    "op.execute(\"UPDATE items SET mood = 'angry'\");",
                    ""))
            .source(
                "shop.steps.H8",
                revision(
                    "h8", "downRevision = \"g7\"", "op.run(\"count the items\", c -> {});", ""));

    Goldens.check(
        MESSAGES.resolve("rt411.txt"),
        told(
            project.compile("-Aretort.squash=head"),
            project.compile("-Aretort.squash=heads:h8"),
            project.compile("-Aretort.squash=c3:b2"),
            project.compile("-Aretort.squash=c3:c3"),
            project.compile("-Aretort.squash=f6:g7")));
    Goldens.check(MESSAGES.resolve("rt412.txt"), told(project.compile("-Aretort.squash=g7:h8")));
    assertThat(project.compile("-Aretort.squash=base:g7").errors()).isEmpty();
    assertThat(draft(project)).contains("op.addEnumValue(\"mood\", \"angry\")");
  }

  @Test
  void noPasswordIsTold() {
    Project project =
        line()
            .source(
                "shop.steps.E5",
                revision(
                    "e5", "downRevision = \"d4\"", "op.createEnumType(\"mood\", \"calm\");", ""))
            .source(
                "shop.steps.F6",
                revision(
                    "f6", "downRevision = \"e5\"", "op.addEnumValue(\"mood\", \"angry\");", ""))
            .source(
                "shop.steps.G7",
                revision(
                    "g7",
                    "downRevision = \"f6\"",
                    "op.execute(\"CREATE ROLE angry PASSWORD 's3cret'\");",
                    ""));
    assertThat(project.compile("-Aretort.squash=f6:g7").errors())
        .singleElement()
        .asString()
        .contains("[RT411]", "CREATE ROLE angry PASSWORD ***")
        .doesNotContain("s3cret");

    String address = "op.setDefault(\"items\", \"%s\", \"'postgres://u:s3cret@h/d'\");";
    for (Project.Result result :
        List.of(
            line()
                .source(
                    "shop.steps.E5",
                    revision("e5", "downRevision = \"d4\"", address.formatted("nothing"), ""))
                .compile(),
            line()
                .source(
                    "shop.steps.E5",
                    revision("e5", "downRevision = \"d4\"", address.formatted("name"), ""))
                .source(
                    "shop.steps.F6",
                    revision(
                        "f6",
                        "downRevision = \"d4\"",
                        "op.setDefault(\"items\", \"name\", \"'x'\");",
                        ""))
                .source("shop.steps.G7", revision("g7", "downRevision = {\"e5\", \"f6\"}", "", ""))
                .compile())) {
      assertThat(result.errors())
          .singleElement()
          .asString()
          .contains("set default 'postgres://u:***@h/d'")
          .doesNotContain("s3cret");
    }
  }

  private static String told(Project.Result... results) {
    return Stream.of(results)
        .flatMap(result -> result.messages().stream())
        .map(message -> message.replaceFirst(" at \\S*/META-INF", " at /CLASS_OUTPUT/META-INF"))
        .map(message -> message + "\n")
        .reduce("", String::concat);
  }

  private static void replace(Project project, String source, String... old) throws IOException {
    for (String each : old) {
      Files.delete(project.sourceFile("shop.steps." + each));
    }
    String name = source.replaceFirst("(?s).*public final class (\\w+).*", "$1");
    project.source("shop.steps." + name, source);
  }

  private static String draft(Project project) throws IOException {
    try (Stream<Path> files = Files.list(project.classFile("META-INF/retort/squash"))) {
      List<Path> drafts = files.toList();
      assertThat(drafts).hasSize(1);
      return Files.readString(drafts.get(0));
    }
  }

  private static String registry(Project project) throws IOException {
    return Files.readString(project.classFile("shop/steps/MigrationRegistry.java"));
  }

  /** As the registry has it, after a compilation. */
  private static String checksumOf(String id, Project project) throws IOException {
    assertThat(project.compile().errors()).isEmpty();
    return registry(project)
        .replaceFirst("(?s).*\\brevision\\(\\s*\"" + id + "\",[^,]*,\\s*\"([^\"]*)\".*", "$1");
  }

  private static String adds(String id, String members, String column) {
    return revision(
        id,
        members,
        "op.addColumn(\"items\", column(\"" + column + "\", text()));",
        "op.dropColumn(\"items\", \"" + column + "\");");
  }

  private static String revision(String id, String members, String upgrade, String downgrade) {
    return """
        package shop.steps;

        import static dev.retort.schema.Column.column;
        import static dev.retort.schema.PrimaryKey.primaryKey;
        import static dev.retort.schema.SqlType.bigint;
        import static dev.retort.schema.SqlType.text;

        import dev.retort.operation.Operations;
        import dev.retort.revision.Migration;
        import dev.retort.revision.Revision;
        import dev.retort.schema.SqlType;

        @Migration(revision = "%s", message = "About %s"%s)
        public final class %s implements Revision {
          @Override
          public void upgrade(Operations op) { %s }

          @Override
          public void downgrade(Operations op) { %s }
        }
        """
        .formatted(
            id,
            id,
            members.isEmpty() ? "" : ", " + members,
            id.toUpperCase(java.util.Locale.ROOT),
            upgrade,
            downgrade);
  }
}
