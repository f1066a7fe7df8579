package dev.retort.processor.generate;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterColumnType;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RebuildEnumType;
import dev.retort.operation.ValidateConstraint;
import java.util.Optional;

/**
 * What a reviewer is told above an operation that deletes more than its inverse can restore, or
 * that fails where the rows do not suit it.
 */
final class LossComment {

  private LossComment() {}

  static Optional<String> of(Operation operation) {
    if (operation instanceof DropTable) {
      return Optional.of("Deletes the table's rows: the downgrade restores the table, empty.");
    }
    if (operation instanceof DropColumn) {
      return Optional.of(
          "Deletes the column's values: the downgrade restores the column, not the values.");
    }
    if (operation instanceof DropSequence) {
      return Optional.of("Forgets the sequence's position: once created again, it starts anew.");
    }
    if (operation instanceof RebuildEnumType) {
      return Optional.of(
          "Fails where a row has a label that goes; replacing(\"OLD\", \"NEW\") gives it another.");
    }
    if (operation instanceof ValidateConstraint) {
      return Optional.of("Fails where a row does not satisfy the constraint.");
    }
    if (operation instanceof AddEnumValue) {
      return Optional.of(
          "Nothing in this revision can use the label: PostgreSQL wants it committed first.");
    }
    if (operation instanceof AlterColumnType alter && alter.using().isPresent()) {
      return Optional.of("Fails where a row has a value that cannot be converted.");
    }
    return Optional.empty();
  }
}
