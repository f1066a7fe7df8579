package dev.retort.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.revision.RevisionInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class AppliedLogTest {

  private final List<String> lines = new ArrayList<>();
  private final AppliedLog log = new AppliedLog(new Lines(), "public");

  @Test
  void theFirstRevisionIsToldAtOnceAndWhatFollowsTogether() {
    log.add(step("a", Direction.UPGRADE), Duration.ofMillis(3));
    assertThat(lines).containsExactly("applied revision a (do a) in 3 ms");

    log.add(step("b", Direction.UPGRADE), Duration.ofMillis(2));
    log.add(step("c", Direction.UPGRADE), Duration.ofMillis(2));
    assertThat(lines).hasSize(1);

    log.flush();
    assertThat(lines).hasSize(2).last().isEqualTo("applied 2 revisions, b to c, in 4 ms");
    log.flush();
    assertThat(lines).hasSize(2);
  }

  @Test
  void whatWasDoneInTheOtherDirectionIsToldByItself() {
    log.add(step("a", Direction.UPGRADE), Duration.ofMillis(1));
    log.add(step("b", Direction.UPGRADE), Duration.ofMillis(1));
    log.add(step("b", Direction.DOWNGRADE), Duration.ofMillis(1));
    log.flush();

    assertThat(lines)
        .containsExactly(
            "applied revision a (do a) in 1 ms",
            "applied revision b (do b) in 1 ms",
            "took back revision b (do b) in 1 ms");
  }

  @Test
  void anotherSchemaIsNamed() {
    new AppliedLog(new Lines(), "acme").add(step("a", Direction.UPGRADE), Duration.ofMillis(3));

    assertThat(lines).containsExactly("schema acme: applied revision a (do a) in 3 ms");
  }

  @Test
  void revisionsThatShareATransactionAreOneLineAfterWhatWasBefore() {
    log.add(step("a", Direction.UPGRADE), Duration.ofMillis(1));
    log.add(step("b", Direction.UPGRADE), Duration.ofMillis(1));
    log.add(
        List.of(step("c", Direction.UPGRADE), step("d", Direction.UPGRADE)), Duration.ofMillis(9));

    assertThat(lines)
        .containsExactly(
            "applied revision a (do a) in 1 ms",
            "applied revision b (do b) in 1 ms",
            "applied 2 revisions in one transaction, c to d, in 9 ms");
  }

  private static MigrationStep step(String id, Direction direction) {
    return new MigrationStep(
        new RevisionInfo(id, List.of(), "do " + id, "1:" + id), direction, List.of(), List.of());
  }

  private final class Lines implements System.Logger {

    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String line, Throwable thrown) {
      lines.add(line);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String line, Object... parameters) {
      lines.add(line);
    }
  }
}
