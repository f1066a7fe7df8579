package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.entity.source.GeneratorClass;
import dev.retort.processor.entity.source.HibernateSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each set of entities and each version of Hibernate, one database made by Hibernate and one by
 * the revision that is drafted for them: their catalogs must state the same facts, and Hibernate
 * must accept the second.
 */
class HibernateConformanceTest {

  private static final Path SETS = Path.of("src/test/resources/entity-sets");

  /** What a set begins with that uses what Hibernate 6.6 and Jakarta Persistence 3.1 lack. */
  private static final String SEVEN_ONLY = "// Hibernate 7";

  /** What a set begins with that uses what Hibernate 7 has moved elsewhere. */
  private static final String SIX_ONLY = "// Hibernate 6.6";

  /**
   * How a set states Hibernate's settings, as {@code -Aretort.settings} would; it may have many.
   */
  private static final Pattern SETTINGS = Pattern.compile("(?m)^// Settings: (.+)$");

  /** SQL that a set needs to be run in both databases first; it may have many. */
  private static final Pattern BEFORE = Pattern.compile("(?m)^// Before: (.+)$");

  /** What the generator classes in the sets need, as {@code -Aretort.generators} would say it. */
  private static final Map<String, GeneratorClass> GENERATORS =
      Map.of(
          "sets.owngenerators.Numbers",
          new GeneratorClass(GeneratorClass.Kind.SEQUENCE, 1000, 20),
          "sets.owngenerators.Rows",
          GeneratorClass.of(GeneratorClass.Kind.TABLE));

  /** What is told of a set that is read all the same. */
  private static final Map<String, String> WARNINGS =
      Map.of("collection-types", "[RT317]", "plurals", "[RT319]");

  /** All sets, or the one that {@code -Dretort.set} names. */
  static Stream<Arguments> sets() throws IOException {
    String chosen = System.getProperty("retort.set", "");
    List<Arguments> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(SETS)) {
      for (Path file : files.sorted().toList()) {
        String only =
            Files.readString(file).startsWith(SEVEN_ONLY)
                ? "SEVEN"
                : Files.readString(file).startsWith(SIX_ONLY) ? "SIX" : "";
        for (HibernateLibrary hibernate : HibernateLibrary.values()) {
          for (MappingOptions.Naming naming : MappingOptions.Naming.values()) {
            if (only.isEmpty() || hibernate.name().equals(only)) {
              String set = file.getFileName().toString().replace(".java", "");
              if (!chosen.isEmpty() && !chosen.equals(set)) {
                continue;
              }
              for (String settings : settings(Files.readString(file))) {
                cases.add(Arguments.of(set, hibernate, naming, settings));
              }
            }
          }
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}, {1}, {2} {3}")
  @MethodSource("sets")
  void schemaIsHibernates(
      String set,
      HibernateLibrary hibernate,
      MappingOptions.Naming naming,
      String stated,
      @TempDir Path classes)
      throws Exception {
    boolean beanValidation = set.equals("validation");
    Path source = SETS.resolve(set + ".java");
    HibernateSettings settings =
        stated.isEmpty()
            ? HibernateSettings.NONE
            : HibernateSettings.parse(List.of(stated.split(",", -1))).orElseThrow();
    Compilation compilation =
        Compilation.of(source, classes, hibernate, beanValidation, GENERATORS, settings);

    Conformance result =
        Conformance.of(
            (set + " " + stated).strip(),
            compilation,
            List.of(classes),
            hibernate,
            MappingOptions.of(naming).withBeanValidation(beanValidation).withSettings(settings),
            BEFORE.matcher(Files.readString(source)).results().map(m -> m.group(1)).toList());

    String warning = WARNINGS.getOrDefault(set, "no finding");
    assertThat(compilation.findings()).allMatch(finding -> finding.contains(warning));
    assertThat(compilation.findings().isEmpty()).isNotEqualTo(WARNINGS.containsKey(set));
    assertThat(result.differences()).isEmpty();
    assertThat(result.facts()).isPositive();
    result.validate();
  }

  /**
   * Class files that were compiled with newer annotations than those on the class path: reflection,
   * by which Hibernate reads, passes over the members that the older ones do not declare.
   */
  @ParameterizedTest
  @EnumSource
  void newerAnnotationsSayWhatTheOlderDeclare(
      MappingOptions.Naming naming, @TempDir Path classes, @TempDir Path empty) throws Exception {
    Path source = SETS.resolve("newer-annotations.java");
    Compilation newer = Compilation.of(source, classes, HibernateLibrary.SEVEN, false);
    Compilation older =
        Compilation.ofClasses(newer.managedNames(), List.of(classes), empty, HibernateLibrary.SIX);

    Conformance result =
        Conformance.of(
            "newer annotations",
            older,
            List.of(classes),
            HibernateLibrary.SIX,
            MappingOptions.of(naming));

    assertThat(older.findings()).isEmpty();
    assertThat(result.differences()).isEmpty();
    assertThat(result.facts()).isPositive();
    result.validate();
  }

  /** Each of the settings that a set is read with; one that is empty where it states none. */
  private static List<String> settings(String source) {
    List<String> stated = SETTINGS.matcher(source).results().map(match -> match.group(1)).toList();
    return stated.isEmpty() ? List.of("") : stated;
  }
}
