package dev.retort.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times tasks in turn, so that what disturbs the machine disturbs all of them alike. */
public final class Interleaved {

  private Interleaved() {}

  /** Something that may fail. */
  interface Step {
    void run() throws Exception;
  }

  /**
   * What is timed.
   *
   * @param name what it is called in the report
   * @param before what it needs first, not timed
   * @param task what is timed
   */
  record Task(String name, Step before, Step task) {}

  /**
   * Runs each task once in every round, in an order that moves on by one from round to round.
   *
   * @param rounds how many rounds count; one more comes first and does not
   * @return the milliseconds of each task, one for each round
   */
  static Map<String, List<Double>> measure(List<Task> tasks, int rounds) throws Exception {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    tasks.forEach(task -> times.put(task.name(), new ArrayList<>()));
    List<Task> order = new ArrayList<>(tasks);
    for (int round = 0; round <= rounds; round++) {
      for (Task task : order) {
        task.before().run();
        long start = System.nanoTime();
        task.task().run();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (round > 0) {
          times.get(task.name()).add(milliseconds);
        }
      }
      Collections.rotate(order, 1);
    }
    return times;
  }

  /** The middle value, or what lies between the two middle ones. */
  public static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
