package dev.retort.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.retort.migrate.RetortVersion;
import javax.lang.model.element.Modifier;

/** The dependencies between the processor's packages that docs/architecture.md allows. */
@AnalyzeClasses(
    packages = "dev.retort.processor",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "dev.retort.processor";

  @ArchTest
  static final ArchRule noCycles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingDependsOnTheWiring =
      noClasses()
          .that(not(resideInAPackage(ROOT)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT);

  /** {@code Modifier} is JavaPoet's vocabulary too. */
  @ArchTest
  static final ArchRule textsAndWritersDoNotSeeTheCompilersModel =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".diagnostic..", ROOT + ".generate..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("javax.lang.model.element..").and(not(type(Modifier.class))));

  @ArchTest
  static final ArchRule onlyReportPrints =
      noClasses()
          .that(not(resideInAPackage(ROOT + ".report..")))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("javax.annotation.processing.Messager");

  @ArchTest
  static final ArchRule onlyReportAndTheNestedCompilerSeeSyntaxTrees =
      noClasses()
          .that(not(resideInAnyPackage(ROOT + ".report..", ROOT + ".migration..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.source..");

  @ArchTest
  static final ArchRule onlyGenerateUsesJavaPoet =
      noClasses()
          .that(not(resideInAPackage(ROOT + ".generate..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.palantir.javapoet..");

  @ArchTest
  static final ArchRule readersDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".entity..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".migration..", ROOT + ".generate..", ROOT + ".drift..");

  @ArchTest
  static final ArchRule migrationDoesNotKnowEntities =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".migration..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".entity..", ROOT + ".generate..", ROOT + ".drift..");

  @ArchTest
  static final ArchRule nothingTouchesADatabase =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.sql..", "dev.retort.migrate..")
                  .and(not(type(RetortVersion.class))));

  @ArchTest
  static final ArchRule packagesKeepTheirHelpers =
      classes()
          .that()
          .resideInAPackage(ROOT)
          .and()
          .doNotHaveSimpleName("RetortProcessor")
          .should()
          .notBePublic();
}
