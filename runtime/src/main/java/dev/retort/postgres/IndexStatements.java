package dev.retort.postgres;

import static dev.retort.postgres.Identifiers.list;
import static dev.retort.postgres.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.QualifiedName;

/** The statements on indexes. */
public final class IndexStatements {

  private IndexStatements() {}

  /** The statement that creates an index, without a semicolon at its end. */
  public static String create(QualifiedName table, Index index) {
    return create(table, index, /* concurrently= */ false);
  }

  static String create(QualifiedName table, Index index, boolean concurrently) {
    return (index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
        + concurrently(concurrently)
        + quote(index.name())
        + " ON "
        + quote(table)
        + (index.isBtree() ? " " : " USING " + quote(index.method()) + " ")
        + index.keys().stream().map(IndexStatements::key).collect(joining(", ", "(", ")"))
        + (index.included().isEmpty() ? "" : " INCLUDE (" + list(index.included()) + ")")
        + (index.nullsDistinct() ? "" : " NULLS NOT DISTINCT")
        + index.predicate().map(condition -> " WHERE " + condition).orElse("");
  }

  /** The statement that drops an index, which is named in the namespace of its table. */
  static String drop(QualifiedName table, String index, boolean concurrently) {
    return "DROP INDEX " + concurrently(concurrently) + quote(table.withLocal(index));
  }

  private static String concurrently(boolean concurrently) {
    return concurrently ? "CONCURRENTLY " : "";
  }

  private static String key(IndexKey key) {
    return key.column()
            .map(Identifiers::quote)
            .or(() -> key.expression().map(expression -> "(" + expression + ")"))
            .orElseThrow()
        + key.operatorClass().map(name -> " " + quote(name)).orElse("")
        + (key.descending() ? " DESC" : "")
        + (key.hasDefaultNulls() ? "" : " NULLS " + key.nulls().name());
  }
}
