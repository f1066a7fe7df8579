package dev.retort.diff;

import dev.retort.diff.ColumnDiffer.ColumnChanges;
import dev.retort.diff.ColumnDiffer.Early;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterTableComment;
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
        from.comment().equals(to.comment())
            ? List.of()
            : List.of(new AlterTableComment(to.name(), to.comment())),
        ColumnDiffer.diff(to.name(), from.columns(), to.columns()),
        ConstraintDiffer.diff(from, to, taken),
        IndexDiffer.diff(from, to, taken));
  }

  /**
   * What happens to a table that stays.
   *
   * @param comment gives it another comment, where it gets one
   */
  record TableChanges(
      QualifiedName table,
      List<AlterTableComment> comment,
      ColumnChanges columns,
      Matching<Constraint> constraints,
      Matching<Index> indexes) {

    /**
     * Writes everything but the foreign keys that stay, which depend on other tables.
     *
     * @param early what columns must leave early
     */
    void writeTo(Script script, Early early) {
      keepConditions(script);
      for (Constraint gone : constraints.vanished()) {
        script.add(
            gone instanceof ForeignKey ? Phase.DROP_FOREIGN_KEYS : Phase.DROP_CONSTRAINTS,
            new DropConstraint(table, gone.name()));
      }
      for (Index gone : indexes.vanished()) {
        script.add(Phase.DROP_INDEXES, new DropIndex(table, gone.name()));
      }
      script.addAll(Phase.LEAVE_GENERATED_COLUMNS, columns.generated().leaving());
      script.addAll(Phase.ADD_GENERATED_COLUMNS, columns.generated().coming());
      script.addAll(Phase.ALTER_COLUMNS, comment);
      script.addAll(Phase.ADD_COLUMNS, columns.added());
      script.addAll(Phase.LEAVE_TYPES_AND_IDENTITIES, columns.leaving(early));
      script.addAll(Phase.ALTER_COLUMNS, columns.altered(early));
      script.addAll(Phase.DROP_COLUMNS, columns.dropped(early));
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
     * What stays must still step aside while a column in it is dropped and added. So must
     * conditions while a column that they mention gets another type: PostgreSQL stores {@code
     * status <> 'OLD'} as a comparison of values of the type, and reads just that again for the new
     * one, which it may not find, or may find not to be immutable, and never is what the text says
     * of a column that has the type from the start. Nothing is lost by it: PostgreSQL itself looks
     * at each row for such a check and builds such an index anew when it changes the type. Another
     * length is no other type here, since what PostgreSQL has then means the same, and is compared
     * as such ({@code LiveDifferences}). The other checks that stay are validated where that is all
     * they need.
     */
    private void keepConditions(Script script) {
      List<String> changed =
          columns.after().keySet().stream().filter(columns::changesType).toList();
      Set<String> rebuilt = columns.generated().rebuilt();
      for (Matching.Kept<Constraint> kept : constraints.kept()) {
        Constraint old = kept.before();
        boolean isCondition =
            old instanceof CheckConstraint && changed.stream().anyMatch(old::involves);
        // Foreign keys depend on other tables as well.
        boolean isRebuilt =
            !(old instanceof ForeignKey) && rebuilt.stream().anyMatch(old::involves);
        if (isCondition || isRebuilt) {
          script.add(Phase.DROP_CONSTRAINTS, new DropConstraint(table, old.name()));
          script.add(
              Phase.ADD_CONSTRAINTS, new AddConstraint(table, kept.after().named(old.name())));
        } else if (old instanceof CheckConstraint && ConstraintDiffer.isToBeValidated(kept)) {
          script.add(Phase.VALIDATE_CONSTRAINTS, new ValidateConstraint(table, old.name()));
        }
      }
      for (Matching.Kept<Index> kept : indexes.kept()) {
        if (changed.stream().anyMatch(kept.before()::hasExpressionOn)
            || rebuilt.stream().anyMatch(kept.before()::involves)) {
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
      Set<Set<String>> keys =
          Table.keys(
              constraints.kept().stream().map(Matching.Kept::after).toList(),
              indexes.kept().stream().map(Matching.Kept::after).toList());
      keys.removeIf(columns.generated()::rebuildsAny);
      return keys;
    }

    /** Whether a unique index that the key needs is built anew, since it includes what changes. */
    boolean rebuildsIndexFor(ForeignKey key) {
      return indexes.kept().stream()
          .map(Matching.Kept::before)
          .filter(index -> index.isKeyFor(key))
          .anyMatch(index -> index.included().stream().anyMatch(columns::isRetyped));
    }

    boolean anyBecomesIncomparable(Collection<String> some) {
      return some.stream().anyMatch(columns::becomesIncomparable);
    }
  }
}
