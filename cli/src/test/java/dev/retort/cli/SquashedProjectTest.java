package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.cli.testing.CompiledProject;
import dev.retort.revision.RevisionRegistry;
import dev.retort.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose revisions are squashed, on the databases that it has: the whole way. */
class SquashedProjectTest {

  private static final String MACHINE =
      """
      package shop;

      import jakarta.persistence.Entity;
      import jakarta.persistence.Id;

      @Entity
      public class Machine {
        @Id private Long id;
        %s
      }
      """;

  @TempDir private Path directory;

  @Test
  void goesOnOnEveryDatabase() throws IOException {
    TestDatabase ahead = TestDatabase.create();
    TestDatabase between = TestDatabase.create();
    TestDatabase fresh = TestDatabase.create();
    try (CompiledProject project = new CompiledProject(directory, ahead)) {
      machine("String name;");
      project.run("revision", "-m", "Create machine", "--rev-id", "a1");
      machine("String name; String place;");
      project.run("revision", "-m", "Add place", "--rev-id", "b2");
      machine("String name; String place; @jakarta.persistence.Column(unique = true) String tag;");
      project.run("revision", "-m", "Add tag", "--rev-id", "c3");
      RevisionRegistry old = project.compile();
      Retort.on(ahead.dataSource()).registry(old).upgrade();
      Retort.on(between.dataSource()).registry(old).upgrade("a1");

      assertThat(project.run("squash", "base:b2", "-m", "Create machines"))
          .contains("removed src/main/java/shop/migrations/AddPlace.java");
      machine(
          "String name; String place; @jakarta.persistence.Column(unique = true) String tag; int n;");
      project.run("revision", "-m", "Add number", "--rev-id", "d4");
      RevisionRegistry now = project.compile();

      Retort there = Retort.on(ahead.dataSource()).registry(now);
      assertThat(there.upgrade("c3").applied()).isEmpty();
      assertThat(there.upgrade().applied()).extracting("id").containsExactly("d4");
      assertThat(there.check().agrees()).isTrue();

      Retort anew = Retort.on(fresh.dataSource()).registry(now);
      assertThat(anew.upgrade().applied()).extracting("id").containsExactly("b2", "c3", "d4");
      assertThat(anew.live().schema()).isEqualTo(there.live().schema());
      assertThat(anew.current()).isEqualTo(there.current());

      Retort late = Retort.on(between.dataSource()).registry(now);
      assertThatThrownBy(late::upgrade).hasMessageContaining("[RT536]");
      Retort.on(between.dataSource()).registry(old).upgrade("b2");
      assertThat(late.upgrade().applied()).extracting("id").containsExactly("c3", "d4");
      assertThat(late.current()).isEqualTo(there.current());

      assertThat(there.downgrade("base").to()).isEmpty();
      assertThat(there.live().schema().tables()).isEmpty();
    }
  }

  private void machine(String fields) throws IOException {
    Path file = directory.resolve("src/main/java/shop/Machine.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, MACHINE.formatted(fields));
  }
}
