package dev.retort.migrate;

/** Another process has migrated the database between two transactions of this one. */
final class HeadsMovedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HeadsMovedException(String message) {
    super(message);
  }
}
