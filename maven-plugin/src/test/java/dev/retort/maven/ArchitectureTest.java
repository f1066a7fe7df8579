package dev.retort.maven;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.retort.Registries;
import dev.retort.cli.RetortCli;
import dev.retort.cli.Surroundings;
import dev.retort.cli.command.CommandTree;
import dev.retort.cli.output.ExitCode;
import dev.retort.migrate.RegistryException;
import dev.retort.migrate.RetortVersion;
import dev.retort.problem.Problem;
import dev.retort.revision.RevisionRegistry;

/** What docs/architecture.md says of the goals: words for commands, and the one way to run them. */
@AnalyzeClasses(packages = "dev.retort.maven", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "dev.retort.maven";

  /** Nothing is done here that a shell could not do: goals know of commands and nothing below. */
  @ArchTest
  static final ArchRule goalsOnlyRunCommands =
      noClasses()
          .that()
          .resideInAPackage(ROOT)
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.retort..")
                  .and(not(resideInAPackage(ROOT + "..")))
                  .and(
                      not(
                          belongToAnyOf(
                              RetortCli.class,
                              Surroundings.class,
                              ExitCode.class,
                              CommandTree.class,
                              Registries.class,
                              RegistryException.class,
                              RevisionRegistry.class,
                              RetortVersion.class,
                              Problem.class))));

  @ArchTest
  static final ArchRule commandsAreRunInOnePlace =
      classes()
          .that(not(simpleName("RetortMojo")).and(resideInAPackage(ROOT)))
          .should()
          .onlyDependOnClassesThat(not(belongToAnyOf(RetortCli.class)));

  @ArchTest
  static final ArchRule databasesAreTheCommandsMatter =
      noClasses()
          .that()
          .resideInAPackage(ROOT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..");

  @ArchTest
  static final ArchRule onlyGoalsSeeMavensSession =
      noClasses()
          .that(not(assignableTo(RetortMojo.class)).and(resideInAPackage(ROOT)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.maven.execution..", "org.apache.maven.plugin..");

  @ArchTest
  static final ArchRule onlyWordsReadTheModelOfCommands =
      noClasses()
          .that(not(simpleName("GoalWords")).and(resideInAPackage(ROOT)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  /** Maven makes what is public and concrete; all else is the plugin's own. */
  @ArchTest
  static final ArchRule onlyGoalsArePublic =
      classes()
          .that()
          .resideInAPackage(ROOT)
          .and(not(assignableTo(RetortMojo.class).and(not(modifier(JavaModifier.ABSTRACT)))))
          .should()
          .notBePublic();
}
