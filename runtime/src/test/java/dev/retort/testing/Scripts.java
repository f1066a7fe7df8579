package dev.retort.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Runs SQL scripts as their users do: with psql, where the machine has it. */
public final class Scripts {

  private Scripts() {}

  /**
   * Runs a script; what it prints and what fails is the answer.
   *
   * @return what psql or the server complained of; empty if all went well
   */
  public static Optional<String> run(TestDatabase database, String script) {
    try {
      return withPsql(database, script);
    } catch (IOException noPsql) {
      return withDriver(database, script);
    }
  }

  /** Whether the machine has psql, which alone runs statements outside a transaction. */
  public static boolean hasPsql() {
    try {
      return new ProcessBuilder("psql", "--version").start().waitFor() == 0;
    } catch (IOException noPsql) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<String> withPsql(TestDatabase database, String script)
      throws IOException {
    Path file = Files.createTempFile("script", ".sql");
    try {
      Files.writeString(file, script);
      // The driver's own parameters mean nothing to psql.
      String url = database.url().substring("jdbc:".length()).replaceFirst("\\?.*", "");
      ProcessBuilder psql =
          new ProcessBuilder("psql", "-X", "-q", "-d", url, "-f", file.toString());
      psql.environment().put("PGUSER", database.user());
      psql.environment().put("PGPASSWORD", database.password());
      psql.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.PIPE);
      Process process = psql.start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      return process.waitFor() == 0 ? Optional.empty() : Optional.of(said);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(interrupted));
    } finally {
      Files.delete(file);
    }
  }

  /** The lines that begin with a backslash are psql's own. */
  private static Optional<String> withDriver(TestDatabase database, String script) {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(script.replaceAll("(?m)^\\\\.*$", ""));
      return Optional.empty();
    } catch (SQLException refused) {
      return Optional.of(refused.getMessage());
    }
  }
}
