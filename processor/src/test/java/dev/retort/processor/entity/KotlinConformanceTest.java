package dev.retort.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Entities written in Kotlin, read from the class files that Kotlin's compiler makes of them, and
 * compared with Hibernate as in {@link HibernateConformanceTest}. The build copies the compiler to
 * {@code target/kotlin}.
 */
class KotlinConformanceTest {

  private static final Path SOURCES = Path.of("src/test/resources/kotlin-entities");
  private static final Path KOTLIN = Path.of("target/kotlin");

  @TempDir static Path classes;

  @BeforeAll
  static void compile() throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            path(HibernateLibrary.jarsIn(KOTLIN)),
            "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
            "-no-stdlib",
            "-no-reflect",
            "-jvm-target",
            "17",
            "-cp",
            path(classPath(HibernateLibrary.SIX.jars())),
            "-d",
            classes.toString(),
            SOURCES.toString());
    Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(compiler.waitFor()).as(output).isZero();
  }

  static Stream<Arguments> versions() {
    return Stream.of(HibernateLibrary.values())
        .flatMap(
            hibernate ->
                Stream.of(MappingOptions.Naming.values())
                    .map(naming -> Arguments.of(hibernate, naming)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("versions")
  void schemaIsHibernates(
      HibernateLibrary hibernate, MappingOptions.Naming naming, @TempDir Path empty)
      throws Exception {
    List<Path> classPath = classPath(List.of(classes));
    Compilation compilation = Compilation.ofClasses(names(), classPath, empty, hibernate);

    Conformance result =
        Conformance.of("kotlin", compilation, classPath, hibernate, MappingOptions.of(naming));

    assertThat(compilation.findings()).isEmpty();
    assertThat(result.differences()).isEmpty();
    assertThat(result.facts()).isGreaterThan(50);
    result.validate();
  }

  /** The entries, and what classes that Kotlin compiled need. */
  private static List<Path> classPath(List<Path> entries) {
    List<Path> all = new ArrayList<>(entries);
    HibernateLibrary.jarsIn(KOTLIN).stream()
        .filter(
            jar -> jar.getFileName().toString().matches("(kotlin-stdlib|annotations)-[0-9.]+jar"))
        .forEach(all::add);
    return all;
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.contains("$"))
          .map(file -> file.replace(".class", "").replace(File.separatorChar, '.'))
          .sorted()
          .toList();
    }
  }

  private static String path(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
