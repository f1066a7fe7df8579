package dev.retort.cli.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Sources that commands work on, kept below {@code src/test/resources/projects}. */
final class TestProject {

  private static final Path PROJECTS = Path.of("src/test/resources/projects");

  private TestProject() {}

  /** Puts the project's sources into a directory, in place of what is there. */
  static void copy(String name, Path directory) {
    Path project = PROJECTS.resolve(name);
    try (Stream<Path> old = Files.walk(directory);
        Stream<Path> files = Files.walk(project)) {
      List<Path> deepestFirst = old.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        if (!file.equals(directory)) {
          Files.delete(file);
        }
      }
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = directory.resolve("src/main/java").resolve(project.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file of one line: {@code NAME: LINE}. */
  static void write(String content, Path directory) {
    String[] parts = content.split(": ", 2);
    String line = parts[1].replace("\\n", "\n") + "\n";
    try {
      Files.writeString(directory.resolve(parts[0]), line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a text in a file: {@code FILE: OLD => NEW}. */
  static void edit(String change, Path directory) {
    String[] place = change.split(": ", 2);
    String[] texts = place[1].split(" => ", 2);
    Path file = directory.resolve("src/main/java").resolve(place[0]);
    try {
      String text = Files.readString(file);
      if (!text.contains(texts[0])) {
        throw new IllegalArgumentException(file + " does not say: " + texts[0]);
      }
      Files.writeString(file, text.replace(texts[0], texts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
