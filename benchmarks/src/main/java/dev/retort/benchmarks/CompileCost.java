package dev.retort.benchmarks;

import dev.retort.benchmarks.Interleaved.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the processor costs with so many revisions and so many entities, as a ratio to {@code javac
 * -proc:none} on the same sources: from scratch, and with the recordings of an earlier build.
 */
public final class CompileCost {

  private static final String PLAIN = "-proc:none";
  private static final String SCRATCH = "from scratch";
  private static final String AGAIN = "built before";

  private CompileCost() {}

  /**
   * Runs the benchmark and prints a Markdown table, each row as soon as it is measured.
   *
   * @param arguments a folder to work in; numbers of revisions and numbers of entities, separated
   *     by commas; the number of rounds
   */
  public static void main(String[] arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[3]);
    System.out.printf(
        "Ratios to javac -proc:none, round by round: median (least–greatest) of %d rounds%n%n"
            + "| revisions | entities | javac -proc:none | from scratch | built before |%n"
            + "|---|---|---|---|---|%n",
        rounds);
    for (int entities : numbers(arguments[2])) {
      for (int revisions : numbers(arguments[1])) {
        System.out.print(row(Path.of(arguments[0]), revisions, entities, rounds));
      }
    }
  }

  private static List<Integer> numbers(String list) {
    return Stream.of(list.split(",")).map(Integer::valueOf).toList();
  }

  private static String row(Path work, int revisions, int entities, int rounds) throws Exception {
    Compilation compilation = new Compilation(work);
    compilation.delete("");
    GeneratedModel.write(compilation.sources(), entities);
    compilation.run(
        "draft",
        Compilation.retort("-Aretort.message=Create the tables", "-Aretort.package=history"));
    writeHistory(compilation.sources().resolve("history"), revisions);
    compilation.run("again", Compilation.retort());
    Map<String, List<Double>> times =
        Interleaved.measure(
            List.of(
                fresh(compilation, PLAIN, List.of("-proc:none")),
                fresh(compilation, SCRATCH, Compilation.retort()),
                new Task(AGAIN, () -> {}, () -> compilation.run("again", Compilation.retort()))),
            rounds);
    List<Double> plain = times.get(PLAIN);
    return String.format(
        Locale.ROOT,
        "| %,d | %,d | 1 = %.0f ms | %s | %s |%n",
        revisions,
        entities,
        Interleaved.median(plain),
        ratio(times.get(SCRATCH), plain),
        ratio(times.get(AGAIN), plain));
  }

  private static Task fresh(Compilation compilation, String name, List<String> options) {
    return new Task(
        name, () -> compilation.delete("fresh"), () -> compilation.run("fresh", options));
  }

  private static String ratio(List<Double> times, List<Double> plain) {
    List<Double> ratios =
        IntStream.range(0, plain.size()).mapToObj(i -> times.get(i) / plain.get(i)).toList();
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f–%.2f)",
        Interleaved.median(ratios),
        ratios.stream().min(Double::compare).orElseThrow(),
        ratios.stream().max(Double::compare).orElseThrow());
  }

  /** After the draft, revisions that in turn create and drop a table that is not an entity's. */
  private static void writeHistory(Path folder, int revisions) throws IOException {
    String first;
    try (Stream<Path> drafts = Files.list(folder)) {
      Path draft =
          drafts.filter(file -> file.toString().endsWith(".java")).findFirst().orElseThrow();
      first = Files.readString(draft).replaceAll("(?s).*revision = \"(\\w+)\".*", "$1");
    }
    List<String> ids = new ArrayList<>(List.of(first));
    // An even number of them, so that the table is gone in the end.
    for (int i = 1; i <= (revisions - 1) / 2 * 2; i++) {
      String id = "%012x".formatted(0xc00_0000_0000L + i);
      Files.writeString(folder.resolve("Step" + i + ".java"), step(i, id, ids.get(ids.size() - 1)));
      ids.add(id);
    }
  }

  private static String step(int i, String id, String down) {
    String create =
        "op.createTable(\"passing\", column(\"id\", bigint()).notNull(), column(\"note_"
            + i / 2
            + "\", text()), primaryKey(\"id\"))";
    String drop = "op.dropTable(\"passing\")";
    String former = create.replace("note_" + i / 2, "note_" + (i - 1) / 2);
    return """
        package history;

        import static dev.retort.schema.Column.column;
        import static dev.retort.schema.PrimaryKey.primaryKey;
        import static dev.retort.schema.SqlType.bigint;
        import static dev.retort.schema.SqlType.text;

        import dev.retort.operation.Operations;
        import dev.retort.revision.Migration;
        import dev.retort.revision.Revision;

        @Migration(
            revision = "%s",
            downRevision = "%s",
            message = "Step %d",
            created = "2026-11-01T00:00:00Z")
        public final class Step%d implements Revision {

          @Override
          public void upgrade(Operations op) {
            %s;
          }

          @Override
          public void downgrade(Operations op) {
            %s;
          }
        }
        """
        .formatted(id, down, i, i, i % 2 == 1 ? create : drop, i % 2 == 1 ? drop : former);
  }
}
