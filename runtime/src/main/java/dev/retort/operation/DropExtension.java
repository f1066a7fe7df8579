package dev.retort.operation;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Drops an extension that a revision created; nothing may need its types or functions any more. */
public record DropExtension(String extension) implements Operation {

  public DropExtension {
    requireNonNull(extension, "extension");
  }

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withoutExtension(extension);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(
        List.of(new CreateExtension(before.prerequisites().requireExtension(extension))));
  }

  @Override
  public String describe() {
    return "drop extension " + extension;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
