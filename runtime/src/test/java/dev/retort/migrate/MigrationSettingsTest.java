package dev.retort.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.retort.revision.Timeouts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationSettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"-PT1S", "PT0.0001S", "P60D", "PT2562047788015215H"})
  void refusesTimeoutsThatPostgresqlDoesNotHave(String timeout) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MigrationSettings.DEFAULT.withLockTimeout(Duration.parse(timeout)))
        .withMessageContaining("statementLockTimeout is PT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-PT1S", "PT2562047788015215H"})
  void refusesWaitsWithoutMeaning(String wait) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MigrationSettings.DEFAULT.withLockWait(Duration.parse(wait)))
        .withMessageContaining("lockWaitTimeout is PT");
  }

  @Test
  void takesTheBounds() {
    MigrationSettings longest =
        MigrationSettings.DEFAULT.withLockTimeout(Timeouts.LONGEST).withLockWait(Timeouts.LONGEST);

    assertThat(longest.lockTimeout().toMillis()).isEqualTo(Integer.MAX_VALUE);
    assertThat(longest.withLockTimeout(Duration.ZERO).lockTimeout()).isZero();
  }

  /** PostgreSQL would take another schema's name for it, and find what that one has. */
  @ParameterizedTest
  @ValueSource(strings = {"t", "\u00fc", "\ud83d\ude00"})
  void refusesSchemasWhoseNamesPostgresqlWouldCut(String letter) {
    int bytes = letter.getBytes(UTF_8).length;
    String longest = letter.repeat(63 / bytes);

    assertThat(MigrationSettings.DEFAULT.withSchema(longest).schema()).isEqualTo(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MigrationSettings.DEFAULT.withSchema(longest + letter))
        .withMessageContainingAll("schema '" + longest + letter + "'", "63 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "$user", "pg_catalog", "pg_temp", "information_schema"})
  void refusesSchemasThatAreNotAnApplications(String schema) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MigrationSettings.DEFAULT.withSchema(schema))
        .withMessageContaining("'" + schema + "'");
  }
}
