package dev.retort.cli.connection;

import dev.retort.cli.output.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the variables of a {@code .env} file. */
public final class DotEnv {

  private static final String NAME = ".env";
  private static final String EXPORT = "export ";

  /** A quoted value with a note behind it. */
  private static final Pattern NOTED = Pattern.compile("([\"'])([^\"']*)\\1\\s+#.*");

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
   * that begin with {@code #} say nothing. Quotes around a value are taken off, with a note that
   * follows them.
   */
  static Map<String, String> parse(List<String> lines) {
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = (i == 0 ? withoutMark(lines.get(i)) : lines.get(i)).strip();
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

  /** Editors on Windows begin a file with a byte order mark. */
  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private static String unquoted(String value) {
    Matcher noted = NOTED.matcher(value);
    if (noted.matches()) {
      return noted.group(2);
    }
    boolean quoted =
        value.length() >= 2
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
