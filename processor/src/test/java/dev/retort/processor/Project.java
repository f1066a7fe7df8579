package dev.retort.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A source tree and a class output on disk, compiled as often as a test wants to. */
final class Project {

  private final Path sources;
  private final Path classes;
  private final JavaCompiler compiler;
  private String libraries = "";
  private Supplier<List<Processor>> otherProcessors = List::of;

  Project(Path folder) {
    this(folder, ToolProvider.getSystemJavaCompiler());
  }

  Project(Path folder, JavaCompiler compiler) {
    this.sources = folder.resolve("src");
    this.classes = folder.resolve("classes");
    this.compiler = compiler;
    try {
      Files.createDirectories(sources);
      Files.createDirectories(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a jar on the class path. */
  Project library(Path jar) {
    libraries = jar.toString();
    return this;
  }

  /** Writes a source; its name is taken from the text. */
  Project source(String qualifiedName, String text) {
    Path file = sourceFile(qualifiedName);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Lets other processors run beside Retort's, new ones in each compilation. */
  Project withProcessors(Supplier<List<Processor>> others) {
    otherProcessors = others;
    return this;
  }

  Path sourceFile(String qualifiedName) {
    return sources.resolve(qualifiedName.replace('.', '/') + ".java");
  }

  Path classFile(String name) {
    return classes.resolve(name);
  }

  Path sourceRoot() {
    return sources;
  }

  Path classOutput() {
    return classes;
  }

  /** Every source file there is. */
  List<Path> allSources() {
    try (Stream<Path> files = Files.walk(sources)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles all sources, as a build does. */
  Result compile(String... options) {
    return compile(allSources(), options);
  }

  /** Compiles some of the sources against the classes of the others, as an IDE does. */
  Result compile(List<Path> files, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(
        List.of(
            "-Xlint:all",
            "-d",
            classes.toString(),
            "-cp",
            String.join(
                System.getProperty("path.separator"),
                classes.toString(),
                libraries,
                System.getProperty("java.class.path"))));
    return run(files, List.of(), all);
  }

  /** Compiles some of the sources with nothing of the others, as a careless script does. */
  Result compileAlone(List<Path> files, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    String classPath = System.getProperty("java.class.path");
    all.addAll(List.of("-Xlint:all", "-d", classes.toString(), "-cp", classPath));
    return run(files, List.of(), all);
  }

  /** Runs the processor alone over classes that are named, as {@code javac -proc:only} does. */
  Result process(List<String> classNames, String classPath, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("-proc:only", "-d", classes.toString(), "-cp", classPath));
    return run(List.of(), classNames, all);
  }

  private Result run(List<Path> files, List<String> classNames, List<String> options) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              manager,
              diagnostics,
              options,
              classNames.isEmpty() ? null : classNames,
              manager.getJavaFileObjectsFromPaths(files));
      List<Processor> processors = new ArrayList<>(otherProcessors.get());
      processors.add(new RetortProcessor());
      task.setProcessors(processors);
      boolean success = task.call();
      return new Result(success, diagnostics.getDiagnostics());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the compiler said. */
  record Result(boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

    /** Everything but notes of the compiler itself, as {@code KIND File.java:line text}. */
    List<String> messages() {
      return diagnostics.stream()
          .filter(d -> d.getMessage(Locale.ROOT).contains("[RT"))
          .map(Result::text)
          .toList();
    }

    List<String> errors() {
      return diagnostics.stream()
          .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
          .map(Result::text)
          .toList();
    }

    private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
      String place =
          diagnostic.getSource() == null
              ? ""
              : Path.of(diagnostic.getSource().toUri()).getFileName()
                  + ":"
                  + diagnostic.getLineNumber()
                  + " ";
      return diagnostic.getKind() + " " + place + diagnostic.getMessage(Locale.ROOT);
    }
  }
}
