package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole models of applications, read from their jars on Maven Central and compared with Hibernate
 * as in {@link HibernateConformanceTest}. Nobody wrote them for this test.
 *
 * <p>{@code target/published} holds a folder for each release, filled by the build: the jar after
 * which the folder is called, and what the annotations on its classes and loading them need. Any
 * other model is compared with {@code -Dretort.published}, see CONTRIBUTING.md.
 */
class PublishedModelsTest {

  private static final Path MODELS = Path.of("target/published");

  /** Names folders to compare, each with a package after a slash if that is a model of its own. */
  private static final String NAMED = "retort.published";

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

  /** What {@code -Dretort.published} names, with each version of Hibernate and naming. */
  static Stream<Arguments> namedModels() {
    List<Arguments> cases = new ArrayList<>();
    String only = System.getProperty("retort.published.hibernate", "");
    for (String model : System.getProperty(NAMED).split(",", -1)) {
      for (HibernateLibrary hibernate : HibernateLibrary.values()) {
        for (MappingOptions.Naming naming : MappingOptions.Naming.values()) {
          if (only.isEmpty() || only.equals(hibernate.name())) {
            cases.add(Arguments.of(model, hibernate, naming));
          }
        }
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

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @MethodSource("namedModels")
  @EnabledIfSystemProperty(named = NAMED, matches = ".+")
  void schemaOfNamedModelIsHibernates(
      String named, HibernateLibrary hibernate, MappingOptions.Naming naming, @TempDir Path empty)
      throws Exception {
    String model = named.replaceFirst("/.*", "");
    String within = named.contains("/") ? named.replaceFirst(".*/", "") + "." : "";
    List<Path> jars = withoutThoseOf(hibernate, HibernateLibrary.jarsIn(MODELS.resolve(model)));
    List<String> names =
        EntityJar.topLevelNames(MODELS.resolve(model).resolve(model + ".jar")).stream()
            .filter(name -> name.startsWith(within))
            .toList();
    Compilation compilation = Compilation.ofClasses(names, jars, empty, hibernate);
    compilation.findings().forEach(System.out::println);

    Conformance result =
        Conformance.of(named, compilation, jars, hibernate, MappingOptions.of(naming));

    assertThat(result.facts()).isPositive();
    assertThat(result.differences()).isEmpty();
    result.validate();
  }

  /** The jars but those that the version of Hibernate brings, whatever their versions. */
  private static List<Path> withoutThoseOf(HibernateLibrary hibernate, List<Path> jars) {
    Set<String> brought = new TreeSet<>();
    hibernate.jars().forEach(jar -> brought.add(artifact(jar)));
    return jars.stream().filter(jar -> !brought.contains(artifact(jar))).toList();
  }

  private static String artifact(Path jar) {
    return jar.getFileName().toString().replaceFirst("-\\d.*", "");
  }
}
