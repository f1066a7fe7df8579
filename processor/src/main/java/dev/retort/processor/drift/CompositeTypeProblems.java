package dev.retort.processor.drift;

import dev.retort.operation.CreateCompositeType;
import dev.retort.operation.DropCompositeType;
import dev.retort.problem.Problem;
import dev.retort.processor.diagnostic.DriftProblems;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.schema.Attribute;
import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.CompositeTypes;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is told of composite types; nothing of one that comes or goes with its columns. */
final class CompositeTypeProblems {

  private final Drift drift;
  private final DriftProblems problems;

  CompositeTypeProblems(Drift drift, DriftProblems problems) {
    this.drift = drift;
    this.problems = problems;
  }

  /**
   * What differs in a type that is there before and after.
   *
   * @param path where it is told
   * @param concernsValues whether values that rows hold are affected
   */
  record Difference(SchemaPath path, Problem problem, boolean concernsValues) {}

  Optional<Problem> of(CreateCompositeType create) {
    CompositeType type = create.type();
    boolean alone =
        CompositeTypes.columnsHolding(drift.meant(), type.name()).stream()
            .allMatch(this::isCreated);
    return alone
        ? Optional.of(
            problems.notCreated("composite type " + type.name() + " " + type.attributesInWords()))
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

  Optional<Problem> of(DropCompositeType drop) {
    return CompositeTypes.columnsHolding(drift.chain(), drop.type()).isEmpty()
        ? Optional.of(problems.notMapped("composite type " + drop.type()))
        : Optional.empty();
  }

  /** One for each attribute that differs; one for the type where only their order does. */
  List<Difference> differences(QualifiedName name) {
    CompositeType created = drift.chain().requireCompositeType(name);
    CompositeType mapped = drift.meant().compositeTypes().get(name);
    List<Difference> differences = new ArrayList<>();
    if (mapped == null) {
      return differences;
    }
    for (Attribute attribute : mapped.attributes()) {
      SchemaPath path = SchemaPath.attribute(name, attribute.name());
      String what = "attribute " + attribute.name() + " of composite type " + name;
      Attribute old = created.attribute(attribute.name()).orElse(null);
      if (old == null) {
        differences.add(
            new Difference(
                path, problems.notCreated(what + " " + attribute.type().inWords()), false));
      } else if (!old.equals(attribute)) {
        differences.add(
            new Difference(
                path,
                problems.differs(what, attribute.type().inWords(), old.type().inWords()),
                true));
      }
    }
    for (Attribute attribute : created.attributes()) {
      if (mapped.attribute(attribute.name()).isEmpty()) {
        differences.add(
            new Difference(
                SchemaPath.attribute(name, attribute.name()),
                problems.notMapped("attribute " + attribute.name() + " of composite type " + name),
                true));
      }
    }
    if (differences.isEmpty()) {
      differences.add(
          new Difference(
              SchemaPath.compositeType(name),
              problems.differs(
                  "composite type " + name,
                  mapped.attributesInWords(),
                  created.attributesInWords()),
              false));
    }
    return differences;
  }
}
