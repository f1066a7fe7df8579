package dev.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutTextTest {

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "2s, PT2S",
    "10 min, PT10M",
    "1h, PT1H",
    "24d, PT576H",
    "0, PT0S",
    "0s, PT0S"
  })
  void readsWhatPostgresWrites(String text, Duration time) {
    assertThat(Timeouts.parse(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "-1s", "soon", "2 hours", "2S", "25d", "9999999999d", "99999999999s"})
  void readsNothingElse(String text) {
    assertThat(Timeouts.parse(text)).isEmpty();
  }

  @Test
  void theLongestIsThatOfPostgres() {
    assertThat(Timeouts.parse("2147483647ms")).contains(Timeouts.LONGEST);
    assertThat(Timeouts.parse("2147483648ms")).isEmpty();
  }
}
