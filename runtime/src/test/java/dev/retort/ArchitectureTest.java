package dev.retort;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.retort.operation.RunStep;
import dev.retort.operation.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which package may use which; a new package must be given its place here. */
class ArchitectureTest {

  private static final String ROOT = "dev.retort";

  /** Every package with those of the others that it may use. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("problem", Set.of()),
          Map.entry("catalog", Set.of("schema", "postgres", "operation", "diff")),
          Map.entry("schema", Set.of()),
          Map.entry("model", Set.of()),
          Map.entry("operation", Set.of("schema")),
          Map.entry("revision", Set.of("problem", "operation")),
          Map.entry("canonical", Set.of("schema", "operation")),
          Map.entry("diff", Set.of("schema", "operation")),
          Map.entry("postgres", Set.of("schema", "operation", "revision")),
          Map.entry(
              "migrate",
              Set.of("problem", "schema", "operation", "revision", "canonical", "postgres")),
          Map.entry("predecessor", Set.of("problem", "schema", "postgres")),
          Map.entry(
              "",
              Set.of(
                  "problem",
                  "schema",
                  "operation",
                  "revision",
                  "catalog",
                  "migrate",
                  "predecessor")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void everyPackageHasItsPlace() {
    Set<String> found = new TreeSet<>();
    CLASSES.forEach(each -> found.add(each.getPackageName()));
    Set<String> known = new TreeSet<>();
    ALLOWED.keySet().forEach(name -> known.add(packageOf(name)));

    assertThat(found).hasSizeGreaterThan(6);
    assertThat(known).containsAll(found);
  }

  @Test
  void packagesUseOnlyWhatTheyMay() {
    ALLOWED.forEach(
        (name, used) -> {
          List<String> may = new ArrayList<>(List.of(packageOf(name), "java..", "javax.sql"));
          if (name.equals("migrate")) {
            may.add("jdk.jfr");
          }
          used.forEach(other -> may.add(packageOf(other)));
          classes()
              .that()
              .resideInAPackage(packageOf(name))
              .should()
              .onlyDependOnClassesThat()
              .resideInAnyPackage(may.toArray(String[]::new))
              .allowEmptyShould(true)
              .check(CLASSES);
        });
  }

  @Test
  void noTwoPackagesNeedEachOther() {
    slices().matching(ROOT + ".(*)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void jdbcIsUsedAtTheEdgeAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT, packageOf("catalog"), packageOf("migrate"), packageOf("predecessor"))
        .and()
        .doNotBelongToAnyOf(Step.class, RunStep.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql", "javax.sql")
        .check(CLASSES);
  }

  private static String packageOf(String name) {
    return name.isEmpty() ? ROOT : ROOT + "." + name;
  }
}
