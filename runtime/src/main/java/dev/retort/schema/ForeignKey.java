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
 * @param deferrability when it is checked
 * @param validated whether the rows that were there when it was added were checked
 */
public record ForeignKey(
    String name,
    List<String> columns,
    QualifiedName referencedTable,
    List<String> referencedColumns,
    ReferentialAction onDelete,
    ReferentialAction onUpdate,
    Deferrability deferrability,
    boolean validated)
    implements Constraint {

  public ForeignKey {
    requireNonNull(name, "name");
    columns = Names.requireColumns(columns, "a foreign key");
    requireNonNull(referencedTable, "referencedTable");
    referencedColumns = Names.requireDistinctColumns(referencedColumns, "a foreign key's target");
    requireNonNull(onDelete, "onDelete");
    requireNonNull(onUpdate, "onUpdate");
    requireNonNull(deferrability, "deferrability");
    if (columns.size() != referencedColumns.size()) {
      throw new IllegalArgumentException(
          "a foreign key on " + columns + " cannot refer to " + referencedColumns);
    }
  }

  /** One that is checked at once, and that all rows were checked for. */
  public ForeignKey(
      String name,
      List<String> columns,
      QualifiedName referencedTable,
      List<String> referencedColumns,
      ReferentialAction onDelete,
      ReferentialAction onUpdate) {
    this(
        name,
        columns,
        referencedTable,
        referencedColumns,
        onDelete,
        onUpdate,
        Deferrability.NOT_DEFERRABLE,
        true);
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
    return with(action, onUpdate, deferrability, validated);
  }

  public ForeignKey onUpdate(ReferentialAction action) {
    return with(onDelete, action, deferrability, validated);
  }

  /** The same foreign key, which a transaction may have checked at its end. */
  public ForeignKey deferrable() {
    return withDeferrability(Deferrability.DEFERRABLE);
  }

  /** The same foreign key, checked when a transaction ends. */
  public ForeignKey initiallyDeferred() {
    return withDeferrability(Deferrability.INITIALLY_DEFERRED);
  }

  public ForeignKey withDeferrability(Deferrability newDeferrability) {
    return with(onDelete, onUpdate, newDeferrability, validated);
  }

  /** The same foreign key, for which the rows that exist are not checked. */
  public ForeignKey notValid() {
    return withValidated(false);
  }

  @Override
  public boolean isValidated() {
    return validated;
  }

  @Override
  public ForeignKey afterValidation() {
    return withValidated(true);
  }

  private ForeignKey withValidated(boolean newValidated) {
    return with(onDelete, onUpdate, deferrability, newValidated);
  }

  private ForeignKey with(
      ReferentialAction newOnDelete,
      ReferentialAction newOnUpdate,
      Deferrability newDeferrability,
      boolean newValidated) {
    return new ForeignKey(
        name,
        columns,
        referencedTable,
        referencedColumns,
        newOnDelete,
        newOnUpdate,
        newDeferrability,
        newValidated);
  }

  @Override
  public ForeignKey named(String newName) {
    return stated(newName, columns, referencedTable, referencedColumns);
  }

  @Override
  public ForeignKey withColumnRenamed(String from, String to) {
    return stated(name, Lists.replaced(columns, from, to), referencedTable, referencedColumns);
  }

  /** The same foreign key after a column of the table that it refers to was renamed. */
  public ForeignKey withReferencedColumnRenamed(String from, String to) {
    return stated(name, columns, referencedTable, Lists.replaced(referencedColumns, from, to));
  }

  /** The same foreign key, referring to another table. */
  public ForeignKey withReferencedTable(QualifiedName table) {
    return stated(name, columns, table, referencedColumns);
  }

  /** The same in how it behaves, between other columns or under another name. */
  private ForeignKey stated(
      String newName, List<String> from, QualifiedName table, List<String> to) {
    return new ForeignKey(newName, from, table, to, onDelete, onUpdate, deferrability, validated);
  }

  @Override
  public <R> R accept(ConstraintVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
