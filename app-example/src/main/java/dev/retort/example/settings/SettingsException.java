package dev.retort.example.settings;

/** A setting that cannot be used. The message says which, and what to write instead. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SettingsException(String message) {
    super(message);
  }
}
