package dev.retort.cli.testing;

import dev.retort.cli.RetortCli;
import dev.retort.cli.Surroundings;
import dev.retort.revision.RevisionRegistry;
import dev.retort.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text of commands with what they print, run again on a new database.
 *
 * <p>Lines that begin with {@code # } are notes; {@code # history: NAME} takes the revisions of
 * {@link TestHistory#named}, {@code # project: NAME} puts those sources into the working directory,
 * and {@code # edit: FILE: OLD => NEW} changes one, {@code # file: NAME: LINE} writes one, {@code #
 * compile} takes the revisions of those sources as they are then, {@code # sql: …} is run on the
 * database. Commands are {@code $ NAME=value retort …}: a variable without a value is taken out of
 * the environment. Below each is what it printed, lines of the second stream behind {@code ! }, and
 * {@code exit N}.
 */
public final class Transcript {

  private static final String HISTORY = "# history: ";
  private static final String PROJECT = "# project: ";
  private static final String SQL = "# sql: ";
  private static final String FILE = "# file: ";
  private static final String EDIT = "# edit: ";
  private static final String COMPILE = "# compile";
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

  private final TestDatabase database;
  private final Path directory;
  private final Map<String, String> environment;
  private Supplier<RevisionRegistry> history = () -> TestHistory.named("line");
  private final List<String> documents = new ArrayList<>();
  private final StringBuilder printed = new StringBuilder();

  public Transcript(TestDatabase database, Path directory) {
    this.database = database;
    this.directory = directory;
    this.environment =
        Map.of(
            "DATABASE_URL", database.url(),
            "DB_USER", database.user(),
            "DB_PASSWORD", database.password());
  }

  /** The transcript with what its commands print now. */
  public String runAgain(String transcript) {
    StringBuilder text = new StringBuilder();
    boolean inOutput = false;
    for (String line : transcript.lines().toList()) {
      if (line.startsWith("$ ")) {
        text.append(line).append('\n').append(run(line.substring(2)));
        inOutput = true;
      } else if (!inOutput || line.startsWith("# ")) {
        inOutput = false;
        text.append(line).append('\n');
        if (line.startsWith(HISTORY)) {
          String name = line.substring(HISTORY.length());
          history = () -> TestHistory.named(name);
        } else if (line.startsWith(PROJECT)) {
          TestProject.copy(line.substring(PROJECT.length()), directory);
        } else if (line.equals(COMPILE)) {
          RevisionRegistry compiled = compile();
          history = () -> compiled;
        } else if (line.startsWith(SQL)) {
          execute(line.substring(SQL.length()));
        } else if (line.startsWith(FILE)) {
          TestProject.write(line.substring(FILE.length()), directory);
        } else if (line.startsWith(EDIT)) {
          TestProject.edit(line.substring(EDIT.length()), directory);
        }
      } else if (line.startsWith("exit ")) {
        inOutput = false;
      }
    }
    return text.toString();
  }

  private RevisionRegistry compile() {
    try {
      return new CompiledProject(directory, database).compile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that was printed, as it was. */
  public String printed() {
    return printed.toString();
  }

  private void execute(String sql) {
    try {
      database.execute(sql);
    } catch (SQLException e) {
      throw new IllegalArgumentException(sql, e);
    }
  }

  /** All JSON documents that were printed, as they were. */
  public List<String> documents() {
    return List.copyOf(documents);
  }

  private String run(String command) {
    Map<String, String> variables = new HashMap<>(environment);
    List<String> words = words(command);
    while (!words.get(0).equals("retort")) {
      String[] setting = words.remove(0).split("=", 2);
      if (setting[1].isEmpty()) {
        variables.remove(setting[0]);
      } else {
        variables.put(setting[0], setting[1]);
      }
    }
    words.remove(0);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        Surroundings.of(new PrintWriter(out), new PrintWriter(err))
            .environment(variables)
            .directory(directory)
            .registry(history);
    int exit = RetortCli.run(words, surroundings).code();
    printed.append(out).append(err);
    if (words.contains("--json")) {
      documents.add(out.toString());
    }
    String errors =
        err.toString().lines().map(line -> "! " + line + "\n").collect(Collectors.joining());
    return normalized(out + errors) + "exit " + exit + "\n";
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group().replace("\"", ""));
    }
    return words;
  }

  /** Without what differs from run to run. */
  private String normalized(String text) {
    String port = database.url().replaceFirst("^.*?:(\\d+)/.*$", "$1");
    return text.replaceAll("\\(\\d+ ms\\)", "(N ms)")
        .replaceAll("(created = \\\\?\")[^\"\\\\]*", "$1TIME")
        .replaceAll("\"milliseconds\":\\d+", "\"milliseconds\":0")
        .replaceAll("\"bytes\":\\d+", "\"bytes\":0")
        .replaceAll("\\d+ kB\\b", "N kB")
        .replaceAll("(?m)^! +at .*\n", "")
        .replaceAll(":" + port + "\\b", ":PORT")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC", "TIME")
        .replaceAll("by \\S+@[0-9a-f.:]+\\b", "by USER@HOST")
        .replaceAll("retort_[0-9a-f]{32}", "DATABASE")
        .replace(directory.toString(), "DIRECTORY");
  }
}
