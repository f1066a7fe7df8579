package dev.retort.schema;

/** One method for each kind of constraint; no default, so the compiler names every place. */
public interface ConstraintVisitor<R> {
  R visit(PrimaryKey primaryKey);

  R visit(UniqueConstraint unique);

  R visit(ForeignKey foreignKey);

  R visit(CheckConstraint check);
}
