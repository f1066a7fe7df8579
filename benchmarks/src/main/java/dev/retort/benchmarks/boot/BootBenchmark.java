package dev.retort.benchmarks.boot;

import dev.retort.Registries;
import dev.retort.Retort;
import dev.retort.benchmarks.Interleaved;
import dev.retort.benchmarks.boot.Launcher.Crowd;
import dev.retort.benchmarks.boot.Launcher.Sample;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What the check and the migration at an application's start cost: a fresh JVM each time, the tools
 * in turn, on the same migrations and the same server.
 */
public final class BootBenchmark {

  private static final List<Tool> TOOLS =
      Stream.of(Tool.values()).filter(tool -> tool != Tool.CONNECT).toList();

  private final Path work;
  private final int rounds;
  private final Databases databases;
  private final Launcher launcher;
  private final List<Tool> tools;
  private final List<Path> classPath;
  private final Table table;

  private BootBenchmark(
      Path work, int rounds, List<Tool> tools, List<Path> classPath, Databases databases) {
    this.work = work;
    this.rounds = rounds;
    this.databases = databases;
    this.tools = tools;
    this.classPath = classPath;
    this.launcher = new Launcher(work, classPath);
    this.table = new Table(tools);
  }

  /**
   * Runs the benchmark and prints its result.
   *
   * @param arguments a folder to work in; numbers of migrations, separated by commas; a number at
   *     which Retort's boot is measured that has nothing to do, or 0; the number of rounds; how
   *     many processes boot at once, or 0; and the tools by name, or {@code all}
   */
  public static void main(String[] arguments) throws Exception {
    Path work = Files.createDirectories(Path.of(arguments[0]));
    List<Integer> sizes = Stream.of(arguments[1].split(",")).map(Integer::valueOf).toList();
    List<Tool> tools =
        arguments[5].equals("all")
            ? TOOLS
            : Stream.of(arguments[5].split(",")).map(Tool::valueOf).toList();
    long start = System.nanoTime();
    try (Databases databases = Databases.start()) {
      BootBenchmark benchmark =
          new BootBenchmark(
              work, Integer.parseInt(arguments[3]), tools, withRuntimeJar(work), databases);
      benchmark.run(sizes, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[4]));
    }
    System.out.printf("%d seconds%n", (System.nanoTime() - start) / 1_000_000_000);
  }

  /** The class path with a jar where it has a folder of Retort's classes, as an application has. */
  private static List<Path> withRuntimeJar(Path work) throws Exception {
    List<Path> parts = new ArrayList<>();
    for (Path part : Tool.classPath()) {
      if (Files.isDirectory(part) && Files.exists(part.resolve("dev/retort/Retort.class"))) {
        Path jar = work.resolve("retort-runtime.jar");
        Workload.jar(part, jar);
        parts.add(jar);
      } else {
        parts.add(part);
      }
    }
    return parts;
  }

  private void run(List<Integer> sizes, int largest, int processes) throws Exception {
    List<Workload> workloads = new ArrayList<>();
    for (int size : sizes) {
      workloads.add(Workload.write(work, size));
    }
    for (Workload workload : workloads) {
      nothingToDo(workload, tools, this::apply);
    }
    if (largest > 0) {
      Workload workload = Workload.write(work, largest);
      nothingToDo(workload, List.of(Tool.JDBC_STEPS, Tool.RETORT), this::pretend);
    }
    for (Workload workload : workloads) {
      fresh(workload);
    }
    for (Workload workload : workloads) {
      count(workload);
    }
    weigh();
    if (processes > 0) {
      crowds(processes, workloads.get(workloads.size() / 2));
    }
    System.out.printf(
        "%nRatios to JdbcSteps, round by round: median (least–greatest) of %d rounds%n%n%s%n",
        rounds, table.text());
  }

  private interface Preparation {
    void prepare(Tool tool, Workload workload, String database) throws Exception;
  }

  private interface Measure {
    Sample of(Tool tool) throws Exception;
  }

  private void nothingToDo(Workload workload, List<Tool> who, Preparation preparation)
      throws Exception {
    Map<Tool, String> prepared = new EnumMap<>(Tool.class);
    for (Tool tool : who) {
      prepared.put(tool, databases.create());
      preparation.prepare(tool, workload, prepared.get(tool));
    }
    Map<Tool, List<Sample>> samples =
        inTurn(who, tool -> launcher.boot(tool, workload, url(prepared.get(tool))));
    report("nothing to do", workload, samples);
    for (String database : prepared.values()) {
      databases.drop(database);
    }
  }

  private void fresh(Workload workload) throws Exception {
    Map<Tool, List<Sample>> samples =
        inTurn(
            tools,
            tool -> {
              String database = databases.create();
              Sample sample = launcher.boot(tool, workload, url(database));
              databases.drop(database);
              return sample;
            });
    report("apply", workload, samples);
  }

  /** One more round comes first and does not count. */
  private Map<Tool, List<Sample>> inTurn(List<Tool> who, Measure measure) throws Exception {
    Map<Tool, List<Sample>> samples = new EnumMap<>(Tool.class);
    who.forEach(tool -> samples.put(tool, new ArrayList<>()));
    List<Tool> order = new ArrayList<>(who);
    for (int round = 0; round <= rounds; round++) {
      for (Tool tool : order) {
        Sample sample = measure.of(tool);
        if (round > 0) {
          samples.get(tool).add(sample);
        }
      }
      Collections.rotate(order, 1);
    }
    return samples;
  }

  private void report(String what, Workload workload, Map<Tool, List<Sample>> samples) {
    String measure = "%s, N = %,d".formatted(what, workload.count());
    table.ratios(measure + ", in process", each(samples, Sample::inProcess));
    table.ratios(measure + ", whole process", each(samples, Sample::whole));
    Map<Tool, Double> memory = new EnumMap<>(Tool.class);
    each(samples, Sample::memory)
        .forEach((tool, values) -> memory.put(tool, Interleaved.median(values)));
    table.numbers(measure + ", peak memory in MiB", memory);
    System.err.println("measured: " + measure);
  }

  private static Map<Tool, List<Double>> each(
      Map<Tool, List<Sample>> samples, Function<Sample, Double> number) {
    Map<Tool, List<Double>> numbers = new EnumMap<>(Tool.class);
    samples.forEach((tool, all) -> numbers.put(tool, all.stream().map(number).toList()));
    return numbers;
  }

  /** Counts through a proxy; what it costs to connect is taken off. */
  private void count(Workload workload) throws Exception {
    Map<Tool, String> nothing = new EnumMap<>(Tool.class);
    Map<Tool, String> apply = new EnumMap<>(Tool.class);
    String empty = databases.create();
    WireCounter.Counts connecting = counts(Tool.CONNECT, workload, empty);
    databases.drop(empty);
    for (Tool tool : tools) {
      String database = databases.create();
      apply.put(tool, text(counts(tool, workload, database), connecting));
      nothing.put(tool, text(counts(tool, workload, database), connecting));
      databases.drop(database);
    }
    String what = ", N = %,d, round trips / statements".formatted(workload.count());
    table.texts("nothing to do" + what, nothing);
    table.texts("apply" + what, apply);
  }

  private WireCounter.Counts counts(Tool tool, Workload workload, String database)
      throws Exception {
    try (WireCounter counter = new WireCounter(databases.port())) {
      launcher.boot(tool, workload, Databases.url(database, counter.port()) + "&sslmode=disable");
      return counter.counts();
    }
  }

  private static String text(WireCounter.Counts counts, WireCounter.Counts connecting) {
    int trips = connecting.roundTrips() / connecting.connections();
    int statements = connecting.statements() / connecting.connections();
    return (counts.roundTrips() - trips * counts.connections())
        + " / "
        + (counts.statements() - statements * counts.connections());
  }

  private void weigh() throws Exception {
    Map<Tool, Double> weights = new EnumMap<>(Tool.class);
    for (Tool tool : tools) {
      long bytes = 0;
      for (Path jar : tool.jars(classPath)) {
        bytes += Files.size(jar);
      }
      weights.put(tool, bytes / 1024.0);
    }
    table.numbers("jars without the driver, in KiB", weights);
  }

  private void crowds(int processes, Workload workload) throws Exception {
    Map<Tool, List<Double>> times = new EnumMap<>(Tool.class);
    Map<Tool, Double> failed = new EnumMap<>(Tool.class);
    for (int round = 0; round < Math.min(rounds, 3); round++) {
      for (Tool tool : tools) {
        String database = databases.create();
        Crowd crowd = launcher.bootAtOnce(processes, tool, workload, url(database));
        databases.drop(database);
        times.computeIfAbsent(tool, any -> new ArrayList<>()).add(crowd.whole());
        failed.merge(tool, (double) crowd.failed(), Double::sum);
      }
    }
    String what = "apply, N = %,d, %d processes at once".formatted(workload.count(), processes);
    table.ratios(what + ", until the last has ended", times);
    table.numbers(what + ", failed", failed);
  }

  private String url(String database) {
    return Databases.url(database, databases.port());
  }

  private void apply(Tool tool, Workload workload, String database) throws Exception {
    launcher.boot(tool, workload, url(database));
  }

  /** Records migrations that are not run. */
  private void pretend(Tool tool, Workload workload, String database) throws Exception {
    DataSource dataSource = databases.dataSource(database);
    if (tool == Tool.RETORT) {
      URL[] jar = {workload.jar(tool.form()).toUri().toURL()};
      try (URLClassLoader loader = new URLClassLoader(jar, BootBenchmark.class.getClassLoader())) {
        Retort.on(dataSource).registry(Registries.only(loader)).stamp("heads");
      }
      return;
    }
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      record(statement, workload.count());
    }
  }

  private static void record(Statement statement, int count) throws SQLException {
    statement.execute(JdbcScript.CREATE_VERSIONS);
    statement.execute(
        "INSERT INTO schema_versions (version, checksum) SELECT i, 'x' FROM generate_series(1, "
            + count
            + ") AS i");
  }
}
