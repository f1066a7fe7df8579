package dev.retort.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code cases} is one compilation: {@code input} holds its sources, {@code options}
 * the processor's options if any, {@code messages.txt} every error and warning that it must give,
 * and {@code expected} the files that it must generate.
 *
 * <p>{@code -Dretort.rewrite=true} writes what was seen in place of what was expected.
 */
class CompileCasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

  @TestFactory
  Stream<DynamicTest> cases() {
    return list(CASES)
        .filter(Files::isDirectory)
        .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> run(folder)));
  }

  private static void run(Path folder) throws IOException {
    Compilation compilation =
        javac()
            .withProcessors(new RetortProcessor())
            .withOptions(options(folder.resolve("options")))
            .compile(sources(folder.resolve("input")));
    Goldens.check(folder.resolve("messages.txt"), messages(compilation));
    Path expected = folder.resolve("expected");
    if (Files.isDirectory(expected)) {
      try (Stream<Path> files = Files.walk(expected)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Goldens.check(file, generated(compilation, expected.relativize(file).toString()));
        }
      }
    }
  }

  /** Every error and warning as {@code KIND File.java:line text}, in the compiler's order. */
  private static String messages(Compilation compilation) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
      if (diagnostic.getKind() != Diagnostic.Kind.NOTE) {
        String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
        lines.add(kind + " " + place(diagnostic) + diagnostic.getMessage(Locale.ROOT));
      }
    }
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static String place(Diagnostic<? extends JavaFileObject> diagnostic) {
    if (diagnostic.getSource() == null) {
      return "";
    }
    Path path = Path.of(diagnostic.getSource().toUri().getPath());
    return path.getFileName() + ":" + diagnostic.getLineNumber() + " ";
  }

  private static String generated(Compilation compilation, String path) throws IOException {
    StandardLocation location =
        path.endsWith(".java") ? StandardLocation.SOURCE_OUTPUT : StandardLocation.CLASS_OUTPUT;
    JavaFileObject file =
        compilation
            .generatedFile(location, path)
            .orElseThrow(() -> new AssertionError("not generated: " + path));
    return file.getCharContent(true).toString();
  }

  private static List<String> options(Path file) throws IOException {
    List<String> options = new ArrayList<>(List.of("-Xlint:all", "-parameters"));
    if (Files.exists(file)) {
      options.addAll(Files.readAllLines(file));
    }
    return options;
  }

  private static List<JavaFileObject> sources(Path input) throws IOException {
    try (Stream<Path> files = Files.walk(input)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(CompileCasesTest::source)
          .toList();
    }
  }

  private static JavaFileObject source(Path file) {
    try {
      return JavaFileObjects.forResource(file.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
