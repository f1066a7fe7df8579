package dev.retort.migrate;

import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;

/** Some of several schemas were not upgraded (RT537); what each failed with is suppressed in it. */
public final class SchemasFailedException extends RetortException {

  private static final long serialVersionUID = 1L;

  private final String[] schemas;

  /**
   * An exception.
   *
   * @param failures what failed, by the name of its schema; at least one
   * @param all how many schemas were to be upgraded
   */
  public SchemasFailedException(Map<String, Throwable> failures, int all) {
    super(MigrationProblems.schemasFailed(failures, all));
    this.schemas = failures.keySet().toArray(String[]::new);
    failures.values().forEach(this::addSuppressed);
  }

  /** The names of the schemas that failed. */
  public List<String> schemas() {
    return List.of(schemas);
  }
}
