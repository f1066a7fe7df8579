package dev.retort.processor.generate;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumnNullable;
import dev.retort.operation.AlterColumnType;
import dev.retort.operation.CompositeRebuild;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreatePartition;
import dev.retort.operation.CreateTable;
import dev.retort.operation.EnumRebuild;
import dev.retort.operation.MoveRows;
import dev.retort.operation.Operation;
import dev.retort.operation.RebuildCompositeType;
import dev.retort.operation.RebuildEnumType;
import dev.retort.operation.ValidateConstraint;
import dev.retort.postgres.SqlRenderer;
import dev.retort.processor.diagnostic.Consequences;
import dev.retort.schema.Attribute;
import dev.retort.schema.CompositeType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Runs drafts on tables with rows, and takes the decisions that a draft leaves to a person. */
public final class DraftedRun {

  private DraftedRun() {}

  /** Runs what is drafted; returns the schema that it leads to. */
  public static Schema run(Statement statement, List<DraftedOperation> drafted, Schema before)
      throws SQLException {
    Rows rows = new Rows(statement);
    Schema schema = before;
    for (DraftedOperation each : drafted) {
      Operation operation = decided(each.operation(), schema);
      if (meetsRows(operation)) {
        rows.level(operation.applyTo(schema));
      }
      execute(statement, operation);
      schema = operation.applyTo(schema);
      Optional<QualifiedName> created = completed(each, drafted);
      if (created.isPresent()) {
        rows.insert(schema, List.of(schema.requireTable(created.get())));
      }
    }
    return schema;
  }

  /**
   * The new table that can take a row now: created, its partitions too, and no rows moved to it.
   */
  private static Optional<QualifiedName> completed(
      DraftedOperation each, List<DraftedOperation> drafted) {
    List<Operation> all = drafted.stream().map(DraftedOperation::operation).toList();
    return all.stream()
        .filter(CreateTable.class::isInstance)
        .map(operation -> ((CreateTable) operation).table().name())
        .filter(
            table ->
                all.stream()
                    .noneMatch(other -> other instanceof MoveRows move && move.to().equals(table)))
        .filter(
            table ->
                all.stream()
                    .filter(
                        other ->
                            (other instanceof CreateTable create
                                    && create.table().name().equals(table))
                                || (other instanceof CreatePartition partition
                                    && partition.table().equals(table)))
                    .reduce((first, last) -> last)
                    .filter(last -> last == each.operation())
                    .isPresent())
        .findFirst();
  }

  /** What a person writes where the draft says that values do not fit. */
  private static Operation decided(Operation operation, Schema schema) {
    if (operation instanceof AlterColumnType alter && Consequences.of(alter, schema).isPresent()) {
      return new AlterColumnType(
          alter.table(),
          alter.column(),
          alter.type(),
          Optional.of(Rows.value(schema, alter.type())));
    }
    if (operation instanceof RebuildEnumType rebuild) {
      EnumRebuild replacing = rebuild.rebuild();
      for (String old : schema.requireEnumType(rebuild.type()).labels()) {
        if (!replacing.labels().contains(old) && !replacing.replacements().containsKey(old)) {
          replacing = replacing.replacing(old, replacing.labels().get(0));
        }
      }
      return new RebuildEnumType(rebuild.type(), replacing);
    }
    if (operation instanceof RebuildCompositeType rebuild
        && Consequences.of(rebuild, schema).isPresent()) {
      return fitting(rebuild, schema);
    }
    return operation;
  }

  /** The rebuild with a value for each attribute that gets another type. */
  private static Operation fitting(RebuildCompositeType operation, Schema schema) {
    CompositeType old = schema.requireCompositeType(operation.type());
    CompositeRebuild rebuild = operation.rebuild();
    for (Attribute attribute : operation.rebuild().attributes()) {
      if (old.attribute(attribute.name()).filter(kept -> !kept.equals(attribute)).isPresent()) {
        rebuild = rebuild.giving(attribute.name(), Rows.value(schema, attribute.type()));
      }
    }
    return new RebuildCompositeType(operation.type(), rebuild);
  }

  /** Where the draft says that it fails unless the rows suit it. */
  private static boolean meetsRows(Operation operation) {
    return operation instanceof AlterColumnNullable
        || operation instanceof AddConstraint
        || operation instanceof ValidateConstraint
        || operation instanceof CreateIndex;
  }

  /** Runs one operation; throws with the statement that failed. */
  public static void execute(Statement statement, Operation operation) throws SQLException {
    for (String sql : SqlRenderer.render(operation)) {
      try {
        statement.execute(sql);
      } catch (SQLException failed) {
        throw new SQLException(sql + "\n" + failed.getMessage(), failed);
      }
    }
  }
}
