package dev.retort.cli.setup;

/** A project file that Retort cannot be added to. */
public final class UnusablePomException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String fix;

  UnusablePomException(String reason, String fix) {
    super(reason);
    this.fix = fix;
  }

  /** What to do instead. */
  public String fix() {
    return fix;
  }
}
