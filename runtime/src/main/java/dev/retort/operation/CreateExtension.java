package dev.retort.operation;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.Extension;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Creates an extension of PostgreSQL unless it is there: often it takes a superuser, who has
 * created it before. The server must have it installed.
 *
 * <p>Whether it was there is not recorded, so the inverse drops it, but never what something else
 * uses: PostgreSQL refuses that (SQLSTATE 2BP01), and nothing is changed. A draft says so, and that
 * the statement is to be left out where the extension was there before.
 */
public record CreateExtension(Extension extension) implements Operation {

  public CreateExtension {
    requireNonNull(extension, "extension");
  }

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withExtension(extension);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new DropExtension(extension.name())));
  }

  @Override
  public String describe() {
    return "create extension " + extension.name();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
