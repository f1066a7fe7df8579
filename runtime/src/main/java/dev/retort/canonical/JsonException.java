package dev.retort.canonical;

/** Text that is not JSON, or JSON that does not have the form that was expected. */
public final class JsonException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  JsonException(String fact) {
    super(fact);
  }
}
