package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts that say where in the history they stand: empty ones, branches and merges. */
class BranchDraftingTest {

  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void createItems() {
    project = new Project(folder).source("shop.Item", entity("Item", "private String name;"));
    assertThat(
            project.compile("-Aretort.message=Create items", "-Aretort.revision=items_1").errors())
        .isEmpty();
  }

  @Test
  void draftsAnEmptyRevision() throws IOException {
    assertThat(project.compile("-Aretort.message=Fill in", "-Aretort.empty=true").errors())
        .isEmpty();

    assertThat(source("FillIn"))
        .contains("downRevision = \"items_1\"", "upgrade(Operations op) {}");
    assertThat(project.compile().messages()).isEmpty();
  }

  @Test
  void twoDevelopersRevisionsAreMerged() throws IOException {
    colourAndPrice("price");
    Project.Result twoHeads = project.compile();
    assertThat(twoHeads.errors()).hasSize(2).allMatch(m -> m.contains("[RT104]"));

    Project.Result merging = project.compile("-Aretort.merge=heads", "-Aretort.message=Merge");

    assertThat(merging.errors()).isEmpty();
    assertThat(source("Merge"))
        .contains("downRevision = {\"colour_2\", \"price_2\"},", "upgrade(Operations op) {}");
    assertThat(project.compile().messages()).isEmpty();
  }

  @Test
  void whatConflictsIsNotMerged() throws IOException {
    colourAndPrice("colour");

    Project.Result merging = project.compile("-Aretort.merge=heads");

    assertThat(merging.errors()).isNotEmpty().allMatch(m -> m.contains("colour"));
    assertThat(project.allSources()).hasSize(4);
  }

  /** Both can be applied in either order, but the one that is applied last decides. */
  @Test
  void whatIsDecidedByTheOrderIsNotMerged() throws IOException {
    String source = source("CreateItems");
    for (String length : new String[] {"50", "100"}) {
      project.source(
          "shop.migrations.Shorten" + length,
          source
              .replace("CreateItems", "Shorten" + length)
              .replace(
                  "revision = \"items_1\"",
                  "revision = \"s" + length + "\", downRevision = \"items_1\"")
              .replaceAll(
                  "(?s)op\\.createTable.*?;\n",
                  "op.alterColumnType(\"item\", \"name\", varchar(" + length + "));")
              .replaceAll("op\\.dropTable.*?;\n", ""));
    }

    Project.Result merging = project.compile("-Aretort.merge=s50,s100");

    assertThat(merging.errors()).singleElement().asString().contains("[RT123]", "s50", "s100");
  }

  @Test
  void branchesBeginAtTheBaseAndDependOnOthers() throws IOException {
    project.source("shop.Invoice", entity("Invoice", "private String number;"));

    String[] branching = {
      "-Aretort.message=Create invoices",
      "-Aretort.head=base",
      "-Aretort.branchLabels=billing",
      "-Aretort.dependsOn=items",
      "-Aretort.revision=invoices_1"
    };

    assertThat(project.compile(branching).errors())
        .singleElement()
        .asString()
        .contains("[RT410]", "a head beside items_1", "items_1 has branchLabels = \"main\"");
    Path items = project.sourceFile("shop.migrations.CreateItems");
    Files.writeString(
        items,
        Files.readString(items)
            .replace("revision = \"items_1\"", "revision = \"items_1\", branchLabels = \"stock\""));
    assertThat(project.compile(branching).errors()).isEmpty();
    assertThat(source("CreateInvoices"))
        .contains("branchLabels = \"billing\"", "dependsOn = \"items_1\"")
        .doesNotContain("downRevision");
    assertThat(project.compile().messages()).isEmpty();

    project.source("shop.Invoice", entity("Invoice", "private String number; private int total;"));
    assertThat(project.compile("-Aretort.message=Add total").errors())
        .anyMatch(m -> m.contains("[RT410]") && m.contains("-Aretort.head=billing@head"));
    assertThat(project.compile("-Aretort.message=Add total", "-Aretort.head=billing@head").errors())
        .isEmpty();
    assertThat(source("AddTotal")).contains("downRevision = \"invoices_1\"");
    assertThat(project.compile().messages()).isEmpty();
  }

  @Test
  void draftsNothingWhereItHasNoPlace() {
    assertThat(project.compile("-Aretort.message=x", "-Aretort.empty=true").errors()).isEmpty();
    assertThat(errors("-Aretort.message=y", "-Aretort.empty=true", "-Aretort.head=items_1"))
        .contains("[RT410]", "is no head", "-Aretort.splice=true", "has branchLabels = \"main\"");
    assertThat(errors("-Aretort.message=y", "-Aretort.empty=true", "-Aretort.head=base"))
        .contains(
            "[RT410]", "has branchLabels = \"main\"", "new branch: -Aretort.branchLabels=NAME");
    assertThat(errors("-Aretort.message=y", "-Aretort.empty=true", "-Aretort.revision=items_1"))
        .contains("[RT410]", "revision id items_1 is used more than once");
    assertThat(errors("-Aretort.message=y", "-Aretort.empty=true", "-Aretort.branchLabels=1st"))
        .contains("[RT410]", "'1st' cannot be a branch label");
    assertThat(errors("-Aretort.message=y", "-Aretort.empty=true", "-Aretort.head=zz"))
        .contains("[RT509]", "'zz'");
    assertThat(errors("-Aretort.merge=heads")).contains("[RT410]", "nothing to merge");
    assertThat(errors("-Aretort.head=items_1")).contains("[RT407]", "-Aretort.message");
    assertThat(errors("-Aretort.message=y", "-Aretort.empty=yes")).contains("[RT407]");
    assertThat(project.allSources()).hasSize(3);
  }

  private String errors(String... options) {
    return String.join("\n", project.compile(options).errors());
  }

  /** Two revisions after the first, as two developers draft them who do not know of each other. */
  private void colourAndPrice(String second) throws IOException {
    Path items = project.sourceFile("shop.Item");
    project.source("shop.Item", entity("Item", "private String name; private String colour;"));
    assertThat(
            project.compile("-Aretort.message=Add colour", "-Aretort.revision=colour_2").errors())
        .isEmpty();
    Path colour = project.sourceFile("shop.migrations.AddColour");
    String kept = Files.readString(colour);
    Files.delete(colour);
    Files.delete(project.classFile("shop/migrations/AddColour.class"));
    Files.writeString(items, entity("Item", "private String name; private String " + second + ";"));
    assertThat(project.compile("-Aretort.message=Add price", "-Aretort.revision=price_2").errors())
        .isEmpty();
    Files.writeString(colour, kept);
    Files.writeString(
        items,
        entity(
            "Item",
            "private String name; private String colour;"
                + (second.equals("colour") ? "" : " private String " + second + ";")));
  }

  private String source(String revision) throws IOException {
    return Files.readString(project.sourceFile("shop.migrations." + revision));
  }

  private static String entity(String name, String fields) {
    return """
        package shop;

        import jakarta.persistence.Entity;
        import jakarta.persistence.Id;

        @Entity
        public class %s {
          @Id private Long id;
          %s
        }
        """
        .formatted(name, fields);
  }
}
