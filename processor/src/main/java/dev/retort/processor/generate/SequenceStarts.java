package dev.retort.processor.generate;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.retort.operation.ExecuteSql;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.schema.Column;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a new sequence, or that behind a new identity column, goes on when tables that it numbers
 * have rows already. Where nothing says which it numbers, its name does: Hibernate names it after
 * the table, {@code machines_seq}, PostgreSQL after the column too.
 */
final class SequenceStarts {

  private static final Set<SqlType> NUMBERS =
      Set.of(SqlType.smallint(), SqlType.integer(), SqlType.bigint());

  private record Id(Table table, Column column) {}

  private SequenceStarts() {}

  /**
   * The statement that moves the sequence past the ids that are there; empty where no table of the
   * schema but the new ones is numbered by it. Hibernate takes what a sequence gives for the last
   * of as many ids as it steps over, so that it has to give the highest one and a whole step more.
   *
   * @param columns those whose values it gives; empty where its name is to tell
   */
  static Optional<ExecuteSql> pastTheRows(
      Sequence sequence, Set<SchemaPath> columns, Schema schema, Set<QualifiedName> newTables) {
    if (sequence.increment() < 1) {
      return Optional.empty();
    }
    List<Id> ids = columns.isEmpty() ? byName(sequence, schema) : stated(columns, schema);
    List<Id> filled =
        ids.stream()
            .filter(id -> !newTables.contains(id.table().name()))
            .filter(id -> NUMBERS.contains(id.column().type()))
            .filter(id -> id.column().identity().isEmpty())
            .sorted(Comparator.comparing(id -> id.table().name()))
            .toList();
    return filled.isEmpty() ? Optional.empty() : Optional.of(sql(sequence, filled));
  }

  /**
   * The statement that moves the sequence behind a column that has just become an identity column
   * past the numbers that are there. It does nothing where there are none.
   */
  static ExecuteSql pastTheRows(QualifiedName table, String column) {
    String highest = "max(" + quote(column) + ")";
    return new ExecuteSql(
        "SELECT setval(pg_get_serial_sequence("
            + literal(quote(table))
            + ", "
            + literal(column)
            + "), greatest("
            + highest
            + ", 1), "
            + highest
            + " > 0) FROM "
            + quote(table));
  }

  private static List<Id> stated(Set<SchemaPath> columns, Schema schema) {
    List<Id> ids = new ArrayList<>();
    for (SchemaPath path : columns) {
      Optional<Table> table = schema.table(path.owner());
      table
          .flatMap(owner -> owner.column(path.name()))
          .ifPresent(column -> ids.add(new Id(table.get(), column)));
    }
    return ids;
  }

  private static List<Id> byName(Sequence sequence, Schema schema) {
    List<Id> ids = new ArrayList<>();
    for (Table table : schema.tables().values()) {
      List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
      if (key.size() == 1
          && table.name().namespace().equals(sequence.name().namespace())
          && isNamedAfter(sequence, table.name().local(), key.get(0))) {
        ids.add(new Id(table, table.requireColumn(key.get(0))));
      }
    }
    return ids;
  }

  private static boolean isNamedAfter(Sequence sequence, String table, String column) {
    String name = sequence.name().local();
    return name.equals(table + "_seq") || name.equals(table + "_" + column + "_seq");
  }

  private static ExecuteSql sql(Sequence sequence, List<Id> ids) {
    Id first = ids.get(0);
    String highest = "max(" + quote(first.column().name()) + ")";
    String rows = quote(first.table().name());
    if (ids.size() > 1) {
      highest = "max(id)";
      rows =
          ids.stream()
              .map(
                  id ->
                      "SELECT max("
                          + quote(id.column().name())
                          + ") AS id FROM "
                          + quote(id.table().name()))
              .collect(joining(" UNION ALL ", "(", ") AS ids"));
    }
    return new ExecuteSql(
        "SELECT setval("
            + literal(quote(sequence.name()))
            + ", greatest("
            + highest
            + "::bigint + "
            + sequence.increment()
            + ", "
            + sequence.start()
            + "), false) FROM "
            + rows);
  }
}
