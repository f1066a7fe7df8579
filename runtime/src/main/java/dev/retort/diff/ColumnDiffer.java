package dev.retort.diff;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumnComment;
import dev.retort.operation.AlterColumnDefault;
import dev.retort.operation.AlterColumnIdentity;
import dev.retort.operation.AlterColumnNullable;
import dev.retort.operation.AlterColumnType;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.Comparability;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The difference between the columns of a table; their order is none. */
final class ColumnDiffer {

  private static final Pattern TAKES_TYPE_OF_COLUMN = Pattern.compile("(?i)['$]|\\bnull\\b");

  private ColumnDiffer() {}

  /**
   * What columns must leave before anything is created.
   *
   * @param enumTypes types that are rebuilt, or in the way of something of their name
   * @param identities whether the sequences behind identity columns may be in the way of something
   */
  record Early(Set<QualifiedName> enumTypes, boolean identities) {

    private boolean hasTypeOf(Column column) {
      return !enumTypes.isEmpty()
          && column.type().userDefinedName().filter(enumTypes::contains).isPresent();
    }

    /** Whether a column that goes goes early. */
    private boolean mustGo(Column column) {
      return hasTypeOf(column) || (identities && column.identity().isPresent());
    }
  }

  /**
   * What happens to the columns of a table.
   *
   * @param before the old columns by name, but for those that are rebuilt; a generated one that
   *     becomes a plain one is plain
   * @param after the new columns by name, but for those that are rebuilt
   * @param generated what happens to generated columns
   */
  record ColumnChanges(
      QualifiedName table,
      Map<String, Column> before,
      Map<String, Column> after,
      GeneratedColumnDiffer generated) {

    List<Operation> added() {
      return after.values().stream()
          .filter(column -> !before.containsKey(column.name()))
          .map(column -> (Operation) new AddColumn(table, column))
          .toList();
    }

    /** What frees types and names: their columns get another type, no identity, or go. */
    List<Operation> leaving(Early early) {
      List<Operation> steps = new ArrayList<>();
      for (Column column : after.values()) {
        if (before.containsKey(column.name())) {
          List<Operation> all = alter(table, before.get(column.name()), column);
          steps.addAll(all.subList(0, done(all, column.name(), early)));
        }
      }
      before.values().stream()
          .filter(column -> !after.containsKey(column.name()) && early.mustGo(column))
          .forEach(column -> steps.add(new DropColumn(table, column.name())));
      return steps;
    }

    /** The alterations that are not made early. */
    List<Operation> altered(Early early) {
      List<Operation> steps = new ArrayList<>();
      for (Column column : after.values()) {
        if (before.containsKey(column.name())) {
          List<Operation> all = alter(table, before.get(column.name()), column);
          steps.addAll(all.subList(done(all, column.name(), early), all.size()));
        }
      }
      return steps;
    }

    /** The columns that go and do not go early. */
    List<Operation> dropped(Early early) {
      return before.values().stream()
          .filter(column -> !after.containsKey(column.name()) && !early.mustGo(column))
          .map(column -> (Operation) new DropColumn(table, column.name()))
          .toList();
    }

    /** How many of the steps are made early. */
    private int done(List<Operation> steps, String column, Early early) {
      if (early.hasTypeOf(before.get(column)) && isRetyped(column)) {
        return through(steps, AlterColumnType.class::isInstance);
      }
      return early.identities()
              && before.get(column).identity().isPresent()
              && after.get(column).identity().isEmpty()
          ? through(steps, AlterColumnIdentity.class::isInstance)
          : 0;
    }

    /**
     * Whether the column becomes one of another type, in terms of which conditions on it are
     * stored. Another length or precision of one of PostgreSQL's own types is none.
     */
    boolean changesType(String column) {
      return before.containsKey(column)
          && after.containsKey(column)
          && isOtherType(before.get(column).type(), after.get(column).type());
    }

    boolean isRetyped(String column) {
      return before.containsKey(column)
          && after.containsKey(column)
          && !before.get(column).type().equals(after.get(column).type());
    }

    /** Whether the column's values cannot be compared with what they were before. */
    boolean becomesIncomparable(String column) {
      return before.containsKey(column)
          && after.containsKey(column)
          && !Comparability.of(before.get(column).type(), after.get(column).type());
    }
  }

