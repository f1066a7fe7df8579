package dev.retort.benchmarks.boot;

import dev.retort.benchmarks.Interleaved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The report: a row for each measure, a column for each tool. */
final class Table {

  private static final Tool UNIT = Tool.JDBC_STEPS;

  private final List<Tool> tools;
  private final List<String> rows = new ArrayList<>();

  Table(List<Tool> tools) {
    this.tools = tools;
  }

  /** Adds ratios to the unit, round by round: their median, least and greatest. */
  void ratios(String measure, Map<Tool, List<Double>> milliseconds) {
    List<Double> unit = milliseconds.get(UNIT);
    Map<Tool, String> cells = new LinkedHashMap<>();
    milliseconds.forEach(
        (tool, values) ->
            cells.put(
                tool,
                tool == UNIT
                    ? "1 = " + format(values, 0) + " ms"
                    : format(
                        IntStream.range(0, unit.size())
                            .mapToObj(i -> values.get(i) / unit.get(i))
                            .toList(),
                        2)));
    texts(measure, cells);
  }

  /** Adds what is the same each time, or the median of what is not. */
  void numbers(String measure, Map<Tool, Double> numbers) {
    Map<Tool, String> cells = new LinkedHashMap<>();
    numbers.forEach((tool, number) -> cells.put(tool, String.format(Locale.ROOT, "%.0f", number)));
    texts(measure, cells);
  }

  void texts(String measure, Map<Tool, String> cells) {
    StringBuilder row = new StringBuilder("| ").append(measure).append(" |");
    tools.forEach(tool -> row.append(' ').append(cells.getOrDefault(tool, "–")).append(" |"));
    rows.add(row.toString());
  }

  String text() {
    StringBuilder text = new StringBuilder("| |");
    tools.forEach(tool -> text.append(' ').append(tool.title()).append(" |"));
    text.append("\n|---|").append("---|".repeat(tools.size())).append('\n');
    rows.forEach(row -> text.append(row).append('\n'));
    return text.toString();
  }

  private static String format(List<Double> values, int digits) {
    String number = "%." + digits + "f";
    return String.format(
        Locale.ROOT,
        number + " (" + number + "–" + number + ")",
        Interleaved.median(values),
        values.stream().min(Double::compare).orElseThrow(),
        values.stream().max(Double::compare).orElseThrow());
  }
}
