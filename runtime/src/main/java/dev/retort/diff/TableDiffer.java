package dev.retort.diff;

import dev.retort.diff.ColumnDiffer.ColumnChanges;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.RelationNames;
import dev.retort.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The difference between two versions of a table. */
final class TableDiffer {

  private TableDiffer() {}

  static TableChanges diff(Table from, Table to, RelationNames taken) {
    return new TableChanges(
        to.name(),
        ColumnDiffer.diff(to.name(), from.columns(), to.columns()),
        ConstraintDiffer.diff(from, to, taken),
        IndexDiffer.diff(from, to, taken));
  }

  /** What happens to a table that stays. */
  record TableChanges(
      QualifiedName table,
      ColumnChanges columns,
      Matching<Constraint> constraints,
      Matching<Index> indexes) {

    /**
     * Writes everything but the foreign keys that stay, which depend on other tables.
     *
     * @param left the enum types that columns must leave early
     */
    void writeTo(Script script, Set<QualifiedName> left) {
      keepConditions(script);
      for (Constraint gone : constraints.vanished()) {
        script.add(
            gone instanceof ForeignKey ? Phase.DROP_FOREIGN_KEYS : Phase.DROP_CONSTRAINTS,
            new DropConstraint(table, gone.name()));
      }
      for (Index gone : indexes.vanished()) {
        script.add(Phase.DROP_INDEXES, new DropIndex(table, gone.name()));
      }
      script.addAll(Phase.ADD_COLUMNS, columns.added());
      script.addAll(Phase.LEAVE_ENUM_TYPES, columns.leaving(left));
      script.addAll(Phase.ALTER_COLUMNS, columns.altered(left));
      script.addAll(Phase.DROP_COLUMNS, columns.dropped(left));
      for (Constraint added : constraints.appeared()) {
        script.add(
            added instanceof ForeignKey ? Phase.ADD_FOREIGN_KEYS : Phase.ADD_CONSTRAINTS,
            new AddConstraint(table, added));
      }
      for (Index added : indexes.appeared()) {
        script.add(Phase.CREATE_INDEXES, new CreateIndex(table, added));
      }
    }

    /**
     * Conditions that stay must still step aside while a column that they mention gets or loses a
     * type that is not PostgreSQL's own: PostgreSQL stores {@code status <> 'OLD'} as a comparison
     * of values of the type, and does not find one of the two types. The other checks that stay are
     * validated where that is all they need.
     */
    private void keepConditions(Script script) {
      List<String> changed =
          columns.after().keySet().stream().filter(columns::changesUserDefinedType).toList();
      for (Matching.Kept<Constraint> kept : constraints.kept()) {
        if (!(kept.before() instanceof CheckConstraint check)) {
          continue;
        }
        if (changed.stream().anyMatch(check::involves)) {
          script.add(Phase.DROP_CONSTRAINTS, new DropConstraint(table, check.name()));
          script.add(
              Phase.ADD_CONSTRAINTS, new AddConstraint(table, kept.after().named(check.name())));
        } else if (ConstraintDiffer.isToBeValidated(kept)) {
          script.add(Phase.VALIDATE_CONSTRAINTS, new ValidateConstraint(table, check.name()));
        }
      }
      for (Matching.Kept<Index> kept : indexes.kept()) {
        if (changed.stream().anyMatch(kept.before()::hasExpressionOn)) {
          script.add(Phase.DROP_INDEXES, new DropIndex(table, kept.before().name()));
          script.add(Phase.CREATE_INDEXES, new CreateIndex(table, kept.before()));
        }
      }
    }

    /** The sets of columns whose key or unique index goes, even if it comes back. */
    Set<Set<String>> lostKeys() {
      return Table.keys(constraints.vanished(), indexes.vanished());
    }

    /** The sets of columns that are a key before, after, and all the way between. */
    Set<Set<String>> steadyKeys() {
      return Table.keys(
          constraints.kept().stream().map(Matching.Kept::after).toList(),
          indexes.kept().stream().map(Matching.Kept::after).toList());
    }

    boolean anyBecomesIncomparable(Collection<String> some) {
      return some.stream().anyMatch(columns::becomesIncomparable);
    }
  }
}
