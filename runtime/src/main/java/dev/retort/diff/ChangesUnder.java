package dev.retort.diff;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumnType;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.ObjectNames;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Set;

/**
 * What changes under views, functions and triggers.
 *
 * @param from the schema before the changes
 * @param changes the changes of tables
 * @param lostTypes the types that go or are replaced by another one
 */
record ChangesUnder(Schema from, List<Operation> changes, Set<QualifiedName> lostTypes) {

  /** Whether something goes or is altered that the object may need by one of the names. */
  boolean affect(DefinedObject object, ObjectNames names) {
    return changes.stream().anyMatch(operation -> takesAway(operation, object, names))
        || lostTypes.stream().anyMatch(type -> losesType(type, names));
  }

  private boolean takesAway(Operation operation, DefinedObject object, ObjectNames names) {
    if (operation instanceof DropTable drop) {
      return names.uses(drop.table());
    }
    if (operation instanceof DropColumn drop) {
      return names.uses(drop.table(), drop.column());
    }
    if (operation instanceof AlterColumnType alter) {
      return names.uses(alter.table(), alter.column());
    }
    // GROUP BY the key makes a view depend on it.
    return operation instanceof DropConstraint drop
        && isPrimaryKey(drop)
        && object.id().kind().isView()
        && names.uses(drop.table());
  }

  private boolean losesType(QualifiedName type, ObjectNames names) {
    return names.uses(type)
        || from.columnsOf(type).stream()
            .anyMatch((EnumColumn column) -> names.uses(column.table(), column.column()));
  }

  private boolean isPrimaryKey(DropConstraint drop) {
    return from.table(drop.table())
        .flatMap(table -> table.constraint(drop.constraint()))
        .filter((Constraint constraint) -> constraint instanceof PrimaryKey)
        .isPresent();
  }

  /** Whether something comes or becomes what it is to be that one of the names may stand for. */
  boolean bring(ObjectNames names) {
    for (Operation operation : changes) {
      boolean brings =
          (operation instanceof CreateTable create && names.uses(create.table().name()))
              || (operation instanceof AddColumn add
                  && names.uses(add.table(), add.column().name()))
              || (operation instanceof AlterColumnType alter
                  && names.uses(alter.table(), alter.column()));
      if (brings) {
        return true;
      }
    }
    return false;
  }
}
