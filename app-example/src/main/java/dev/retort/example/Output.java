package dev.retort.example;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the application tells the person who started it. */
final class Output {

  private final PrintStream out;

  Output(PrintStream out) {
    this.out = out;
  }

  /** A fact under a heading, such as {@code serving http://localhost:8000/}. */
  void say(String heading, String fact) {
    out.printf(Locale.ROOT, "%-10s %s%n", heading, fact);
  }

  /** Lines as they are. */
  void print(String text) {
    out.println(text);
  }

  /** A revision that was just applied. */
  void applied(String revision, String message, Duration duration) {
    out.printf(Locale.ROOT, "%-10s %s  %-40s %6s%n", "applied", revision, message, text(duration));
  }

  static String text(Duration duration) {
    return duration.toMillis() < 10_000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
  }
}
