package dev.retort.processor.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * Compiles sources in memory, against the JDK and the libraries of the surrounding compilation, and
 * against nothing of the module that is being compiled.
 */
final class NestedCompiler {

  private final JavaCompiler javac;
  private final CompilationFiles files;
  private final SourceVersion sourceVersion;

  NestedCompiler(JavaCompiler javac, CompilationFiles files, SourceVersion sourceVersion) {
    this.javac = javac;
    this.files = files;
    this.sourceVersion = sourceVersion;
  }

  /**
   * What came of a compilation.
   *
   * @param classes the class files by binary name; incomplete where there are errors
   * @param errors the errors of the compiler
   */
  record Result(Map<String, byte[]> classes, List<Diagnostic<? extends JavaFileObject>> errors) {}

  /** Compiles the given sources together. */
  Result compile(List<SourceUnit> sources) {
    String release = sourceVersion.name().substring("RELEASE_".length());
    List<String> options =
        List.of(
            "-proc:none",
            "-nowarn",
            "-Xlint:none",
            "-g",
            "-XDuseUnsharedTable",
            "-source",
            release,
            "-target",
            release);
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    try (NestedFileManager manager =
        new NestedFileManager(
            javac.getStandardFileManager(collector, Locale.ROOT, StandardCharsets.UTF_8), files)) {
      List<SourceFile> units = sources.stream().map(SourceFile::new).toList();
      javac.getTask(null, manager, collector, options, Set.of(), units).call();
      List<Diagnostic<? extends JavaFileObject>> errors =
          collector.getDiagnostics().stream()
              .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
              .<Diagnostic<? extends JavaFileObject>>map(diagnostic -> diagnostic)
              .toList();
      return new Result(manager.compiled(), errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A source in memory that remembers where it came from. */
  static final class SourceFile extends SimpleJavaFileObject {
    private final SourceUnit source;

    SourceFile(SourceUnit source) {
      super(inMemory(source), Kind.SOURCE);
      this.source = source;
    }

    SourceUnit source() {
      return source;
    }

    /** javac demands a public class in a file of its name, so the path is kept. */
    private static URI inMemory(SourceUnit source) {
      String path =
          source.uri().getPath() == null ? source.uri().toString() : source.uri().getPath();
      return URI.create("mem://" + (path.startsWith("/") ? "" : "/") + path.replace(" ", "%20"));
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source.text();
    }
  }
}
