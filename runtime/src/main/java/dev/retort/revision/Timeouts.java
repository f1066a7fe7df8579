package dev.retort.revision;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a revision says of PostgreSQL's timeouts while it runs; what it does not say is as for all
 * revisions.
 *
 * @param lock how long a statement may wait for a lock; zero for no limit
 * @param statement how long a statement may take; zero for no limit
 */
public record Timeouts(Optional<Duration> lock, Optional<Duration> statement) {

  /** Of a revision that says nothing. */
  public static final Timeouts NONE = new Timeouts(Optional.empty(), Optional.empty());

  /** PostgreSQL's limit: its timeouts are 32-bit numbers of milliseconds, some 24 days. */
  public static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

  public Timeouts {
    requireNonNull(lock, "lock");
    requireNonNull(statement, "statement");
  }

  /**
   * Whether the revision says nothing. By hand: a record's own equals costs a boot milliseconds.
   */
  public boolean areNone() {
    return lock.isEmpty() && statement.isEmpty();
  }

  /** Not loaded by a boot, whose registry has milliseconds. */
  private static final class Text {
    private static final Pattern FORM = Pattern.compile("(\\d{1,10}) ?(ms|s|min|h|d)|0");
  }

  /**
   * Reads a timeout as PostgreSQL's settings are written: {@code 500ms}, {@code 2s}, {@code 10min},
   * {@code 1h}, {@code 1d}, or {@code 0} for no limit.
   *
   * @return the time; nothing if the text is none, or longer than {@link #LONGEST}
   */
  public static Optional<Duration> parse(String text) {
    Matcher form = Text.FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    if (form.group(1) == null) {
      return Optional.of(Duration.ZERO);
    }
    long count = Long.parseLong(form.group(1));
    Duration time =
        switch (form.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "min" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    return Optional.of(time).filter(each -> each.compareTo(LONGEST) <= 0);
  }
}
