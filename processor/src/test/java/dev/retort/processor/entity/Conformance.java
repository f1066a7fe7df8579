package dev.retort.processor.entity;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.retort.processor.generate.FirstRevision;
import dev.retort.schema.Schema;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One comparison of Hibernate's schema with that of the revision that is drafted.
 *
 * @param facts how many facts Hibernate's database states
 * @param differences what one database states and the other does not, marked by - and +
 * @param hibernate Hibernate, to validate with
 * @param database the database made by the drafted revision
 */
record Conformance(
    int facts, List<String> differences, HibernateOracle hibernate, TestDatabase database) {

  /** A condition in parentheses, which may hold some itself. */
  private static final String HALF = "\\(((?:[^()]|\\([^()]*\\))+)\\)";

  private static final Pattern RANGE = Pattern.compile("\\(" + HALF + " AND " + HALF + "\\)");

  private static final AtomicInteger ALL_FACTS = new AtomicInteger();
  private static final AtomicInteger ALL_DIFFERENCES = new AtomicInteger();

  /**
   * Makes both databases and compares them; prints the figures of this set and of all so far.
   *
   * @param classPath where the classes are, and what they need beside Hibernate
   */
  static Conformance of(
      String set,
      Compilation compilation,
      List<Path> classPath,
      HibernateLibrary library,
      MappingOptions options)
      throws Exception {
    return of(set, compilation, classPath, library, options, List.of());
  }

  /**
   * The same for a model that needs what neither schema creates.
   *
   * @param before SQL to run in both databases first
   */
  static Conformance of(
      String set,
      Compilation compilation,
      List<Path> classPath,
      HibernateLibrary library,
      MappingOptions options,
      List<String> before)
      throws Exception {
    HibernateOracle hibernate =
        new HibernateOracle(library, classPath, compilation.managedNames(), options);
    TestDatabase expected = TestDatabase.create();
    TestDatabase actual = TestDatabase.create();
    for (String statement : before) {
      expected.execute(statement);
      actual.execute(statement);
    }
    hibernate.create(expected);
    Schema schema = compilation.schema(options.naming());
    try (Connection connection = actual.connection();
        Statement statement = connection.createStatement()) {
      FirstRevision.of(schema).upgrade(statement);
    }
    Set<String> namespaces = namespaces(schema);
    SortedSet<String> wanted = facts(expected, namespaces);
    List<String> differences = differences(wanted, facts(actual, namespaces));
    System.out.printf(
        "%s, Hibernate %s, %s naming: %d facts, %d differ (in total %d facts, %d differ)%n",
        set,
        library == HibernateLibrary.SIX ? "6.6" : "7",
        options.naming(),
        wanted.size(),
        differences.size(),
        ALL_FACTS.addAndGet(wanted.size()),
        ALL_DIFFERENCES.addAndGet(differences.size()));
    return new Conformance(wanted.size(), differences, hibernate, actual);
  }

  private static Set<String> namespaces(Schema schema) {
    return Stream.concat(schema.tables().keySet().stream(), schema.sequences().keySet().stream())
        .flatMap(name -> name.namespace().stream())
        .collect(toCollection(TreeSet::new));
  }

  /** Has Hibernate check the database made by the drafted revision; throws if it objects. */
  void validate() throws Exception {
    hibernate.validate(database);
  }

  /** What only one of the two states, marked by - and +. */
  static List<String> differences(SortedSet<String> wanted, SortedSet<String> found) {
    List<String> differences = new ArrayList<>();
    wanted.stream().filter(fact -> !found.contains(fact)).forEach(f -> differences.add("- " + f));
    found.stream().filter(fact -> !wanted.contains(fact)).forEach(f -> differences.add("+ " + f));
    return differences;
  }

  /** What the database states, in the namespaces beside the default one too. */
  static SortedSet<String> facts(TestDatabase database, Set<String> namespaces) throws Exception {
    SortedSet<String> facts = new TreeSet<>(CatalogFacts.all().of(database));
    try (Connection connection = database.connection()) {
      for (String namespace : namespaces) {
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
