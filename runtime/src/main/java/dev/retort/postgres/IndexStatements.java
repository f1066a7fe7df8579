package dev.retort.postgres;

import static dev.retort.postgres.Identifiers.list;
import static dev.retort.postgres.Identifiers.quote;

import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.QualifiedName;
import java.util.StringJoiner;

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
        + keys(index)
        + (index.included().isEmpty() ? "" : " INCLUDE (" + list(index.included()) + ")")
        + (index.nullsDistinct() ? "" : " NULLS NOT DISTINCT")
        + (index.predicate().isPresent() ? " WHERE " + index.predicate().get() : "");
  }

  /** The statement that drops an index, which is named in the namespace of its table. */
  static String drop(QualifiedName table, String index, boolean concurrently) {
    return "DROP INDEX " + concurrently(concurrently) + quote(table.withLocal(index));
  }

  private static String concurrently(boolean concurrently) {
    return concurrently ? "CONCURRENTLY " : "";
  }

  private static String keys(Index index) {
    StringJoiner keys = new StringJoiner(", ", "(", ")");
    for (IndexKey key : index.keys()) {
      keys.add(key(key));
    }
    return keys.toString();
  }

  private static String key(IndexKey key) {
    return (key.column().isPresent()
            ? quote(key.column().get())
            : "(" + key.expression().orElseThrow() + ")")
        + (key.operatorClass().isPresent() ? " " + quote(key.operatorClass().get()) : "")
        + (key.descending() ? " DESC" : "")
        + (key.hasDefaultNulls() ? "" : " NULLS " + key.nulls().name());
  }
}
