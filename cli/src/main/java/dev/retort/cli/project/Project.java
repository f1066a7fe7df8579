package dev.retort.cli.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A project's sources and what they are compiled with.
 *
 * @param directory the directory that paths are shown relative to
 * @param sourceRoots where the sources are; absolute
 * @param classPath the class path, as javac takes it
 * @param options the processor's options, without {@code -A}
 */
public record Project(
    Path directory, List<Path> sourceRoots, String classPath, Map<String, String> options) {

  public Project {
    sourceRoots = List.copyOf(sourceRoots);
    options = Map.copyOf(options);
  }

  /** A path as people see it: relative where it is below the project's directory. */
  public String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path base = directory.toAbsolutePath().normalize();
    return (absolute.startsWith(base) ? base.relativize(absolute) : absolute)
        .toString()
        .replace('\\', '/');
  }
}
