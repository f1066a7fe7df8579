package dev.retort;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a compiler for native images cannot see by itself. It sees calls, and services by
 * META-INF/services; whatever is found by name or by reflection it has to be told of.
 */
class ReachabilityTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.retort");

  private static final String STEP_CONNECTION = "dev.retort.migrate.StepConnection";

  private static final String METADATA = "/META-INF/native-image/dev.retort/retort-runtime/";

  @Test
  void nothingButTheConnectionOfStepsIsReflective() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(STEP_CONNECTION)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(Class.class)))
                .and(
                    target(
                        nameMatching(
                            "forName|getResource.*|get(Declared)?(Method|Constructor|Field)s?|newInstance"))))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(ClassLoader.class)))
                .and(target(nameMatching("loadClass|getResource.*|resources"))))
        .check(CLASSES);
  }

  /** The connection's statements are of the types that its methods return. */
  @Test
  void theMetadataNamesWhatTheConnectionOfStepsWraps() throws IOException {
    List<String> wrapped =
        Stream.concat(
                Stream.of(Connection.class),
                Stream.of(Connection.class.getMethods())
                    .<Class<?>>map(method -> method.getReturnType())
                    .filter(Statement.class::isAssignableFrom))
            .map(Class::getName)
            .distinct()
            .toList();

    assertThat(named("proxy-config.json")).containsExactlyInAnyOrderElementsOf(wrapped);
    assertThat(named("reflect-config.json")).containsExactlyInAnyOrderElementsOf(wrapped);
  }

  private static List<String> named(String file) throws IOException {
    try (InputStream stream = ReachabilityTest.class.getResourceAsStream(METADATA + file)) {
      Matcher matcher =
          Pattern.compile("java\\.sql\\.\\w+").matcher(new String(stream.readAllBytes(), UTF_8));
      List<String> names = new ArrayList<>();
      while (matcher.find()) {
        names.add(matcher.group());
      }
      return names;
    }
  }
}
