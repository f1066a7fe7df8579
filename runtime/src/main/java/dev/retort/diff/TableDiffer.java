package dev.retort.diff;

import dev.retort.diff.ColumnDiffer.ColumnChanges;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.RelationNames;
import dev.retort.schema.Table;
import java.util.Collection;
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

    /** Writes everything but the foreign keys that stay, which depend on other tables. */
    void writeTo(Script script) {
      for (Constraint gone : constraints.vanished()) {
        script.add(
            gone instanceof ForeignKey ? Phase.DROP_FOREIGN_KEYS : Phase.DROP_CONSTRAINTS,
            new DropConstraint(table, gone.name()));
      }
      for (Index gone : indexes.vanished()) {
        script.add(Phase.DROP_INDEXES, new DropIndex(table, gone.name()));
      }
      script.addAll(Phase.ADD_COLUMNS, columns.added());
      script.addAll(Phase.ALTER_COLUMNS, columns.altered());
      script.addAll(Phase.DROP_COLUMNS, columns.dropped());
      for (Constraint added : constraints.appeared()) {
        script.add(
            added instanceof ForeignKey ? Phase.ADD_FOREIGN_KEYS : Phase.ADD_CONSTRAINTS,
            new AddConstraint(table, added));
      }
      for (Index added : indexes.appeared()) {
        script.add(Phase.CREATE_INDEXES, new CreateIndex(table, added));
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
