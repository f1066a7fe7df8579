package dev.retort.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.operation.Operations;
import dev.retort.revision.CompiledUpgrade;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySourceTest {

  @Test
  void readsAsIfWrittenByHand() {
    List<RegistryEntry> revisions =
        List.of(
            entry("698c22942be3", List.of(), "Create all tables", "CreateAllTables"),
            entry("3f2a9c1b04de", List.of("698c22942be3"), "Say \"$T\"\n", "Outer.AddStatus"));

    assertThat(source(revisions))
        .isEqualTo(
            """
            package app.retort;

            import app.migrations.CreateAllTables;
            import app.migrations.Outer;
            import dev.retort.revision.Revision;
            import dev.retort.revision.RevisionInfo;
            import dev.retort.revision.RevisionRegistry;
            import java.util.List;
            import java.util.Map;

            /**
             * The revisions of this application, written by Retort from its {@code @Migration} classes at
             * each compilation. Found by {@link java.util.ServiceLoader}.
             */
            public final class AppRevisions implements RevisionRegistry {
              private static final Map<String, String> HEADS = Map.of(
                  "3f2a9c1b04de", "1:3f2a9c1b04de");

              @Override
              public Map<String, String> heads() {
                return HEADS;
              }

              @Override
              public List<RevisionInfo> revisions() {
                RevisionInfo[] revisions = {
                  revision(
                      "698c22942be3",
                      "Create all tables",
                      "1:698c22942be3"),
                  revision(
                      "3f2a9c1b04de",
                      "Say \\"$T\\"\\n",
                      "1:3f2a9c1b04de",
                      "698c22942be3")
                };
                return List.of(revisions);
              }

              @Override
              public Revision create(String id) {
                return switch (id) {
                  case "698c22942be3" -> new CreateAllTables();
                  case "3f2a9c1b04de" -> new Outer.AddStatus();
                  default -> throw new IllegalArgumentException("no revision " + id);
                };
              }

              private static RevisionInfo revision(String id, String message, String checksum,
                  String... downRevisions) {
                return new RevisionInfo(id, List.of(downRevisions), message, checksum);
              }
            }
            """);
  }

  @Test
  void knowsWhatIsIrreversible() {
    RegistryEntry first = entry("a1", List.of(), "", "First");
    RegistryEntry forGood =
        new RegistryEntry(first.info().withoutWayBack(), first.packageName(), first.className());

    RevisionRegistry registry = registry(List.of(forGood), Map.of("app.migrations.First", FIRST));

    assertThat(registry.revisions()).containsExactly(forGood.info());
  }

  @Test
  void knowsTheTimeoutsOfRevisions() {
    RegistryEntry first = entry("a1", List.of(), "", "First");
    RegistryEntry limited =
        new RegistryEntry(
            first.info().withoutWayBack().lockTimeout(0).statementTimeout(2_147_483_647),
            first.packageName(),
            first.className());

    RevisionRegistry registry = registry(List.of(limited), Map.of("app.migrations.First", FIRST));

    assertThat(registry.revisions()).containsExactly(limited.info());
  }

  @Test
  void withoutRevisionsThereIsNothingToDo() {
    RevisionRegistry registry = registry(List.of(), Map.of());

    assertThat(registry.heads()).isEmpty();
    assertThat(registry.revisions()).isEmpty();
    assertThatThrownBy(() -> registry.create("a")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsMoreHeadsThanMapOfTakes() {
    List<RegistryEntry> revisions =
        IntStream.range(0, 12).mapToObj(i -> entry("h" + i, List.of(), "", "First")).toList();

    assertThat(registry(revisions, Map.of("app.migrations.First", FIRST)).heads()).hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 250, 251, 10_000})
  void holdsAnyNumberOfRevisions(int count) {
    List<RegistryEntry> revisions = new ArrayList<>();
    StringBuilder classes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      List<String> downs = i == 0 ? List.of() : List.of(id(i - 1));
      revisions.add(entry(id(i), downs, "Revision number " + i, "Revisions.R" + i));
      classes.append("  public static final class R").append(i).append(" extends Base {}\n");
    }

    RevisionRegistry registry =
        registry(
            revisions,
            Map.of(
                "app.migrations.Revisions",
                "package app.migrations;\n"
                    + "public class Revisions {\n"
                    + "  public static class Base implements dev.retort.revision.Revision {\n"
                    + "    @Override public void upgrade(dev.retort.operation.Operations op) {}\n"
                    + "    @Override public void downgrade(dev.retort.operation.Operations op) {}\n"
                    + "  }\n"
                    + classes
                    + "}\n"));

    assertThat(registry.revisions())
        .isEqualTo(revisions.stream().map(RegistryEntry::info).toList());
    assertThat(registry.heads()).isEqualTo(Map.of(id(count - 1), "1:" + id(count - 1)));
    for (int i : Stream.of(0, count / 2, count - 1).distinct().toList()) {
      assertThat(registry.create(id(i)).getClass().getSimpleName()).isEqualTo("R" + i);
    }
    assertThatThrownBy(() -> registry.create("zzz"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no revision zzz");
  }

  @Test
  void knowsSeveralHeads() {
    List<RegistryEntry> revisions =
        List.of(
            entry("a", List.of(), "", "First"),
            entry("b", List.of("a"), "", "First"),
            entry("c", List.of("a"), "", "First"));

    RevisionRegistry registry = registry(revisions, Map.of("app.migrations.First", FIRST));

    assertThat(registry.heads()).isEqualTo(Map.of("b", "1:b", "c", "1:c"));
    Revision revision = registry.create("b");
    assertThat(Operations.record(revision::upgrade)).hasSize(1);
    assertThat(registry.create("b")).isNotSameAs(revision);
  }

  @Test
  void knowsTheStatementsOfUpgradesWithoutTheirClasses() {
    CompiledUpgrade upgrade =
        new CompiledUpgrade(3, List.of("CREATE TABLE \"a\\b\" (\n)", "COMMENT … '\uD83D\uDE00'"));
    List<RegistryEntry> revisions =
        List.of(compiled("a", List.of(), upgrade), entry("b", List.of("a"), "", "First"));

    RevisionRegistry registry = registry(revisions, Map.of("app.migrations.First", FIRST));

    assertThat(source(revisions))
        .contains(
            """
              @Override
              public Optional<CompiledUpgrade> compiledUpgrade(String id) {
                return Optional.ofNullable(Upgrades1.of(id));
              }
            """)
        .contains(
            """
              private static final class Upgrades1 {
                static CompiledUpgrade of(String id) {
                  return switch (id) {
                    case "a" -> upgrade(
                        3,
                        "CREATE TABLE \\"a\\\\b\\" (\\n)",
                        "COMMENT \\u2026 '\\ud83d\\ude00'");
                    default -> null;
                  };
                }
              }
            """);
    assertThat(source(revisions)).as("in any encoding").matches("\\p{ASCII}*");
    assertThat(registry.compiledUpgrade("a")).contains(upgrade);
    assertThat(registry.compiledUpgrade("b")).isEmpty();
  }

  @Test
  void holdsAnyNumberOfStatements() {
    List<RegistryEntry> revisions = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      int number = i;
      List<String> statements =
          IntStream.range(0, i % 100 == 0 ? 1_000 : 2)
              .mapToObj(each -> "SELECT " + number + " + " + each)
              .toList();
      revisions.add(
          compiled(
              id(i), i == 0 ? List.of() : List.of(id(i - 1)), new CompiledUpgrade(1, statements)));
    }
    RegistryEntry longest =
        compiled(
            "longest",
            List.of(id(599)),
            new CompiledUpgrade(1, List.of("SELECT '" + "ä".repeat(19_980) + "'")));
    revisions.add(longest);

    RevisionRegistry registry = registry(revisions, Map.of("app.migrations.First", FIRST));

    for (RegistryEntry revision : revisions) {
      assertThat(registry.compiledUpgrade(revision.info().id())).isEqualTo(revision.upgrade());
    }
  }

  private static RegistryEntry compiled(
      String id, List<String> downRevisions, CompiledUpgrade upgrade) {
    return new RegistryEntry(
        new RevisionInfo(id, downRevisions, "", "1:" + id),
        "app.migrations",
        "First",
        Optional.of(upgrade));
  }

  private static final String FIRST =
      """
      package app.migrations;

      import dev.retort.operation.Operations;
      import dev.retort.revision.Revision;

      public final class First implements Revision {
        @Override
        public void upgrade(Operations op) {
          op.execute("SELECT 1");
        }

        @Override
        public void downgrade(Operations op) {}
      }
      """;

  private static String id(int number) {
    return String.format("%012x", number);
  }

  private static RegistryEntry entry(
      String id, List<String> downRevisions, String message, String className) {
    return new RegistryEntry(
        new RevisionInfo(id, downRevisions, message, "1:" + id), "app.migrations", className);
  }

  private static String source(List<RegistryEntry> revisions) {
    return RegistrySource.of("app.retort", "AppRevisions", revisions).toString();
  }

  private static RevisionRegistry registry(
      List<RegistryEntry> revisions, Map<String, String> others) {
    Map<String, String> sources = new LinkedHashMap<>(others);
    sources.put("app.retort.AppRevisions", source(revisions));
    return Compiled.of(sources).create(RevisionRegistry.class, "app.retort.AppRevisions");
  }
}
