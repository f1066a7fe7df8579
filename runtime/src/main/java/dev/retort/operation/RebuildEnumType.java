package dev.retort.operation;

import dev.retort.schema.CompositeType;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives an enum type other labels, or another order of them: the old type steps aside, a new one is
 * created, and every column that has it is converted by the labels' text, which rewrites its table.
 *
 * <p>The statement fails on a row whose label is none of the new ones and has no replacement
 * (SQLSTATE 22P02, "invalid input value for enum"); nothing is changed then. Labels that it adds
 * can be used at once, unlike those of {@link AddEnumValue}.
 *
 * <p>PostgreSQL does not convert what is written in terms of the old type. Defaults of the columns,
 * generated columns and foreign keys on them between tables must have been dropped before and are
 * added again after; without that the operation cannot be applied. The same holds for check
 * constraints and conditions of partial indexes that compare such a column with a label; only
 * PostgreSQL can tell which do, and refuses them (SQLSTATE 42883). Drafts drop and add all of them.
 * What else depends on the type or its columns (views, functions, casts, tables that Retort does
 * not know) is not known here: PostgreSQL refuses to change a column that a view shows (0A000) and
 * to drop a type that is needed (2BP01).
 *
 * @param type the type's name
 * @param rebuild what it becomes
 */
public record RebuildEnumType(QualifiedName type, EnumRebuild rebuild) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    EnumType old = schema.requireEnumType(type);
    for (String replaced : rebuild.replacements().keySet()) {
      old.requireOwnLabel(replaced);
    }
    requireColumns(schema.columnsOf(type));
    requireNoComposite(schema);
    ConvertedColumns.require(schema, "enum type " + type, rebuild.columns());
    return schema.withEnumTypeChanged(type, t -> t.withLabels(rebuild.labels()));
  }

  private void requireColumns(List<EnumColumn> users) {
    for (EnumColumn user : users) {
      if (!rebuild.columns().contains(user)) {
        throw new SchemaException(
            "enum type "
                + type
                + " is also the type of column "
                + user
                + ", which its rebuild does not name");
      }
    }
    for (EnumColumn column : rebuild.columns()) {
      if (!users.contains(column)) {
        throw new SchemaException(
            "the rebuild of enum type "
                + type
                + " names column "
                + column
                + ", which does not have that type");
      }
    }
  }

  private void requireNoComposite(Schema schema) {
    for (CompositeType outer : schema.compositeTypes().values()) {
      if (outer.contains(type)) {
        throw new SchemaException(
            "enum type "
                + type
                + " is the type of an attribute of composite type "
                + outer.name()
                + ", which must be rebuilt with another type before and with this one after");
      }
    }
  }

  /** The labels come back, and their order; which rows had one that was replaced does not. */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(
        List.of(
            new RebuildEnumType(
                type,
                new EnumRebuild(
                    before.requireEnumType(type).labels(), Map.of(), rebuild.columns()))));
  }

  @Override
  public String describe() {
    return "rebuild enum type " + type;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
