package dev.retort.processor.drift;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.MoveRows;
import dev.retort.operation.Operation;
import dev.retort.operation.RebuiltColumns;
import dev.retort.operation.ValidateConstraint;
import dev.retort.problem.Problem;
import dev.retort.processor.diagnostic.DriftProblems;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is told of constraints and indexes; nothing of those that come or go with their table or a
 * column, nor of those that only step aside.
 */
final class PartProblems {

  private final Drift drift;
  private final DriftProblems problems;
  private final RebuiltColumns rebuilt;
  private final Set<SchemaPath> added = new HashSet<>();
  private final Set<SchemaPath> dropped = new HashSet<>();

  PartProblems(Drift drift, DriftProblems problems) {
    this.drift = drift;
    this.problems = problems;
    this.rebuilt = RebuiltColumns.of(drift.operations());
    drift.operations().forEach(this::note);
  }

  Optional<Problem> of(AddConstraint add) {
    Constraint constraint = add.constraint();
    String what = "constraint " + constraint.name() + " of table " + add.table();
    Optional<Constraint> created =
        drift.renamed().table(add.table()).flatMap(table -> table.constraint(constraint.name()));
    if (created.isEmpty()) {
      return comesAlong(add.table(), constraint::involves)
          ? Optional.empty()
          : Optional.of(problems.notCreated(what + " (" + Definitions.of(constraint) + ")"));
    }
    if (created.get().sameDefinition(constraint)) {
      return Optional.empty();
    }
    return Optional.of(
        problems.differs(what, Definitions.of(constraint), Definitions.of(created.get())));
  }

  Optional<Problem> of(DropConstraint drop) {
    SchemaPath path = SchemaPath.constraint(drop.table(), drop.constraint());
    if (added.contains(path)) {
      return Optional.empty();
    }
    Constraint created =
        drift.renamed().requireTable(drop.table()).requireConstraint(drop.constraint());
    if (goesAlong(drop.table(), created::involves)) {
      return Optional.empty();
    }
    return Optional.of(
        problems.notMapped(
            "constraint "
                + drop.constraint()
                + " of table "
                + drop.table()
                + " ("
                + Definitions.of(created)
                + ")"));
  }

  Problem of(ValidateConstraint validate) {
    Constraint created =
        drift.renamed().requireTable(validate.table()).requireConstraint(validate.constraint());
    return problems.differs(
        "constraint " + validate.constraint() + " of table " + validate.table(),
        Definitions.of(created.afterValidation()),
        Definitions.of(created));
  }

  Optional<Problem> of(CreateIndex create) {
    Index index = create.index();
    String what = "index " + index.name() + " of table " + create.table();
    Optional<Index> created = createdIndex(create.table(), index.name());
    if (created.isEmpty()) {
      return comesAlong(create.table(), index::involves)
          ? Optional.empty()
          : Optional.of(problems.notCreated(what + " " + Definitions.of(index)));
    }
    if (created.get().sameDefinition(index)) {
      return Optional.empty();
    }
    return Optional.of(
        problems.differs(what, Definitions.of(index), Definitions.of(created.get())));
  }

  Optional<Problem> of(DropIndex drop) {
    SchemaPath path = SchemaPath.index(drop.table(), drop.index());
    boolean told =
        added.contains(path)
            || createdIndex(drop.table(), drop.index())
                .filter(index -> goesAlong(drop.table(), index::involves))
                .isPresent();
    return told
        ? Optional.empty()
        : Optional.of(problems.notMapped("index " + drop.index() + " of table " + drop.table()));
  }

  private void note(Operation operation) {
    if (operation instanceof CreateTable create) {
      added.add(SchemaPath.table(create.table().name()));
    } else if (operation instanceof AddColumn add
        && !rebuilt.contains(add.table(), add.column().name())) {
      added.add(SchemaPath.column(add.table(), add.column().name()));
    } else if (operation instanceof AddConstraint add) {
      added.add(SchemaPath.constraint(add.table(), add.constraint().name()));
    } else if (operation instanceof CreateIndex create) {
      added.add(SchemaPath.index(create.table(), create.index().name()));
    } else if (operation instanceof DropTable drop) {
      dropped.add(SchemaPath.table(drop.table()));
    } else if (operation instanceof MoveRows move) {
      dropped.add(SchemaPath.table(move.to()));
    } else if (operation instanceof DropColumn drop
        && !rebuilt.contains(drop.table(), drop.column())) {
      dropped.add(SchemaPath.column(drop.table(), drop.column()));
    }
  }

  private Optional<Index> createdIndex(QualifiedName table, String name) {
    return drift.renamed().table(table).flatMap(each -> each.index(name));
  }

  /** Whether what the columns are involved in is missing because a table or column of it is. */
  private boolean comesAlong(QualifiedName table, Predicate<String> involves) {
    return cameOrWent(added, drift.meant(), table, involves);
  }

  /** Whether what the columns are involved in goes because its table or a column of it goes. */
  private boolean goesAlong(QualifiedName table, Predicate<String> involves) {
    return cameOrWent(dropped, drift.renamed(), table, involves);
  }

  private static boolean cameOrWent(
      Set<SchemaPath> paths, Schema schema, QualifiedName table, Predicate<String> involves) {
    return paths.contains(SchemaPath.table(table))
        || schema.requireTable(table).columns().stream()
            .map(Column::name)
            .anyMatch(
                name -> paths.contains(SchemaPath.column(table, name)) && involves.test(name));
  }
}
