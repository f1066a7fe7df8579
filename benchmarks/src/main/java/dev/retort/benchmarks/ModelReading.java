package dev.retort.benchmarks;

import dev.retort.benchmarks.Interleaved.Task;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the processor adds to a compilation: the same sources through {@code javac}, a new process
 * each time, without processors, with Retort's, and with Hibernate's (the static metamodel).
 *
 * <p>The sources are entities and the revision that creates their tables, so that Retort's part is
 * all it does in a green build: it reads the entities, compiles and replays the revision, compares,
 * and writes the registry and the SQL. A build with the recordings of an earlier one is measured as
 * well.
 */
public final class ModelReading {

  private static final String PLAIN = "javac -proc:none";
  private static final String HIBERNATE = "Hibernate's processor";
  private static final String RETORT = "Retort's processor";
  private static final String AGAIN = "Retort's, built before";

  private final Path work;
  private final String classPath = System.getProperty("java.class.path");

  private ModelReading(Path work) {
    this.work = work;
  }

  /**
   * Runs the benchmark and prints its result.
   *
   * @param arguments a folder to work in, the number of entities, the number of rounds
   */
  public static void main(String[] arguments) throws Exception {
    new ModelReading(Path.of(arguments[0]))
        .run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
  }

  private void run(int entities, int rounds) throws Exception {
    delete(work);
    GeneratedModel.write(work.resolve("src"), entities);
    compile("draft", retort("-Aretort.message=Create the tables"));
    compile("again", retort());

    Map<String, List<Double>> times =
        Interleaved.measure(
            List.of(
                fresh(PLAIN, List.of("-proc:none")),
                fresh(
                    HIBERNATE, List.of("-processor", "org.hibernate.processor.HibernateProcessor")),
                fresh(RETORT, retort()),
                new Task(AGAIN, () -> {}, () -> compile("again", retort()))),
            rounds);

    System.out.printf("%d entities, %d rounds, milliseconds%n", entities, rounds);
    System.out.printf("%-24s %8s %8s %8s %8s%n", "", "min", "median", "max", "added");
    times.forEach((name, values) -> print(name, values, added(times, name)));
    double hibernate = added(times, HIBERNATE);
    System.out.printf(
        "Retort adds %.2f of what Hibernate's processor adds; built before, %.2f%n",
        added(times, RETORT) / hibernate, added(times, AGAIN) / hibernate);
  }

  private static void print(String name, List<Double> values, double added) {
    System.out.printf(
        "%-24s %8.0f %8.0f %8.0f %8.0f%n",
        name,
        values.stream().min(Comparator.naturalOrder()).orElseThrow(),
        Interleaved.median(values),
        values.stream().max(Comparator.naturalOrder()).orElseThrow(),
        added);
  }

  /** The median of what was added, round by round, to the compilation without processors. */
  private static double added(Map<String, List<Double>> times, String name) {
    List<Double> plain = times.get(PLAIN);
    List<Double> values = times.get(name);
    return Interleaved.median(
        IntStream.range(0, plain.size()).mapToObj(i -> values.get(i) - plain.get(i)).toList());
  }

  private Task fresh(String name, List<String> options) {
    return new Task(name, () -> delete(work.resolve("fresh")), () -> compile("fresh", options));
  }

  private static List<String> retort(String... options) {
    List<String> all =
        new ArrayList<>(List.of("-processor", "dev.retort.processor.RetortProcessor"));
    all.addAll(List.of(options));
    return all;
  }

  private void compile(String output, List<String> options)
      throws IOException, InterruptedException {
    Path classes = Files.createDirectories(work.resolve(output));
    Path files = work.resolve("sources.txt");
    try (Stream<Path> sources = Files.walk(work.resolve("src"))) {
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

  private static void delete(Path folder) throws IOException {
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
