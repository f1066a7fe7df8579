package dev.retort.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs {@code javac}, a new process each time, on all sources of a folder. */
public final class Compilation {

  private final Path work;
  private final String classPath = System.getProperty("java.class.path");

  /** Compiles {@code src} in the given folder, into folders beside it. */
  public Compilation(Path work) {
    this.work = work;
  }

  /** The options for Retort's processor, with some of its own. */
  public static List<String> retort(String... options) {
    List<String> all =
        new ArrayList<>(List.of("-processor", "dev.retort.processor.RetortProcessor"));
    all.addAll(List.of(options));
    return all;
  }

  /** Where the sources are. */
  public Path sources() {
    return work.resolve("src");
  }

  /** Compiles into a folder of that name; fails with what javac prints. */
  public void run(String output, List<String> options) throws IOException, InterruptedException {
    Path classes = Files.createDirectories(work.resolve(output));
    Path files = work.resolve("sources.txt");
    try (Stream<Path> sources = Files.walk(sources())) {
      Files.write(
          files, sources.map(Path::toString).filter(name -> name.endsWith(".java")).toList());
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-d",
                classes.toString(),
                "-cp",
                classPath + File.pathSeparator + classes,
                "-processorpath",
                classPath,
                "-nowarn",
                "-encoding",
                "UTF-8"));
    command.addAll(options);
    command.add("@" + files);
    Path log = work.resolve("javac.log");
    Process javac =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (javac.waitFor() != 0) {
      throw new IllegalStateException("javac failed:\n" + Files.readString(log));
    }
  }

  /** Deletes what was compiled into a folder, or all of the work where the name is empty. */
  public void delete(String output) throws IOException {
    Path folder = work.resolve(output);
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
