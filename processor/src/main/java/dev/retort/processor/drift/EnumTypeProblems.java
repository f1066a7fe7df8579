package dev.retort.processor.drift;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.CreateEnumType;
import dev.retort.operation.DropEnumType;
import dev.retort.operation.RebuildEnumType;
import dev.retort.operation.RenameEnumValue;
import dev.retort.problem.Problem;
import dev.retort.processor.diagnostic.DriftProblems;
import dev.retort.schema.Column;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.EnumType;
import dev.retort.schema.Schema;
import java.util.Optional;

/** What is told of enum types; nothing of one that comes or goes with its columns. */
final class EnumTypeProblems {

  private final Drift drift;
  private final DriftProblems problems;

  EnumTypeProblems(Drift drift, DriftProblems problems) {
    this.drift = drift;
    this.problems = problems;
  }

  Optional<Problem> of(CreateEnumType create) {
    EnumType type = create.type();
    boolean alone = drift.meant().columnsOf(type.name()).stream().allMatch(this::isCreated);
    return alone
        ? Optional.of(problems.notCreated("enum type " + type.name() + " " + type.labelsInWords()))
        : Optional.empty();
  }

  /** Whether the revisions create the column of the very type, though not the type. */
  private boolean isCreated(EnumColumn column) {
    return columnIn(drift.renamed(), column)
        .map(Column::type)
        .equals(columnIn(drift.meant(), column).map(Column::type));
  }

  private static Optional<Column> columnIn(Schema schema, EnumColumn column) {
    return schema.table(column.table()).flatMap(table -> table.column(column.column()));
  }

  Optional<Problem> of(DropEnumType drop) {
    return drift.chain().columnsOf(drop.type()).isEmpty()
        ? Optional.of(problems.notMapped("enum type " + drop.type()))
        : Optional.empty();
  }

  Problem of(AddEnumValue add) {
    return problems.notCreated(
        "label " + EnumType.quoted(add.label()) + " of enum type " + add.type());
  }

  Problem of(RenameEnumValue rename) {
    return problems.differs(
        "a label of enum type " + rename.type(),
        EnumType.quoted(rename.newLabel()),
        EnumType.quoted(rename.label()));
  }

  Problem of(RebuildEnumType rebuild) {
    EnumType created = drift.chain().requireEnumType(rebuild.type());
    return problems.differs(
        "enum type " + rebuild.type(),
        created.withLabels(rebuild.rebuild().labels()).labelsInWords(),
        created.labelsInWords());
  }
}