  static ColumnChanges diff(QualifiedName table, List<Column> from, List<Column> to) {
    Map<String, Column> before = byName(from);
    Map<String, Column> after = byName(to);
    GeneratedColumnDiffer generated = GeneratedColumnDiffer.diff(table, before, after);
    generated.changed().forEach(before::remove);
    generated.changed().forEach(after::remove);
    before.replaceAll(
        (name, column) ->
            after.containsKey(name) && after.get(name).generation().isEmpty()
                ? column.withGeneration(Optional.empty())
                : column);
    return new ColumnChanges(table, before, after, generated);
  }

  /**
   * The order is the one in which PostgreSQL accepts the steps: a default must fit the type at any
   * time, and an identity column is NOT NULL, has no default and a type that can be counted.
   */
  private static List<Operation> alter(QualifiedName table, Column from, Column to) {
    String name = to.name();
    boolean retyped = !from.type().equals(to.type());
    boolean newDefault =
        !from.defaultExpression().equals(to.defaultExpression())
            || !to.defaultExpression().stream()
                .allMatch(text -> staysThrough(text, from.type(), to.type()));
    boolean newIdentity = !from.identity().equals(to.identity());
    boolean dropDefaultFirst =
        newDefault
            && from.defaultExpression().isPresent()
            && (retyped || newIdentity || to.defaultExpression().isEmpty());

    List<Operation> steps = new ArrayList<>();
    if (dropDefaultFirst) {
      steps.add(new AlterColumnDefault(table, name, Optional.empty()));
    }
    if (newIdentity && to.identity().isEmpty()) {
      steps.add(new AlterColumnIdentity(table, name, Optional.empty()));
    }
    if (to.nullable() && !from.nullable()) {
      steps.add(new AlterColumnNullable(table, name, true));
    }
    if (retyped) {
      steps.add(new AlterColumnType(table, name, to.type(), Optional.empty()));
    }
    if (from.nullable() && !to.nullable()) {
      steps.add(new AlterColumnNullable(table, name, false));
    }
    if (newDefault && to.defaultExpression().isPresent()) {
      steps.add(new AlterColumnDefault(table, name, to.defaultExpression()));
    }
    if (newIdentity && to.identity().isPresent()) {
      steps.add(new AlterColumnIdentity(table, name, to.identity()));
    }
    if (!from.comment().equals(to.comment())) {
      steps.add(new AlterColumnComment(table, name, to.comment()));
    }
    return steps;
  }

  private static boolean isOtherType(SqlType from, SqlType to) {
    boolean sameButLength =
        from.isBuiltIn()
            && to.isBuiltIn()
            && from.name().equals(to.name())
            && from.arrayDimensions() == to.arrayDimensions();
    return !sameButLength && !from.equals(to);
  }

  /**
   * Whether a default goes through a change of type as if it had just been set. PostgreSQL must be
   * able to convert it; and what it has understood by a literal in quotes, or by NULL, is a value
   * of the old type, which it keeps.
   */
  private static boolean staysThrough(String expression, SqlType from, SqlType to) {
    return Comparability.of(from, to)
        && (!isOtherType(from, to) || !TAKES_TYPE_OF_COLUMN.matcher(expression).find());
  }

  /** How many steps there are through the first such one. */
  private static int through(List<Operation> steps, Predicate<Operation> wanted) {
    int place = 0;
    while (!wanted.test(steps.get(place))) {
      place++;
    }
    return place + 1;
  }

  private static Map<String, Column> byName(List<Column> columns) {
    return columns.stream()
        .collect(
            Collectors.toMap(Column::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }
}
