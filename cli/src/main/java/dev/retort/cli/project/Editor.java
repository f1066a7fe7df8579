package dev.retort.cli.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The editor that the environment names: {@code VISUAL}, else {@code EDITOR}. */
public final class Editor {

  private final List<String> command;

  private Editor(List<String> command) {
    this.command = List.copyOf(command);
  }

  /**
   * The editor.
   *
   * @throws ProjectException if none is named
   */
  public static Editor of(Map<String, String> environment) {
    return Stream.of("VISUAL", "EDITOR")
        .map(name -> environment.getOrDefault(name, "").strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> new Editor(List.of(value.split("\\s+", -1))))
        .orElseThrow(() -> new ProjectException(ProjectProblems.noEditor()));
  }

  /**
   * Opens a file, on this process's terminal, and waits until the editor has ended.
   *
   * @throws ProjectException if it cannot be started, or ends with an error
   */
  public void open(Path file, Path directory) {
    List<String> words = new ArrayList<>(command);
    words.add(file.toString());
    try {
      Process process = new ProcessBuilder(words).directory(directory.toFile()).inheritIO().start();
      int status = process.waitFor();
      if (status != 0) {
        throw failed("it ended with " + status);
      }
    } catch (IOException e) {
      throw failed("it cannot be started");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("waiting for it was interrupted");
    }
  }

  private ProjectException failed(String reason) {
    return new ProjectException(ProjectProblems.editorFailed(command.get(0), reason));
  }
}
