package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name the constraint's name; empty until it is in a table
 * @param columns the referring columns
 * @param referencedTable the table referred to, possibly the same one
 * @param referencedColumns the columns referred to, paired with {@code columns} by position
 * @param onDelete what a deleted parent row does to the referring ones
 * @param onUpdate what a changed parent key does to the referring rows
 */
public record ForeignKey(
    String name,
    List<String> columns,
    QualifiedName referencedTable,
    List<String> referencedColumns,
    ReferentialAction onDelete,
    ReferentialAction onUpdate)
    implements Constraint {

  public ForeignKey {
    requireNonNull(name, "name");
    columns = Names.requireColumns(columns, "a foreign key");
    requireNonNull(referencedTable, "referencedTable");
    referencedColumns = Names.requireDistinctColumns(referencedColumns, "a foreign key's target");
    requireNonNull(onDelete, "onDelete");
    requireNonNull(onUpdate, "onUpdate");
    if (columns.size() != referencedColumns.size()) {
      throw new IllegalArgumentException(
          "a foreign key on " + columns + " cannot refer to " + referencedColumns);
    }
  }

  /** Starts a foreign key: {@code foreignKey("machine_id").references("machines", "id")}. */
  public static Builder foreignKey(String... columns) {
    return new Builder(List.of(columns));
  }

  /** The first half of a foreign key, waiting for its target. */
  public static final class Builder {
    private final List<String> columns;

    private Builder(List<String> columns) {
      this.columns = columns;
    }

    public ForeignKey references(String table, String... referencedColumns) {
      return references(QualifiedName.of(table), referencedColumns);
    }

    public ForeignKey references(QualifiedName table, String... referencedColumns) {
      return new ForeignKey(
          "",
          columns,
          table,
          List.of(referencedColumns),
          ReferentialAction.NO_ACTION,
          ReferentialAction.NO_ACTION);
    }
  }

  public ForeignKey onDelete(ReferentialAction action) {
    return new ForeignKey(name, columns, referencedTable, referencedColumns, action, onUpdate);
  }

  public ForeignKey onUpdate(ReferentialAction action) {
    return new ForeignKey(name, columns, referencedTable, referencedColumns, onDelete, action);
  }

  @Override
  public ForeignKey named(String newName) {
    return new ForeignKey(newName, columns, referencedTable, referencedColumns, onDelete, onUpdate);
  }

  @Override
  public ForeignKey withColumnRenamed(String from, String to) {
    return new ForeignKey(
        name,
        Lists.replaced(columns, from, to),
        referencedTable,
        referencedColumns,
        onDelete,
        onUpdate);
  }

  /** The same foreign key after a column of the table that it refers to was renamed. */
  public ForeignKey withReferencedColumnRenamed(String from, String to) {
    return new ForeignKey(
        name,
        columns,
        referencedTable,
        Lists.replaced(referencedColumns, from, to),
        onDelete,
        onUpdate);
  }

  /** The same foreign key, referring to another table. */
  public ForeignKey withReferencedTable(QualifiedName table) {
    return new ForeignKey(name, columns, table, referencedColumns, onDelete, onUpdate);
  }

  @Override
  public <R> R accept(ConstraintVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
