package dev.retort.schema;

import java.util.HashSet;
import java.util.Set;

/**
 * The names by which an object may use others. A name that is there may stand for something else;
 * what is not there is not used.
 */
public final class ObjectNames {

  private final Set<String> names;
  private final Set<String> stated;
  private final boolean allColumns;

  private ObjectNames(Set<String> names, DefinedObject object) {
    this.names = names;
    this.stated = Set.copyOf(object.definition().dependsOn());
    this.allColumns =
        object.definition().sql().contains("*")
            || names.contains("table")
            || names.contains("natural");
  }

  /**
   * Of what PostgreSQL may not drop or alter while the object is there. Of a function it knows the
   * signature alone, and the body where that is parsed when it is created ({@code BEGIN ATOMIC}).
   */
  public static ObjectNames bound(DefinedObject object) {
    return new ObjectNames(
        object instanceof Routine routine ? routine.boundNames() : object.names(), object);
  }

  /**
   * Of what must be there before the object: PostgreSQL looks into the bodies of SQL functions when
   * it creates them, and not into those of other languages.
   */
  public static ObjectNames needed(DefinedObject object) {
    return object instanceof Routine routine && routine.isSql()
        ? new ObjectNames(routine.names(), object)
        : bound(object);
  }

  /** Whether it may use what has the name, where something in a namespace is named with it. */
  public boolean uses(QualifiedName name) {
    return stated.contains(name.local())
        || (names.contains(name.local()) && name.namespace().map(names::contains).orElse(true));
  }

  /** Whether it may use the column, which {@code SELECT *} and the like do not spell out. */
  public boolean uses(QualifiedName table, String column) {
    return uses(table) && (allColumns || stated.contains(column) || names.contains(column));
  }

  /** Whether the expression calls one of the functions, named without their namespaces. */
  public static boolean calls(String expression, Set<String> functions) {
    return SqlTokens.called(expression).stream().anyMatch(functions::contains);
  }

  /** Whether the object is a function of one of the names, given without their namespaces. */
  public static boolean isCalled(DefinedObject object, Set<String> called) {
    return object instanceof Routine && called.contains(object.id().name().local());
  }

  /**
   * What defaults, conditions and other expressions of a schema's tables call, named without their
   * namespaces; nothing where the schema has no functions that it could be.
   */
  public static Set<String> calledInTables(Schema schema) {
    Set<String> names = new HashSet<>();
    if (schema.definedObjects().stream().noneMatch(Routine.class::isInstance)) {
      return names;
    }
    for (Table table : schema.tables().values()) {
      for (Column column : table.columns()) {
        column.defaultExpression().ifPresent(text -> names.addAll(SqlTokens.called(text)));
        column.generation().ifPresent(text -> names.addAll(SqlTokens.called(text)));
      }
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof CheckConstraint check) {
          names.addAll(SqlTokens.called(check.expression()));
        }
      }
      for (Index index : table.indexes()) {
        index.expressions().forEach(text -> names.addAll(SqlTokens.called(text)));
      }
    }
    return names;
  }
}
