package dev.retort.example;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has been started, to be closed in reverse order, once. Closing from the shutdown hook while
 * the main thread still starts things is safe: what comes too late is closed at once.
 */
final class Lifecycle implements AutoCloseable {

  /** A thing that closes without a checked exception. */
  @FunctionalInterface
  interface Closing {
    void close();
  }

  private final Deque<Closing> started = new ArrayDeque<>();
  private boolean closed;

  /**
   * Takes over the closing of something.
   *
   * @throws IllegalStateException if this is closed already
   */
  synchronized void add(Closing closing) {
    if (closed) {
      closing.close();
      throw new IllegalStateException("The application is stopping.");
    }
    started.push(closing);
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!started.isEmpty()) {
      started.pop().close();
    }
  }
}
