package dev.retort.processor.generate;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterColumnType;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RebuildEnumType;
import java.util.List;
import java.util.Optional;

/**
 * What a reviewer is told above an operation that deletes more than its inverse can restore, or
 * that fails where the rows do not suit it.
 */
final class LossComment {

  private LossComment() {}

  /**
   * The line above an operation of an upgrade.
   *
   * @param downgrade the way back, which says what a dropped column was
   */
  static Optional<String> of(
      Operation operation, List<Operation> upgrade, List<Operation> downgrade) {
    if (operation instanceof DropColumn drop) {
      boolean wasGenerated = isGenerated(drop, downgrade);
      if (isGenerated(drop, upgrade)) {
        return Optional.of(
            wasGenerated
                ? "Added again below: its values are computed anew, and its place is the last."
                : "Deletes the column's values: from here on its expression gives them.");
      }
      return Optional.of(
          wasGenerated
              ? "The downgrade computes the column's values anew."
              : "Deletes the column's values: the downgrade restores the column, not the values.");
    }
    return of(operation);
  }

  /** Whether the column is added as a generated one. */
  private static boolean isGenerated(DropColumn drop, List<Operation> operations) {
    return operations.stream()
        .filter(AddColumn.class::isInstance)
        .map(AddColumn.class::cast)
        .anyMatch(
            add ->
                add.table().equals(drop.table())
                    && add.column().name().equals(drop.column())
                    && add.column().generation().isPresent());
  }

  private static Optional<String> of(Operation operation) {
    if (operation instanceof DropTable) {
      return Optional.of("Deletes the table's rows: the downgrade restores the table, empty.");
    }
    if (operation instanceof DropSequence) {
      return Optional.of("Forgets the sequence's position: once created again, it starts anew.");
    }
    if (operation instanceof RebuildEnumType) {
      return Optional.of(
          "Fails where a row has a label that goes; replacing(\"OLD\", \"NEW\") gives it another.");
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
