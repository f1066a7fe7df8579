package dev.retort.cli.output;

/** How parts of a text are set apart: by colours on a terminal, or not at all. */
public enum Style {
  PLAIN(false),
  COLORED(true);

  private static final String ESCAPE = "\u001b[";

  private final boolean colored;

  Style(boolean colored) {
    this.colored = colored;
  }

  /** The id of a revision. */
  public String id(String text) {
    return in("33", text);
  }

  /** What is said of a revision: head, current, its branch. */
  public String mark(String text) {
    return in("36", text);
  }

  /** What went wrong. */
  public String error(String text) {
    return in("31", text);
  }

  private String in(String color, String text) {
    return colored && !text.isEmpty() ? ESCAPE + color + "m" + text + ESCAPE + "0m" : text;
  }
}
