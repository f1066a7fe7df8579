package dev.retort.processor.generate;

import dev.retort.operation.AlterColumnType;
import dev.retort.operation.CompositeRebuild;
import dev.retort.operation.Operation;
import dev.retort.operation.RebuildCompositeType;
import dev.retort.postgres.Casts;
import dev.retort.postgres.Identifiers;
import dev.retort.schema.Attribute;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
      completed.add(completed(operation, schema));
      schema = operation.applyTo(schema);
    }
    return List.copyOf(completed);
  }

  private static Operation completed(Operation operation, Schema before) {
    if (operation instanceof RebuildCompositeType rebuild) {
      return completed(rebuild, before);
    }
    return operation instanceof AlterColumnType alter ? completed(alter, before) : operation;
  }

  private static Operation completed(RebuildCompositeType operation, Schema before) {
    CompositeType old = before.requireCompositeType(operation.type());
    CompositeRebuild rebuild = operation.rebuild();
    for (Attribute attribute : operation.rebuild().attributes()) {
      Optional<String> using =
          operation.rebuild().values().containsKey(attribute.name())
              ? Optional.empty()
              : old.attribute(attribute.name())
                  .filter(kept -> !kept.equals(attribute))
                  .flatMap(
                      kept ->
                          Casts.usingValue(
                              "(old)." + Identifiers.quote(kept.name()),
                              kept.type(),
                              attribute.type()));
      if (using.isPresent()) {
        rebuild = rebuild.giving(attribute.name(), using.get());
      }
    }
    return new RebuildCompositeType(operation.type(), rebuild);
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
