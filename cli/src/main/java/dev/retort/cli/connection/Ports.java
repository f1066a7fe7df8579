package dev.retort.cli.connection;

/** Port numbers as text. */
final class Ports {

  private static final int LARGEST = 65_535;

  private Ports() {}

  static boolean isPort(String text) {
    return text.matches("\\d{1,5}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= LARGEST;
  }
}
