package dev.retort.processor.entity;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each set of entities, one database made by Hibernate and one from the schema that is read:
 * their catalogs must state the same facts, and Hibernate must accept the second.
 */
class HibernateConformanceTest {

  private static final Pattern RANGE = Pattern.compile("\\(\\(([^()]+)\\) AND \\(([^()]+)\\)\\)");

  private static final Path SETS = Path.of("src/test/resources/entity-sets");

  static Stream<Arguments> sets() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(SETS)) {
      for (Path file : files.sorted().toList()) {
        for (MappingOptions.Naming naming : MappingOptions.Naming.values()) {
          cases.add(Arguments.of(file.getFileName().toString().replace(".java", ""), naming));
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("sets")
  void schemaIsHibernates(String set, MappingOptions.Naming naming, @TempDir Path classes)
      throws Exception {
    boolean beanValidation = set.equals("validation");
    Compilation compilation = Compilation.of(SETS.resolve(set + ".java"), classes, beanValidation);
    HibernateOracle hibernate =
        new HibernateOracle(
            classes,
            compilation.managedNames(),
            MappingOptions.of(naming).withBeanValidation(beanValidation));
    TestDatabase expected = TestDatabase.create();
    TestDatabase actual = TestDatabase.create();

    hibernate.create(expected);
    SchemaCreation.create(compilation.schema(naming), actual);

    SortedSet<String> wanted = facts(expected, compilation, naming);
    SortedSet<String> found = facts(actual, compilation, naming);
    List<String> differences = new ArrayList<>();
    wanted.stream().filter(fact -> !found.contains(fact)).forEach(f -> differences.add("- " + f));
    found.stream().filter(fact -> !wanted.contains(fact)).forEach(f -> differences.add("+ " + f));
    System.out.printf(
        "%s, %s naming: %d facts, %d differ%n", set, naming, wanted.size(), differences.size());
    assertThat(compilation.findings()).isEmpty();
    assertThat(differences).isEmpty();
    assertThat(wanted).isNotEmpty();
    hibernate.validate(actual);
  }

  private static SortedSet<String> facts(
      TestDatabase database, Compilation compilation, MappingOptions.Naming naming)
      throws Exception {
    SortedSet<String> facts = new TreeSet<>(CatalogFacts.all().of(database));
    try (Connection connection = database.connection()) {
      for (String namespace : SchemaCreation.namespaces(compilation.schema(naming))) {
        CatalogFacts.all()
            .of(connection, namespace)
            .forEach(fact -> facts.add(namespace + ": " + fact));
      }
    }
    SortedSet<String> sorted = new TreeSet<>();
    facts.forEach(fact -> sorted.add(withSortedConditions(fact)));
    return sorted;
  }

  /**
   * Puts the two halves of a range in one order: Hibernate takes the constraints of Bean Validation
   * from a set, so that {@code x >= 1 and x <= 9} is written either way from run to run.
   */
  private static String withSortedConditions(String fact) {
    return RANGE
        .matcher(fact)
        .replaceAll(
            range ->
                Stream.of(range.group(1), range.group(2))
                    .sorted()
                    .map(Matcher::quoteReplacement)
                    .collect(joining(") AND (", "((", "))")));
  }
}
