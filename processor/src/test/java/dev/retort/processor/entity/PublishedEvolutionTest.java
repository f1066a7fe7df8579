package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.processor.generate.DraftedOperations;
import dev.retort.processor.generate.DraftedRun;
import dev.retort.processor.generate.Rows;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published models from release to release, with a row in each table: the drafted revisions lead
 * from one release's schema to that which Hibernate exports for the next, and all the way back.
 * What Hibernate's own {@code hbm2ddl.auto=update} makes of the same steps is printed beside it.
 */
class PublishedEvolutionTest {

  private static final Path MODELS = Path.of("target/published");

  private static final Set<String> NO_NAMESPACES = Set.of();

  @TempDir private Path empty;

  @ParameterizedTest(name = "{0}, {2} naming")
  @CsvSource({
    "keycloak-model-jpa, 22.0.5 24.0.5 26.5.7, JPA",
    "keycloak-model-jpa, 22.0.5 24.0.5 26.5.7, SPRING",
    "dspace-api, 8.1 9.0, JPA",
    "dspace-api, 8.1 9.0, SPRING",
  })
  void draftsLeadFromReleaseToRelease(String model, String versions, MappingOptions.Naming naming)
      throws Exception {
    List<Release> releases = new ArrayList<>();
    for (String version : versions.split(" ", -1)) {
      releases.add(release(model, version, naming));
    }
    List<List<Operation>> upgrades = new ArrayList<>();
    List<Schema> reached = new ArrayList<>(List.of(Schema.empty()));
    TestDatabase migrated = TestDatabase.create();
    TestDatabase updated = TestDatabase.create();
    releases.get(0).hibernate().create(updated);

    try (Connection connection = migrated.connection();
        Statement statement = connection.createStatement()) {
      Rows rows = new Rows(statement);
      for (Release release : releases) {
        Schema before = reached.get(reached.size() - 1);
        List<Operation> upgrade = SchemaDiffer.diff(before, release.schema());
        Schema after =
            DraftedRun.run(statement, DraftedOperations.ofUpgrade(upgrade, before), before);
        upgrades.add(upgrade);
        reached.add(after);
        release.hibernate().update(updated);
        List<String> differences = release.differences(migrated);
        System.out.printf(
            "%s, %s naming: %d operations, %d facts, %d differ; after hbm2ddl.auto=update %d%n",
            release.name(),
            naming,
            upgrade.size(),
            release.facts().size(),
            differences.size(),
            release.differences(updated).size());
        assertThat(differences).isEmpty();
        release.hibernate().validate(migrated);
        assertOneRowEach(rows, after);
      }
      for (int i = releases.size() - 1; i > 0; i--) {
        List<Operation> downgrade = Inverses.of(upgrades.get(i), reached.get(i)).orElseThrow();
        Schema restored =
            DraftedRun.run(
                statement,
                DraftedOperations.ofDowngrade(downgrade, reached.get(i + 1)),
                reached.get(i + 1));
        assertThat(releases.get(i - 1).differences(migrated)).isEmpty();
        assertOneRowEach(rows, restored);
      }
    }
  }

  private static void assertOneRowEach(Rows rows, Schema schema) throws SQLException {
    for (QualifiedName table : schema.tables().keySet()) {
      assertThat(rows.count(table)).as("rows of %s", table).isEqualTo(1);
    }
  }

  private Release release(String model, String version, MappingOptions.Naming naming)
      throws Exception {
    List<Path> jars = HibernateLibrary.jarsIn(MODELS.resolve(model + "-" + version));
    Path jar = MODELS.resolve(model + "-" + version).resolve(model + "-" + version + ".jar");
    Compilation compilation =
        Compilation.ofClasses(EntityJar.topLevelNames(jar), jars, empty, HibernateLibrary.SEVEN);
    assertThat(compilation.findings()).isEmpty();
    HibernateOracle hibernate =
        new HibernateOracle(
            HibernateLibrary.SEVEN, jars, compilation.managedNames(), MappingOptions.of(naming));
    TestDatabase exported = TestDatabase.create();
    hibernate.create(exported);
    return new Release(
        model + " " + version,
        compilation.schema(naming),
        hibernate,
        Conformance.facts(exported, NO_NAMESPACES));
  }

  /**
   * A release of a model.
   *
   * @param schema the schema that is read from its classes
   * @param hibernate Hibernate with the same classes
   * @param facts what Hibernate's export states
   */
  private record Release(
      String name, Schema schema, HibernateOracle hibernate, SortedSet<String> facts) {

    private Release {
      facts = Collections.unmodifiableSortedSet(facts);
    }

    List<String> differences(TestDatabase database) throws Exception {
      return Conformance.differences(facts, Conformance.facts(database, NO_NAMESPACES));
    }
  }
}
