package dev.retort;

import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.migrate.MigrationFailedException;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * PostgreSQL tells the row that it does not take, the key that is there already and what is no
 * number; Retort tells no value that was bound, neither in its message nor in a stack trace.
 */
class BoundValuesTest {

  private final TestDatabase database = TestDatabase.create();

  @BeforeEach
  void makeTable() throws SQLException {
    database.execute("CREATE TABLE r (id text PRIMARY KEY, n int CHECK (n > 0), list int[])");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "23502 | INSERT INTO r VALUES (NULL, 1 + ?) | 54321",
        "23505 | INSERT INTO r SELECT ? FROM generate_series(1, 2) | s3cret 54321",
        "23514 | INSERT INTO r VALUES ('a', ?) | -54321",
        "22P02 | INSERT INTO r VALUES ('a', ?) | s3cret 54321",
        "22003 | INSERT INTO r VALUES ('a', ?) | 543215432154321",
        "22P02 | INSERT INTO r (id, list) VALUES ('a', ?) | {1,54321x}",
        "22P02 | SELECT ?::json | {54321",
      })
  void areNotTold(String state, String sql, String value) {
    MigrationFailedException failure = failure(sql, value);

    assertThat(failure)
        .hasMessageContainingAll(
            "[RT512]", "BoundValuesTest.java:", "[SQLSTATE " + state + "] ERROR");
    assertThat(trace(failure)).doesNotContain("54321");
  }

  @Test
  void whatIsWrongIsToldAllTheSame() {
    assertThat(failure("INSERT INTO r VALUES (?, 0)", "a"))
        .hasMessageContaining("violates check constraint \"r_n_check\". It was rolled back");
    assertThat(failure("INSERT INTO r VALUES ('a', ?)", "one \"two\"\nthree"))
        .hasMessageContaining("invalid input syntax for type integer: \"***\". It was rolled back");
    assertThat(failure("INSERT INTO r (id, n) VALUES (?, DATE '2026-11-22')", "a"))
        .hasMessageContainingAll("column \"n\" is of type integer", "Hint: ");
  }

  private MigrationFailedException failure(String sql, Object value) {
    Retort retort =
        Retort.on(database.dataSource())
            .registry(TestRegistry.of(revision("x", op -> op.execute(sql, value))));
    return catchThrowableOfType(MigrationFailedException.class, retort::upgrade);
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
