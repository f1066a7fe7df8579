package dev.retort.processor.generate;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;

import dev.retort.operation.ExecuteSql;
import dev.retort.schema.Column;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.Optional;
import java.util.Set;

/**
 * Where a new sequence goes on when the table that it numbers has rows already. Hibernate names
 * such a sequence after the table, {@code machines_seq}, PostgreSQL after the column too.
 */
final class SequenceStarts {

  private static final Set<SqlType> NUMBERS =
      Set.of(SqlType.smallint(), SqlType.integer(), SqlType.bigint());

  private SequenceStarts() {}

  /**
   * The statement that moves the sequence past the ids that are there; empty where no table of the
   * schema but the new ones is numbered by it. Hibernate takes what a sequence gives for the last
   * of as many ids as it steps over, so that it has to give the highest one and a whole step more.
   */
  static Optional<ExecuteSql> pastTheRows(
      Sequence sequence, Schema schema, Set<QualifiedName> newTables) {
    if (sequence.increment() < 1) {
      return Optional.empty();
    }
    return schema.tables().values().stream()
        .filter(table -> !newTables.contains(table.name()))
        .filter(table -> table.name().namespace().equals(sequence.name().namespace()))
        .flatMap(table -> numbered(table, sequence).stream().map(id -> sql(sequence, table, id)))
        .findFirst();
  }

  private static Optional<Column> numbered(Table table, Sequence sequence) {
    return table
        .primaryKey()
        .map(PrimaryKey::columns)
        .filter(columns -> columns.size() == 1)
        .map(columns -> table.requireColumn(columns.get(0)))
        .filter(id -> NUMBERS.contains(id.type()) && id.identity().isEmpty())
        .filter(
            id -> {
              String local = table.name().local();
              return Set.of(local + "_seq", local + "_" + id.name() + "_seq")
                  .contains(sequence.name().local());
            });
  }

  private static ExecuteSql sql(Sequence sequence, Table table, Column id) {
    return new ExecuteSql(
        "SELECT setval("
            + literal(quote(sequence.name()))
            + ", greatest(max("
            + quote(id.name())
            + ")::bigint + "
            + sequence.increment()
            + ", "
            + sequence.start()
            + "), false) FROM "
            + quote(table.name()));
  }
}
