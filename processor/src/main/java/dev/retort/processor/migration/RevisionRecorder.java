package dev.retort.processor.migration;

import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.revision.Revision;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a revision's methods on a recorder, each in a bounded time. */
final class RevisionRecorder {

  private final Duration deadline;

  RevisionRecorder(Duration deadline) {
    this.deadline = deadline;
  }

  /** One of a revision's two methods. */
  enum Direction {
    UPGRADE,
    DOWNGRADE;

    /** The name of the method. */
    String method() {
      return this == UPGRADE ? "upgrade" : "downgrade";
    }

    private void call(Revision revision, Operations op) {
      if (this == UPGRADE) {
        revision.upgrade(op);
      } else {
        revision.downgrade(op);
      }
    }
  }

  /** A recording that did not come to its end. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean overdue;
    private final int line;

    private Failed(Throwable cause, boolean overdue, int line) {
      super(cause);
      this.overdue = overdue;
      this.line = line;
    }

    /** Whether it was stopped because it took too long. */
    boolean overdue() {
      return overdue;
    }

    /** The line of the revision that it failed at; 0 if unknown. */
    int line() {
      return line;
    }
  }

  /** Makes an instance of the class and records what the method does. */
  List<RecordedOperation> record(Class<?> revisionClass, Direction direction) throws Failed {
    CompletableFuture<List<RecordedOperation>> result = new CompletableFuture<>();
    Thread thread = new Thread(() -> run(revisionClass, direction, result), "retort-replay");
    thread.setDaemon(true);
    thread.start();
    try {
      return result.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      int line = lineIn(revisionClass, thread.getStackTrace());
      // The thread ends with its next operation, or where it waits for something.
      result.completeExceptionally(e);
      thread.interrupt();
      throw new Failed(e, true, line);
    } catch (ExecutionException e) {
      Throwable cause = rootOf(e.getCause());
      throw new Failed(cause, false, lineIn(revisionClass, cause.getStackTrace()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failed(e, false, 0);
    }
  }

  /** Any failure of the revision's code is a finding, a linkage or stack overflow error too. */
  private static void run(
      Class<?> revisionClass,
      Direction direction,
      CompletableFuture<List<RecordedOperation>> result) {
    try {
      Revision revision = (Revision) revisionClass.getDeclaredConstructor().newInstance();
      result.complete(Operations.record(op -> direction.call(revision, op), result::isDone));
    } catch (Throwable failure) {
      result.completeExceptionally(failure);
    }
  }

  private static Throwable rootOf(Throwable failure) {
    boolean wrapper =
        failure instanceof ReflectiveOperationException
            || failure instanceof ExceptionInInitializerError;
    return wrapper && failure.getCause() != null ? rootOf(failure.getCause()) : failure;
  }

  private static int lineIn(Class<?> revisionClass, StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      if (name.equals(revisionClass.getName()) || name.startsWith(revisionClass.getName() + "$")) {
        return Math.max(0, frame.getLineNumber());
      }
    }
    return 0;
  }
}
