package dev.retort.processor.diagnostic;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumnNullable;
import dev.retort.operation.AlterColumnType;
import dev.retort.operation.AlterPartitions;
import dev.retort.operation.CreateHypertable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreatePartition;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropPartition;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.MoveRows;
import dev.retort.operation.Operation;
import dev.retort.operation.RebuildCompositeType;
import dev.retort.operation.RebuildEnumType;
import dev.retort.operation.ValidateConstraint;
import dev.retort.postgres.Casts;
import dev.retort.postgres.TypeCapacity;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Partition;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.Optional;

/**
 * What an operation means for rows that are there: what it deletes, and where it fails. A person
 * decides on it, so the error at the element says it, and the draft says it above the statement.
 *
 * <p>The sentences have no subject: they follow "the change", and stand alone as comments.
 */
public final class Consequences {

  private static final String NO_VALUE_COMPUTED =
      "Fails where a row's values give none for the expression.";

  /** What Hibernate makes of a LOB: the number of a large object. */
  private static final SqlType LARGE_OBJECT = SqlType.type("oid");

  private Consequences() {}

  /**
   * What the operation does to rows; empty where they neither lose anything nor stand in its way.
   *
   * @param before a schema with the table that the operation changes, as it is before
   */
  public static Optional<String> of(Operation operation, Schema before) {
    Optional<String> lost = lost(operation, before);
    if (lost.isPresent()) {
      return lost;
    }
    if (operation instanceof AddColumn add && needsValues(add.column())) {
      return Optional.of(
          add.column().generation().isPresent()
              ? NO_VALUE_COMPUTED
              : "Has to give each row a value before the column is NOT NULL.");
    }
    if (operation instanceof AlterColumnNullable alter && !alter.nullable()) {
      Column column = before.requireTable(alter.table()).requireColumn(alter.column());
      return Optional.of(
          column.generation().isPresent() ? NO_VALUE_COMPUTED : "Fails where a row has no value.");
    }
    if (operation instanceof AlterColumnType alter) {
      SqlType old = before.requireTable(alter.table()).requireColumn(alter.column()).type();
      return ofTypeChange(old, alter);
    }
    if (operation instanceof AddConstraint add) {
      return ofConstraint(add.constraint());
    }
    if (operation instanceof ValidateConstraint) {
      return Optional.of("Fails where a row does not satisfy the constraint.");
    }
    if (operation instanceof CreateIndex create && create.index().unique()) {
      return Optional.of("Fails where two rows have the same values.");
    }
    if (operation instanceof RebuildEnumType rebuild) {
      boolean keepsAll =
          rebuild.rebuild().labels().containsAll(before.requireEnumType(rebuild.type()).labels());
      return keepsAll
          ? Optional.empty()
          : Optional.of(
              "Fails where a row has a label that goes; replacing(\"OLD\", \"NEW\") gives it"
                  + " another.");
    }
    if (operation instanceof RebuildCompositeType rebuild) {
      return CompositeConsequences.fails(rebuild, before);
    }
    return ofPartitions(operation, before);
  }

  private static Optional<String> ofPartitions(Operation operation, Schema before) {
    if (operation instanceof CreatePartition create
        && !create.partition().isDefault()
        && before.requireTable(create.table()).partitions().stream()
            .anyMatch(Partition::isDefault)) {
      return Optional.of(
          "Takes the rows that belong in it out of the default partition, which nobody can read or"
              + " write meanwhile.");
    }
    if (operation instanceof AlterPartitions) {
      return Optional.of("Fails where a row of the partition lies outside of the new bounds.");
    }
    if (operation instanceof MoveRows) {
      return Optional.of(
          "Copies every row, while nobody can read or write the table; what Retort does not know of"
              + " it, such as privileges, stays behind.");
    }
    return operation instanceof CreateHypertable
        ? Optional.of("Moves every row into chunks, while nobody can read or write the table.")
        : Optional.empty();
  }

  /**
   * What the operation deletes and its inverse cannot restore. The values of a generated column are
   * computed anew.
   *
   * @param before a schema with the column that the operation drops, as it is before
   */
  public static Optional<String> lost(Operation operation, Schema before) {
    if (operation instanceof DropTable) {
      return Optional.of("Deletes the table's rows: the downgrade restores the table, empty.");
    }
    if (operation instanceof DropColumn drop) {
      Column column = before.requireTable(drop.table()).requireColumn(drop.column());
      return column.generation().isPresent()
          ? Optional.empty()
          : Optional.of(
              "Deletes the column's values: the downgrade restores the column, not the values.");
    }
    if (operation instanceof DropPartition) {
      return Optional.of("Deletes the partition's rows: the downgrade restores it, empty.");
    }
    if (operation instanceof DropSequence) {
      return Optional.of("Forgets the sequence's position: once created again, it starts anew.");
    }
    return CompositeConsequences.lost(operation, before);
  }

  /** Whether a table with rows cannot get the column as it is. */
  public static boolean needsValues(Column column) {
    return !column.nullable()
        && column.defaultExpression().isEmpty()
        && column.identity().isEmpty();
  }

  private static Optional<String> ofTypeChange(SqlType old, AlterColumnType alter) {
    if (TypeCapacity.holds(alter.type(), old)) {
      return Optional.empty();
    }
    if (isTimestamp(old) && isTimestamp(alter.type()) && !old.name().equals(alter.type().name())) {
      return Optional.of("Takes the values as times in the session's time zone.");
    }
    if (old.equals(LARGE_OBJECT)) {
      return Optional.of(
          "Copies the content of the large objects, which stay until vacuumlo removes them.");
    }
    if (alter.type().equals(LARGE_OBJECT) && alter.using().isEmpty()) {
      return Optional.empty();
    }
    if (old.arrayDimensions() > 0 && alter.type().arrayDimensions() == 0) {
      return Optional.of(
          isText(alter.type())
              ? "Fails where the text of an array is too long for the new type."
              : "Keeps the first element of each array, and drops the others.");
    }
    boolean converted =
        alter.using().or(() -> Casts.using(alter.column(), old, alter.type())).isPresent();
    if (converted) {
      return Optional.of("Fails where a row has a value that cannot be converted.");
    }
    if (isTimestamp(old) && alter.type().name().equals("date")) {
      return Optional.of("Keeps the date of each value, and drops its time of day.");
    }
    if (isTimestamp(old) && alter.type().name().startsWith("time ")) {
      return Optional.of("Keeps the time of day of each value, and drops its date.");
    }
    return Optional.of(
        alter.type().name().startsWith("character")
            ? "Fails where a value is too long for the new type."
            : "Fails where a value does not fit the new type, and rounds what is more precise.");
  }

  private static boolean isText(SqlType type) {
    return type.name().equals("text") || type.name().startsWith("character");
  }

  private static boolean isTimestamp(SqlType type) {
    return type.name().startsWith("timestamp");
  }

  private static Optional<String> ofConstraint(Constraint constraint) {
    if (!constraint.isValidated()) {
      return Optional.empty();
    }
    if (constraint.isKey()) {
      return Optional.of("Fails where two rows have the same values.");
    }
    if (constraint instanceof ForeignKey key) {
      return Optional.of("Fails where a row refers to none of " + key.referencedTable() + ".");
    }
    return constraint instanceof CheckConstraint
        ? Optional.of("Fails where a row does not meet the condition.")
        : Optional.empty();
  }
}
