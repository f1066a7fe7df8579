package dev.retort.migrate;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import java.sql.SQLException;

/** The tables in which Retort keeps what it applied cannot be read or created. */
public final class BookkeepingException extends RetortException {

  private static final long serialVersionUID = 1L;

  private BookkeepingException(Problem problem, Throwable cause) {
    super(problem, cause);
  }

  static BookkeepingException of(String schema, SQLException cause) {
    return new BookkeepingException(
        MigrationProblems.bookkeeping(schema, cause), Secrets.strip(cause));
  }
}
