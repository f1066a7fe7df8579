package dev.retort.benchmarks.boot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts {@link BootProcess}es that have one tool, its migrations and the driver on their path. */
final class Launcher {

  private static final long MINUTES = 5;

  private final Path work;
  private final List<Path> classPath;
  private int started;

  /**
   * A launcher.
   *
   * @param work a folder for what the processes print
   * @param classPath the benchmark's own, in which the tools are found
   */
  Launcher(Path work, List<Path> classPath) {
    this.work = work;
    this.classPath = classPath;
  }

  /**
   * What a process took.
   *
   * @param inProcess milliseconds from the first call to its return
   * @param whole milliseconds from the start of the process to its end
   * @param memory the most memory that it has had, in MiB
   */
  record Sample(double inProcess, double whole, double memory) {}

  /** Boots once. */
  Sample boot(Tool tool, Workload workload, String url) throws Exception {
    long start = System.nanoTime();
    Running running = start(tool, workload, url);
    Optional<Sample> sample = running.sample(start);
    return sample.orElseThrow(
        () -> new IllegalStateException(tool + " failed, see " + running.output()));
  }

  /** What several processes took that were started at once, and how many of them failed. */
  record Crowd(double whole, int failed) {}

  Crowd bootAtOnce(int processes, Tool tool, Workload workload, String url) throws Exception {
    long start = System.nanoTime();
    List<Running> all = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      all.add(start(tool, workload, url));
    }
    int failed = 0;
    for (Running each : all) {
      failed += each.sample(start).isEmpty() ? 1 : 0;
    }
    return new Crowd(milliseconds(start), failed);
  }

  private record Running(Process process, Path output) {

    /** Waits for the end. */
    Optional<Sample> sample(long start) throws IOException, InterruptedException {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
      }
      double whole = milliseconds(start);
      try (Stream<String> lines = Files.lines(output)) {
        return process.exitValue() != 0
            ? Optional.empty()
            : lines
                .filter(line -> line.startsWith(BootProcess.RESULT))
                .map(line -> line.substring(BootProcess.RESULT.length()).split(" "))
                .map(
                    numbers ->
                        new Sample(
                            Long.parseLong(numbers[0]) / 1e6,
                            whole,
                            Long.parseLong(numbers[1]) / 1024.0))
                .findFirst();
      }
    }
  }

  private static double milliseconds(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private Running start(Tool tool, Workload workload, String url) throws IOException {
    List<String> path = new ArrayList<>();
    classPath.stream()
        .filter(part -> isOf(part, BootProcess.class))
        .forEach(part -> path.add(part.toString()));
    classPath.stream()
        .filter(jar -> jar.getFileName().toString().startsWith("postgresql-4"))
        .forEach(jar -> path.add(jar.toString()));
    tool.jars(classPath).forEach(jar -> path.add(jar.toString()));
    path.add(workload.jar(tool.form()).toString());
    Path output = work.resolve("out-" + ++started % 50 + ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                String.join(File.pathSeparator, path),
                BootProcess.class.getName(),
                tool.name(),
                url)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new Running(process, output);
  }

  private static boolean isOf(Path part, Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).equals(part);
  }
}
