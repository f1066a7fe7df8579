package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Drops a constraint of a table. */
public record DropConstraint(QualifiedName table, String constraint) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withoutConstraint(table, constraint);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(
        List.of(
            new AddConstraint(table, before.requireTable(table).requireConstraint(constraint))));
  }

  @Override
  public String describe() {
    return "drop constraint " + constraint + " of " + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
