package dev.retort.postgres;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;

import dev.retort.operation.MoveSequence;
import dev.retort.operation.MoveTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What takes tables and sequences from one namespace to another. */
final class NamespaceStatements {

  private NamespaceStatements() {}

  /** The table's indexes, constraints, triggers and identity sequences follow by themselves. */
  static List<String> of(MoveTable operation) {
    return Stream.concat(
            Stream.of(operation.table()),
            operation.partitions().stream().map(operation.table()::withLocal))
        .map(table -> set("ALTER TABLE " + quote(table), operation.namespace()))
        .toList();
  }

  static List<String> of(MoveSequence operation) {
    return List.of(set("ALTER SEQUENCE " + quote(operation.sequence()), operation.namespace()));
  }

  /** The namespace that migrations run in is first in the search path, whatever its name. */
  private static String set(String alter, Optional<String> namespace) {
    if (namespace.isPresent()) {
      return alter + " SET SCHEMA " + quote(namespace.get());
    }
    String body =
        "\nBEGIN\n  EXECUTE pg_catalog.format('%s SET SCHEMA %I', "
            + literal(alter)
            + ", pg_catalog.current_schema());\nEND\n";
    return SqlRenderer.block(body);
  }
}
