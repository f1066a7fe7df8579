package dev.retort.cli.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retort.processor.RetortProcessor;
import dev.retort.processor.diagnostic.RevisionProblems;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs Retort's processor, and no other, over a project's sources; no class is generated. */
final class ProjectCompiler {

  private final Project project;

  ProjectCompiler(Project project) {
    this.project = project;
  }

  /**
   * Compiles all sources.
   *
   * @param more options of the processor beside the project's
   * @param output an empty directory, for what the processor writes beside classes
   * @return what was said
   */
  List<Message> compile(Collection<Path> sources, Map<String, String> more, Path output) {
    JavaCompiler compiler =
        Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
            .orElseThrow(() -> new ProjectException(RevisionProblems.noCompiler()));
    List<String> options =
        new ArrayList<>(
            List.of(
                "-proc:only",
                "-implicit:none",
                "-encoding",
                "UTF-8",
                "-classpath",
                project.classPath(),
                "-d",
                output.toString(),
                "-s",
                output.toString()));
    project.options().forEach((name, value) -> options.add("-A" + name + "=" + value));
    more.forEach((name, value) -> options.add("-A" + name + "=" + value));
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    // What javac prints beside its diagnostics is of no use to anyone here.
    StringWriter rest = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, UTF_8)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              rest, files, said, options, null, files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(new RetortProcessor()));
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return said.getDiagnostics().stream().map(this::message).toList();
  }

  private Message message(Diagnostic<? extends JavaFileObject> diagnostic) {
    Message.Kind kind =
        switch (diagnostic.getKind()) {
          case ERROR -> Message.Kind.ERROR;
          case WARNING, MANDATORY_WARNING -> Message.Kind.WARNING;
          case NOTE, OTHER -> Message.Kind.NOTE;
        };
    String file =
        diagnostic.getSource() == null
            ? ""
            : project.shown(Path.of(diagnostic.getSource().toUri()));
    Message said =
        new Message(
            kind,
            file,
            Math.max(0, diagnostic.getLineNumber()),
            Math.max(0, diagnostic.getColumnNumber()),
            diagnostic.getMessage(null));
    return said.in(CommandWords::of);
  }
}
