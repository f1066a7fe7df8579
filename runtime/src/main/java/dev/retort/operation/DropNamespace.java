package dev.retort.operation;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Drops a namespace that a revision created and that nothing is in any more. */
public record DropNamespace(String namespace) implements Operation {

  public DropNamespace {
    requireNonNull(namespace, "namespace");
  }

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withoutNamespace(namespace);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new CreateNamespace(namespace)));
  }

  @Override
  public String describe() {
    return "drop namespace " + namespace;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
