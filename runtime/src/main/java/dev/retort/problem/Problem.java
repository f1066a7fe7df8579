package dev.retort.problem;

/**
 * Something that is wrong, as a value.
 *
 * @param code the stable code, e.g. {@code RT201}
 * @param fact what is the case, with names; whole sentences
 * @param fix a step that the reader can take, preferably one to paste; whole sentences
 */
public record Problem(String code, String fact, String fix) {

  public Problem {
    if (!code.matches("RT\\d{3}")) {
      throw new IllegalArgumentException("not a problem code: " + code);
    }
  }

  /** The whole message: {@code [RT201] fact Fix: fix}. */
  public String text() {
    return "[" + code + "] " + fact + " Fix: " + fix;
  }
}
