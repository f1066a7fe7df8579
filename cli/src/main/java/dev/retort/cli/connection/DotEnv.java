package dev.retort.cli.connection;

import dev.retort.cli.output.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the variables of a {@code .env} file. */
public final class DotEnv {

  private static final String NAME = ".env";
  private static final String EXPORT = "export ";

  private DotEnv() {}

  /**
   * The variables of the directory's {@code .env} file; none where there is no such file.
   *
   * @throws UsageException if it cannot be read, or a line is no setting
   */
  public static Map<String, String> in(Path directory) {
    Path file = directory.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    try {
      return parse(Files.readAllLines(file));
    } catch (CharacterCodingException e) {
      throw new UsageException(ConnectionProblems.unreadableFile(NAME, "it is not UTF-8 text."));
    } catch (IOException e) {
      throw new UsageException(
          ConnectionProblems.unreadableFile(NAME, e.getClass().getSimpleName() + "."));
    }
  }

  /**
   * Lines of {@code NAME=value}, perhaps with {@code export} before them; blank lines and those
   * that begin with {@code #} say nothing. Quotes around a whole value are taken off.
   */
  static Map<String, String> parse(List<String> lines) {
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String setting = line.startsWith(EXPORT) ? line.substring(EXPORT.length()) : line;
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw new UsageException(ConnectionProblems.unreadableLine(NAME, i + 1));
      }
      variables.put(
          setting.substring(0, equals).strip(), unquoted(setting.substring(equals + 1).strip()));
    }
    return Map.copyOf(variables);
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
