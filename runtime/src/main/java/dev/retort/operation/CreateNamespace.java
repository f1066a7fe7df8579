package dev.retort.operation;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Creates a namespace, what PostgreSQL calls a schema, unless it is there: often somebody else has
 * made it before.
 *
 * <p>Whether it was there is not recorded, so the inverse drops it, but never with something in it:
 * PostgreSQL refuses that (SQLSTATE 2BP01), and nothing is changed. A draft says so, and that the
 * statement is to be left out where the namespace was there before.
 */
public record CreateNamespace(String namespace) implements Operation {

  public CreateNamespace {
    requireNonNull(namespace, "namespace");
  }

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withNamespace(namespace);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new DropNamespace(namespace)));
  }

  @Override
  public String describe() {
    return "create namespace " + namespace;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
