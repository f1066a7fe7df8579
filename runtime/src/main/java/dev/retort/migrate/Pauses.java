package dev.retort.migrate;

/** Waiting that can be interrupted. */
final class Pauses {

  private Pauses() {}

  /**
   * Sleeps.
   *
   * @throws MigrationLockException if the thread is interrupted; its flag stays set
   */
  static void sleep(long millis, String waitingFor) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw MigrationLockException.interrupted(waitingFor);
    }
  }
}
