package dev.retort.maven;

import dev.retort.Registries;
import dev.retort.migrate.RegistryException;
import dev.retort.revision.RevisionRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** The registry that a compilation has left in the project's class output. */
final class CompiledRegistry {

  private CompiledRegistry() {}

  /** Whether the project's own revisions are compiled. */
  static boolean isIn(MavenProject project) {
    return Files.exists(registration(project));
  }

  /**
   * The registry, for a goal that does not compile by itself.
   *
   * @param goal the goal, for the message
   * @param name the name of the registry, where one was chosen
   * @throws RegistryException if it is missing, or a source is newer
   */
  static RevisionRegistry fresh(
      MavenProject project,
      List<Path> sourceRoots,
      String goal,
      Optional<String> name,
      ClassLoader loader) {
    Path registration = registration(project);
    try {
      if (!Files.exists(registration)) {
        throw new RegistryException(PluginProblems.notCompiled(goal), null);
      }
      FileTime compiled = newest(Path.of(project.getBuild().getOutputDirectory()), ".class");
      for (Path root : sourceRoots) {
        if (newest(root, ".java").compareTo(compiled) > 0) {
          throw new RegistryException(PluginProblems.notCompiled(goal), null);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return name.isPresent() ? Registries.named(name.get(), loader) : Registries.only(loader);
  }

  private static FileTime newest(Path root, String ending) throws IOException {
    FileTime newest = FileTime.fromMillis(0);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(ending)).toList()) {
        FileTime time = Files.getLastModifiedTime(file);
        newest = time.compareTo(newest) > 0 ? time : newest;
      }
    }
    return newest;
  }

  private static Path registration(MavenProject project) {
    return Path.of(
        project.getBuild().getOutputDirectory(),
        "META-INF",
        "services",
        RevisionRegistry.class.getName());
  }
}
