package dev.retort.operation;

import dev.retort.schema.Constraint;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Optional;

/** Adds a constraint to a table, checking the rows that exist. */
public record AddConstraint(QualifiedName table, Constraint constraint) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withTableChanged(table, t -> t.withConstraint(constraint));
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    Table after = applyTo(before).requireTable(table);
    String name = after.constraints().get(after.constraints().size() - 1).name();
    return Optional.of(List.of(new DropConstraint(table, name)));
  }

  @Override
  public String describe() {
    return "add constraint "
        + (constraint.name().isEmpty() ? "on " : constraint.name() + " to ")
        + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
