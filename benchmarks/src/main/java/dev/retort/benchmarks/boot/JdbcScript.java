package dev.retort.benchmarks.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The migrations as plain JDBC has them: one statement on each line of a resource. */
final class JdbcScript {

  static final String STATEMENTS = "jdbc/statements.sql";

  /** How many there are, which a boot that has nothing to do needs to know. */
  static final String COUNT = "jdbc/count.txt";

  static final String CREATE_VERSIONS =
      "CREATE TABLE schema_versions (version integer PRIMARY KEY, checksum text NOT NULL,"
          + " applied_at timestamptz NOT NULL DEFAULT now())";

  private JdbcScript() {}

  static int count() throws IOException {
    return Integer.parseInt(read(COUNT));
  }

  static List<String> statements() throws IOException {
    return read(STATEMENTS).lines().toList();
  }

  private static String read(String resource) throws IOException {
    try (InputStream stream = JdbcScript.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), UTF_8);
    }
  }
}
