package dev.retort.cli.command;

import dev.retort.Retort;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The option of every command that takes the migration lock. */
final class LockOption {

  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "", Duration.ofSeconds(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1));

  @Option(
      names = "--lock-wait",
      paramLabel = "TIME",
      description =
          "How long to wait while another process is migrating: 90s, 30m or 2h, for example; by"
              + " default 5m.")
  private Optional<String> wait = Optional.empty();

  /** The migrator that waits so long. */
  Retort on(Retort retort) {
    return wait.isPresent() ? waiting(retort, wait.get()) : retort;
  }

  private static Retort waiting(Retort retort, String text) {
    Matcher time = TIME.matcher(text);
    if (time.matches()) {
      try {
        return retort.lockWaitTimeout(
            UNITS.get(time.group(2)).multipliedBy(Long.parseLong(time.group(1))));
      } catch (IllegalArgumentException longerThanPostgres) {
        // Told below.
      }
    }
    throw Usage.refused(
        "--lock-wait '" + text + "' is no time up to 24 days, such as 90s, 30m or 2h",
        Usage.ANY_COMMAND);
  }
}
