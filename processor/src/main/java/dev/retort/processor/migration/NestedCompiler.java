package dev.retort.processor.migration;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
   * @param uses what each source uses; empty where there are errors
   */
  record Result(
      Map<String, byte[]> classes,
      List<Diagnostic<? extends JavaFileObject>> errors,
      Map<SourceUnit, SourceUses.Uses> uses) {}

  /** Compiles the given sources together. */
  Result compile(List<SourceUnit> sources) {
    String release = sourceVersion.name().substring("RELEASE_".length());
    List<String> options =
        List.of(
            "-proc:none",
            "-nowarn",
            "-Xlint:none",
            "-g:source,lines",
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
      JavacTask task =
          (JavacTask) javac.getTask(null, manager, collector, options, Set.of(), units);
      Iterable<? extends CompilationUnitTree> parsed = task.parse();
      task.analyze();
      List<Diagnostic<? extends JavaFileObject>> errors = errors(collector);
      if (!errors.isEmpty()) {
        return new Result(Map.of(), errors, Map.of());
      }
      Map<SourceUnit, SourceUses.Uses> uses = uses(sources, parsed, task);
      task.generate();
      return new Result(manager.compiled(), errors(collector), uses);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** javac parses in the order of its sources, and hides them behind wrappers of its own. */
  private static Map<SourceUnit, SourceUses.Uses> uses(
      List<SourceUnit> sources, Iterable<? extends CompilationUnitTree> parsed, JavacTask task) {
    Trees trees = Trees.instance(task);
    Map<SourceUnit, SourceUses.Uses> uses = new LinkedHashMap<>();
    Iterator<SourceUnit> source = sources.iterator();
    for (CompilationUnitTree unit : parsed) {
      uses.put(source.next(), SourceUses.of(unit, trees, task.getElements()));
    }
    return uses;
  }

  private static List<Diagnostic<? extends JavaFileObject>> errors(
      DiagnosticCollector<JavaFileObject> collector) {
    return collector.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .<Diagnostic<? extends JavaFileObject>>map(diagnostic -> diagnostic)
        .toList();
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

    /** javac demands a public class in a file of its name; nothing else of the path matters. */
    private static URI inMemory(SourceUnit source) {
      try {
        return new URI(
            "mem",
            null,
            "/package/" + source.packageName().replace('.', '/') + "/" + source.fileName(),
            null);
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException("not a source file: " + source.uri(), e);
      }
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source.text();
    }
  }
}
