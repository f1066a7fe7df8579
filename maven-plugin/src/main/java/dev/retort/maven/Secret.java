package dev.retort.maven;

/**
 * A parameter's value that no log may show: with {@code -X} Maven prints every parameter of a goal.
 */
public final class Secret {

  private String value = "";

  /** Called by Maven with what was given. */
  public void set(String given) {
    value = given == null ? "" : given;
  }

  /** What was given; empty if nothing was. */
  String value() {
    return value;
  }

  /** Not the value. */
  @Override
  public String toString() {
    return "***";
  }
}
