package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a generated column a plain one, which keeps the values that it has. */
public record DropExpression(QualifiedName table, String column) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    if (schema.requireTable(table).requireColumn(column).generation().isEmpty()) {
      throw new SchemaException("column " + table + "." + column + " is not generated");
    }
    return schema.withTableChanged(
        table, t -> t.withColumnChanged(column, c -> c.withGeneration(Optional.empty())));
  }

  /** PostgreSQL generates no column that exists: it is dropped and added, with what is on it. */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    Column generated = before.requireTable(table).requireColumn(column);
    Schema plain = applyTo(before);
    List<Operation> aside = ColumnReplacements.aside(plain, table, Set.of(column));
    List<Operation> steps = new ArrayList<>(aside);
    for (Operation back : Inverses.of(aside, plain).orElseThrow()) {
      boolean adds = back instanceof AddColumn add && add.column().name().equals(column);
      steps.add(adds ? new AddColumn(table, generated) : back);
    }
    return Optional.of(List.copyOf(steps));
  }

  @Override
  public String describe() {
    return "alter column " + table + "." + column + " drop expression";
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
