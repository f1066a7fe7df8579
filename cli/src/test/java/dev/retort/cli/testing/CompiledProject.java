package dev.retort.cli.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Registries;
import dev.retort.cli.RetortCli;
import dev.retort.cli.Surroundings;
import dev.retort.cli.output.ExitCode;
import dev.retort.processor.RetortProcessor;
import dev.retort.revision.RevisionRegistry;
import dev.retort.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A project that commands change and that is compiled and run then, as a build does. */
public final class CompiledProject implements AutoCloseable {

  private final Path directory;
  private final TestDatabase database;
  private final List<URLClassLoader> loaders = new ArrayList<>();

  /**
   * A project.
   *
   * @param directory its directory
   * @param database the database that its commands work on
   */
  public CompiledProject(Path directory, TestDatabase database) {
    this.directory = directory;
    this.database = database;
  }

  /** Runs a command that must do what it is asked for, and gives what it printed. */
  public String run(String... words) {
    StringWriter said = new StringWriter();
    Surroundings surroundings =
        Surroundings.of(new PrintWriter(said), new PrintWriter(said))
            .directory(directory)
            .environment(
                Map.of(
                    "DATABASE_URL", database.url(),
                    "DB_USER", database.user(),
                    "DB_PASSWORD", database.password()));
    ExitCode exit = RetortCli.run(List.of(words), surroundings);
    assertThat(exit).as(said.toString()).isEqualTo(ExitCode.DONE);
    return said.toString();
  }

  /** Compiles all sources and gives their registry; class files of earlier times stay. */
  public RevisionRegistry compile() throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8);
        Stream<Path> sources = Files.walk(directory.resolve("src"))) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              said,
              files,
              null,
              List.of("-d", classes.toString()),
              null,
              files.getJavaFileObjectsFromPaths(
                  sources.filter(file -> file.toString().endsWith(".java")).toList()));
      task.setProcessors(List.of(new RetortProcessor()));
      assertThat(task.call()).as(said.toString()).isTrue();
    }
    URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, Thread.currentThread().getContextClassLoader());
    loaders.add(loader);
    return Registries.only(loader);
  }

  @Override
  public void close() throws IOException {
    for (URLClassLoader loader : loaders) {
      loader.close();
    }
  }
}
