package dev.retort.cli.command;

import dev.retort.cli.project.Project;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that works on the project's sources. */
final class ProjectOptions {

  @Option(
      names = "--source-root",
      paramLabel = "DIRECTORY",
      defaultValue = "src/main/java",
      description = "Where the sources are; may be given several times. By default src/main/java.")
  private List<Path> sourceRoots;

  @Option(
      names = "--class-path",
      paramLabel = "PATH",
      description =
          "What the sources are compiled with, as javac takes it; by default the class path that"
              + " this command runs on.")
  private Optional<String> classPath = Optional.empty();

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description =
          "A further option of the annotation processor, for example retort.naming=spring; may be"
              + " given several times.")
  private Map<String, String> options = new LinkedHashMap<>();

  Project project(Context context) {
    return new Project(
        context.directory(),
        sourceRoots.stream().map(context.directory()::resolve).toList(),
        classPath.orElseGet(() -> System.getProperty("java.class.path")),
        options);
  }
}
