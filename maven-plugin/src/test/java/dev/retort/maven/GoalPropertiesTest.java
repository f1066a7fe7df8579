package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoalPropertiesTest {

  @Test
  void namesWhatNoGoalOfTheBuildTakes() {
    List<String> upgrade = List.of("compile", "retort:upgrade");

    assertThat(GoalProperties.unknown(List.of("retort.dryRun"), "upgrade", upgrade))
        .contains("retort.dryRun");
    assertThat(
            GoalProperties.unknown(
                List.of("retort.dry-run", "retort.url", "other.name"), "upgrade", upgrade))
        .isEmpty();
  }

  @Test
  void takesWhatIsMeantForAnotherGoalOfTheSameBuild() {
    List<String> given = List.of("retort.no-database");

    assertThat(GoalProperties.unknown(given, "upgrade", List.of("retort:upgrade", "retort:check")))
        .isEmpty();
    assertThat(GoalProperties.unknown(given, "upgrade", List.of("verify"))).isEmpty();
    assertThat(GoalProperties.unknown(given, "upgrade", List.of("retort:upgrade")))
        .contains("retort.no-database");
  }

  @Test
  void refusesAPromiseThatTheGoalCannotKeep() {
    assertThat(
            GoalProperties.unknown(
                List.of("retort.dry-run"), "stamp", List.of("compile", "retort:stamp")))
        .contains("retort.dry-run");
  }

  @Test
  void findsTheNearest() {
    assertThat(GoalProperties.nearest("retort.dryRun", "upgrade")).contains("retort.dry-run");
    assertThat(GoalProperties.nearest("retort.traget", "upgrade")).contains("retort.target");
    assertThat(GoalProperties.nearest("retort.elsewhere", "upgrade")).isEmpty();
  }
}
