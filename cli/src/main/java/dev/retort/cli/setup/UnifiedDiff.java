package dev.retort.cli.setup;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, as {@code diff -u} writes it. */
final class UnifiedDiff {

  private static final int CONTEXT = 3;

  private final List<String> old;
  private final List<String> now;

  private UnifiedDiff(List<String> old, List<String> now) {
    this.old = old;
    this.now = now;
  }

  /** A line of both texts or of one; numbers are of the next line in each, from zero. */
  private record Line(char sign, String text, int oldLine, int newLine) {}

  /** Empty if the texts are the same. */
  static String of(String name, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    UnifiedDiff diff = new UnifiedDiff(lines(before), lines(after));
    return "--- a/" + name + "\n+++ b/" + name + "\n" + diff.hunks();
  }

  /** With their ends, so that those belong to what is compared. */
  private static List<String> lines(String text) {
    return text.isEmpty()
        ? List.of()
        : List.of(text.split("(?<=\n)", -1)).stream().filter(line -> !line.isEmpty()).toList();
  }

  private String hunks() {
    List<Line> lines = script();
    StringBuilder text = new StringBuilder();
    int next = 0;
    while (next < lines.size()) {
      int first = change(lines, next);
      if (first == lines.size()) {
        break;
      }
      int last = first;
      for (int more = change(lines, last + 1);
          more < lines.size() && more - last <= 2 * CONTEXT + 1;
          more = change(lines, last + 1)) {
        last = more;
      }
      int from = Math.max(next, first - CONTEXT);
      next = Math.min(lines.size(), last + CONTEXT + 1);
      hunk(lines.subList(from, next), text);
    }
    return text.toString();
  }

  private static int change(List<Line> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).sign() == ' ') {
      at++;
    }
    return at;
  }

  private static void hunk(List<Line> lines, StringBuilder text) {
    long oldCount = lines.stream().filter(line -> line.sign() != '+').count();
    long newCount = lines.stream().filter(line -> line.sign() != '-').count();
    Line first = lines.get(0);
    text.append("@@ -")
        .append(range(first.oldLine(), oldCount))
        .append(" +")
        .append(range(first.newLine(), newCount))
        .append(" @@\n");
    for (Line line : lines) {
      text.append(line.sign()).append(line.text());
      if (!line.text().endsWith("\n")) {
        text.append("\n\\ No newline at end of file\n");
      }
    }
  }

  private static String range(int line, long count) {
    return (count == 0 ? line : line + 1) + "," + count;
  }

  /** By the longest common subsequence: project files are small. */
  private List<Line> script() {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        lines.add(new Line(' ', old.get(i), i++, j++));
      } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line('-', old.get(i), i++, j));
      } else {
        lines.add(new Line('+', now.get(j), i, j++));
      }
    }
    return lines;
  }
}
