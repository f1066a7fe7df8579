package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole models of applications, read from their jars on Maven Central and compared with Hibernate
 * as in {@link HibernateConformanceTest}. Nobody wrote them for this test.
 *
 * <p>{@code target/published} holds a folder for each release, filled by the build: the jar after
 * which the folder is called, and what the annotations on its classes and loading them need.
 */
class PublishedModelsTest {

  private static final Path MODELS = Path.of("target/published");

  /** Each model with the number of its classes, version of Hibernate and naming. */
  static Stream<Arguments> models() {
    List<Arguments> cases = new ArrayList<>();
    for (HibernateLibrary hibernate : HibernateLibrary.values()) {
      for (MappingOptions.Naming naming : MappingOptions.Naming.values()) {
        cases.add(Arguments.of("keycloak-model-jpa-26.5.7", 64, hibernate, naming));
        cases.add(Arguments.of("dspace-api-9.0", 52, hibernate, naming));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}, {2}, {3}")
  @MethodSource("models")
  void schemaIsHibernates(
      String model,
      int classes,
      HibernateLibrary hibernate,
      MappingOptions.Naming naming,
      @TempDir Path empty)
      throws Exception {
    List<Path> jars = HibernateLibrary.jarsIn(MODELS.resolve(model));
    Path jar = MODELS.resolve(model).resolve(model + ".jar");
    Compilation compilation =
        Compilation.ofClasses(EntityJar.topLevelNames(jar), jars, empty, hibernate);

    Conformance result =
        Conformance.of(model, compilation, jars, hibernate, MappingOptions.of(naming));

    assertThat(compilation.managedNames()).hasSize(classes);
    assertThat(compilation.findings()).isEmpty();
    assertThat(result.differences()).isEmpty();
    assertThat(result.facts()).isGreaterThan(500);
    result.validate();
  }
}
