package dev.retort.benchmarks;

import dev.retort.benchmarks.Interleaved.Task;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

  private final Compilation compilation;

  private ModelReading(Path work) {
    this.compilation = new Compilation(work);
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
    compilation.delete("");
    GeneratedModel.write(compilation.sources(), entities);
    compilation.run("draft", Compilation.retort("-Aretort.message=Create the tables"));
    compilation.run("again", Compilation.retort());

    Map<String, List<Double>> times =
        Interleaved.measure(
            List.of(
                fresh(PLAIN, List.of("-proc:none")),
                fresh(
                    HIBERNATE, List.of("-processor", "org.hibernate.processor.HibernateProcessor")),
                fresh(RETORT, Compilation.retort()),
                new Task(AGAIN, () -> {}, () -> compilation.run("again", Compilation.retort()))),
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
    return new Task(
        name, () -> compilation.delete("fresh"), () -> compilation.run("fresh", options));
  }
}
