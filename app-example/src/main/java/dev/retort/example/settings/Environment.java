package dev.retort.example.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads variables from the process environment and from a {@code .env} file. */
public final class Environment {

  private Environment() {}

  /** The file's variables, if there is such a file, and over them those of the process. */
  public static Map<String, String> read(Path file, Map<String, String> process) {
    Map<String, String> variables = new HashMap<>();
    if (Files.isRegularFile(file)) {
      try {
        variables.putAll(parse(Files.readAllLines(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(file + " cannot be read", e);
      }
    }
    variables.putAll(process);
    return Map.copyOf(variables);
  }

  /**
   * Lines of {@code NAME=value}; blank lines and those that begin with {@code #} say nothing.
   * Quotes around a whole value are taken off.
   *
   * @throws SettingsException if a line has no equals sign
   */
  static Map<String, String> parse(List<String> lines) {
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw new SettingsException(
            "Line " + (i + 1) + " of .env is not a setting. Write NAME=value, or # before a note.");
      }
      variables.put(
          line.substring(0, equals).strip(), unquoted(line.substring(equals + 1).strip()));
    }
    return variables;
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
