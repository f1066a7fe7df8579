package dev.retort.processor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.operation.Operations;
import dev.retort.processor.migration.RevisionRecorder.Direction;
import dev.retort.processor.migration.RevisionRecorder.Failed;
import dev.retort.revision.Revision;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RevisionRecorderTest {

  /** Records for ever, whatever interrupts it. */
  public static final class Endless implements Revision {

    static final CompletableFuture<Throwable> END = new CompletableFuture<>();

    @Override
    public void upgrade(Operations op) {
      try {
        while (true) {
          op.dropTable("item");
          Thread.onSpinWait();
        }
      } catch (RuntimeException ended) {
        END.complete(ended);
        throw ended;
      }
    }

    @Override
    public void downgrade(Operations op) {}
  }

  @Test
  void whatIsOverdueEndsWithItsNextOperation() throws Exception {
    RevisionRecorder recorder = new RevisionRecorder(Duration.ofMillis(200));

    Failed failed =
        catchThrowableOfType(Failed.class, () -> recorder.record(Endless.class, Direction.UPGRADE));

    assertThat(failed.overdue()).isTrue();
    assertThat(Endless.END.get(30, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
  }
}
