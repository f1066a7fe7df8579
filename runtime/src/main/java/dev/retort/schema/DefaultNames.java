package dev.retort.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;

/**
 * The names of constraints that are written without one: those that PostgreSQL gives them, except
 * that only the same table is asked whether a name is taken.
 *
 * <p>The rule is PostgreSQL's {@code ChooseConstraintName}/{@code makeObjectName}: table, columns
 * and a label joined by underscores, shortened to 63 bytes by cutting the longer part, with a
 * number appended where the name is taken.
 */
final class DefaultNames {

  private DefaultNames() {}

  /**
   * The name of a constraint that is added to a table of which nothing but the name is known, so
   * that the model and the SQL say the same. A check's column is the one name in its condition.
   */
  static String of(String table, Constraint constraint) {
    Set<String> columns =
        constraint instanceof CheckConstraint check
            ? ExpressionText.names(check.expression())
            : Set.of();
    return of(table, constraint, columns, Set.of());
  }

  /** The name of an unnamed constraint of the given table that has the given columns. */
  static String of(
      String table, Constraint constraint, Set<String> columnNames, Set<String> taken) {
    String columns =
        constraint instanceof CheckConstraint check
            ? columnOf(check, columnNames)
            : constraint instanceof PrimaryKey ? "" : String.join("_", constraint.columns());
    String label = constraint.accept(LABEL);
    for (int attempt = 0; ; attempt++) {
      String name = join(table, columns, attempt == 0 ? label : label + attempt);
      if (!taken.contains(name)) {
        return name;
      }
    }
  }

  private static final ConstraintVisitor<String> LABEL =
      new ConstraintVisitor<>() {
        @Override
        public String visit(PrimaryKey primaryKey) {
          return "pkey";
        }

        @Override
        public String visit(UniqueConstraint unique) {
          return "key";
        }

        @Override
        public String visit(ForeignKey foreignKey) {
          return "fkey";
        }

        @Override
        public String visit(CheckConstraint check) {
          return "check";
        }
      };

  /** PostgreSQL adds the column's name when the expression mentions exactly one. */
  private static String columnOf(CheckConstraint check, Set<String> columnNames) {
    String found = "";
    for (String column : columnNames) {
      if (check.involves(column)) {
        if (!found.isEmpty()) {
          return "";
        }
        found = column;
      }
    }
    return found;
  }

  private static String join(String table, String columns, String label) {
    int overhead = bytes(label) + 1 + (columns.isEmpty() ? 0 : 1);
    String first = table;
    String second = columns;
    while (bytes(first) + bytes(second) + overhead > Names.MAX_BYTES) {
      if (bytes(first) > bytes(second)) {
        first = shortened(first);
      } else {
        second = shortened(second);
      }
    }
    return first + (columns.isEmpty() ? "" : "_" + second) + "_" + label;
  }

  private static String shortened(String text) {
    return text.substring(0, text.offsetByCodePoints(text.length(), -1));
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }
}
