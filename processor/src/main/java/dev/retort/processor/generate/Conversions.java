package dev.retort.processor.generate;

import dev.retort.operation.AlterColumnType;
import dev.retort.operation.Operation;
import dev.retort.postgres.Casts;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;

/** Tells PostgreSQL how to convert the values where a draft changes a type. */
final class Conversions {

  private Conversions() {}

  /**
   * The same operations, with the expression that converts old values wherever PostgreSQL does not
   * convert them by itself and none is given.
   *
   * @param before the schema that the first operation is applied to
   */
  static List<Operation> completed(List<Operation> operations, Schema before) {
    List<Operation> completed = new ArrayList<>();
    Schema schema = before;
    for (Operation operation : operations) {
      completed.add(
          operation instanceof AlterColumnType alter ? completed(alter, schema) : operation);
      schema = operation.applyTo(schema);
    }
    return List.copyOf(completed);
  }

  private static Operation completed(AlterColumnType alter, Schema before) {
    SqlType old = before.requireTable(alter.table()).requireColumn(alter.column()).type();
    return new AlterColumnType(
        alter.table(),
        alter.column(),
        alter.type(),
        alter.using().or(() -> Casts.using(alter.column(), old, alter.type())));
  }
}
