package dev.retort.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.retort.catalog.LiveSchema;
import dev.retort.operation.Operation;
import dev.retort.postgres.LockMode;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The dependencies between the commands' packages that docs/architecture.md allows. */
@AnalyzeClasses(packages = "dev.retort.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "dev.retort.cli";

  /** Every package with those of the others that it may use. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "output", Set.of(),
          "graph", Set.of(),
          "connection", Set.of("output"),
          "setup", Set.of(),
          "project", Set.of("output", "setup"),
          "result", Set.of("output", "graph", "project", "setup"),
          "command", Set.of("output", "connection", "project", "result", "setup"),
          "", Set.of("output", "project", "command"));

  @ArchTest
  static final ArchRule noCycles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static void everyPackageHasItsPlaceAndUsesWhatItMay(JavaClasses all) {
    Set<String> found = new TreeSet<>();
    all.forEach(each -> found.add(each.getPackageName()));
    Set<String> known = new TreeSet<>();
    ALLOWED.forEach(
        (name, used) -> {
          known.add(packageOf(name));
          List<String> mayNot = new ArrayList<>();
          ALLOWED.keySet().stream()
              .filter(other -> !other.equals(name) && !used.contains(other))
              .forEach(other -> mayNot.add(packageOf(other)));
          noClasses()
              .that()
              .resideInAPackage(packageOf(name))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(mayNot.toArray(String[]::new))
              .allowEmptyShould(true)
              .check(all);
        });
    assertThat(found).hasSizeGreaterThan(4);
    assertThat(known).containsAll(found);
  }

  @ArchTest
  static final ArchRule onlyCommandsAreReadByPicocli =
      noClasses()
          .that(not(resideInAnyPackage(ROOT, ROOT + ".command")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule onlyConnectionsSeeTheDriver =
      noClasses()
          .that(not(resideInAPackage(ROOT + ".connection")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.postgresql..", "java.sql..");

  /**
   * What may be run, what differs, what is drafted: others know that; their answers are shown, and
   * a live schema is handed on as it is.
   */
  @ArchTest
  static final ArchRule nothingIsDecidedAboutMigrations =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "dev.retort.operation..",
                      "dev.retort.schema..",
                      "dev.retort.diff..",
                      "dev.retort.postgres..",
                      "dev.retort.catalog..")
                  .and(
                      not(
                          belongToAnyOf(
                              Operation.class,
                              QualifiedName.class,
                              LockMode.class,
                              LiveSchema.class))));

  @ArchTest
  static final ArchRule commandsKeepToThemselves =
      classes()
          .that()
          .resideInAPackage(ROOT + ".command")
          .and()
          .haveSimpleNameEndingWith("Command")
          .should()
          .notBePublic();

  private static String packageOf(String name) {
    return name.isEmpty() ? ROOT : ROOT + "." + name;
  }
}
