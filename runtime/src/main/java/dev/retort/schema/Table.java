package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A table with everything that belongs to it.
 *
 * <p>Consistent in itself: every constraint and index is on columns that exist, there is at most
 * one primary key and its columns are NOT NULL, an identity column is NOT NULL, without a default
 * and of a type that can be counted, a generated column has neither, every constraint has a name
 * (PostgreSQL's default where none was given), and no name is used twice. Whether foreign keys find
 * their target is the {@link Schema}'s question.
 *
 * @param name the table's name
 * @param columns the columns in table order
 * @param constraints the constraints in the order of their creation
 * @param indexes the indexes that do not stem from a constraint
 * @param comment what the database says about the table, or empty
 * @param partitioning how its rows are divided among partitions, or empty
 * @param hypertable how TimescaleDB divides its rows, or empty
 */
public record Table(
    QualifiedName name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    Optional<String> comment,
    Optional<Partitioning> partitioning,
    Optional<Hypertable> hypertable) {

  /** What PostgreSQL adds to every table. */
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  private static final Set<SqlType> COUNTABLE =
      Set.of(SqlType.smallint(), SqlType.integer(), SqlType.bigint());

  /**
   * Checks the parts and completes their names.
   *
   * @throws SchemaException if the parts do not make a table
   */
  public Table {
    requireNonNull(name, "name");
    requireDistinctColumns(name, columns);
    constraints = withNames(name, columns, constraints);
    columns = RowDivision.withTimeNotNull(withKeyNotNull(columns, constraints), hypertable);
    indexes = List.copyOf(indexes);
    if (comment.isPresent()) {
      Comment.requireText(comment.get());
    }
    requireConsistent(name, columns, constraints, indexes);
    RowDivision.requireConsistent(name, columns, constraints, indexes, partitioning, hypertable);
  }

  /** A table whose rows are not divided. */
  public Table(
      QualifiedName name,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes,
      Optional<String> comment) {
    this(name, columns, constraints, indexes, comment, Optional.empty(), Optional.empty());
  }

  /**
   * A table of the given columns and constraints, in the order in which SQL would list them, and
   * the last comment and the last division of rows among them.
   */
  public static Table table(QualifiedName name, TableElement... elements) {
    Optional<String> comment = Optional.empty();
    Optional<Partitioning> partitioning = Optional.empty();
    Optional<Hypertable> hypertable = Optional.empty();
    List<Column> columns = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    for (TableElement element : elements) {
      if (element instanceof Column column) {
        columns.add(column);
      } else if (element instanceof Constraint constraint) {
        constraints.add(constraint);
      } else if (element instanceof Comment stated) {
        comment = Optional.of(stated.text());
      } else if (element instanceof Partitioning stated) {
        partitioning = Optional.of(stated);
      } else if (element instanceof Hypertable stated) {
        hypertable = Optional.of(stated);
      }
    }
    return new Table(name, columns, constraints, List.of(), comment, partitioning, hypertable);
  }

  public Optional<Column> column(String columnName) {
    return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
  }

  /**
   * The column of that name.
   *
   * @throws SchemaException if there is no such column
   */
  public Column requireColumn(String columnName) {
    return column(columnName)
        .orElseThrow(
            () ->
                SchemaException.missing(
                    "table " + name + " has no column " + columnName,
                    columnName,
                    columns.stream().map(Column::name).toList()));
  }

  public Optional<PrimaryKey> primaryKey() {
    for (Constraint constraint : constraints) {
      if (constraint instanceof PrimaryKey key) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** The foreign keys of this table. Every operation of a replay asks every table: no streams. */
  public List<ForeignKey> foreignKeys() {
    List<ForeignKey> keys = new ArrayList<>();
    for (Constraint constraint : constraints) {
      if (constraint instanceof ForeignKey key) {
        keys.add(key);
      }
    }
    return Collections.unmodifiableList(keys);
  }

  /**
   * The sets of columns that are unique together, which a foreign key may refer to: those of the
   * primary key and the unique constraints that are not deferrable, and of the unique indexes of
   * columns over all rows.
   */
  public Set<Set<String>> keys() {
    return keys(constraints, indexes);
  }

  /** The sets of columns that the given constraints and indexes of a table make unique together. */
  public static Set<Set<String>> keys(
      Collection<? extends Constraint> constraints, Collection<Index> indexes) {
    Set<Set<String>> keys = new HashSet<>();
    for (Constraint constraint : constraints) {
      if (constraint.canBeReferredTo()) {
        keys.add(Set.copyOf(constraint.columns()));
      }
    }
    indexes.forEach(index -> index.key().ifPresent(keys::add));
    return keys;
  }

  public Optional<Constraint> constraint(String constraintName) {
    return constraints.stream().filter(c -> c.name().equals(constraintName)).findFirst();
  }

  /**
   * The constraint of that name.
   *
   * @throws SchemaException if there is no such constraint
   */
  public Constraint requireConstraint(String constraintName) {
    return constraint(constraintName)
        .orElseThrow(
            () ->
                SchemaException.missing(
                    "table " + name + " has no constraint " + constraintName,
                    constraintName,
                    constraints.stream().map(Constraint::name).toList()));
  }

  public Optional<Index> index(String indexName) {
    return indexes.stream().filter(i -> i.name().equals(indexName)).findFirst();
  }

  /**
   * The index of that name.
   *
   * @throws SchemaException if there is no such index
   */
  public Index requireIndex(String indexName) {
    return index(indexName)
        .orElseThrow(
            () ->
                SchemaException.missing(
                    "table " + name + " has no index " + indexName,
                    indexName,
                    indexes.stream().map(Index::name).toList()));
  }

  public Table withName(QualifiedName newName) {
    return new Table(newName, columns, constraints, indexes, comment, partitioning, hypertable);
  }

  /** The same table with a comment, or without one. */
  public Table withComment(Optional<String> newComment) {
    return new Table(name, columns, constraints, indexes, newComment, partitioning, hypertable);
  }

  /** The same table with other parts. */
  public Table withParts(
      List<Column> newColumns, List<Constraint> newConstraints, List<Index> newIndexes) {
    return new Table(
        name, newColumns, newConstraints, newIndexes, comment, partitioning, hypertable);
  }

  /** The same table with its rows divided among partitions, or not. */
  public Table withPartitioning(Optional<Partitioning> newPartitioning) {
    return new Table(name, columns, constraints, indexes, comment, newPartitioning, hypertable);
  }

  /** The same table as a hypertable, or not. */
  public Table withHypertable(Optional<Hypertable> newHypertable) {
    return new Table(name, columns, constraints, indexes, comment, partitioning, newHypertable);
  }

  /** The partitions; none where the rows are not divided. */
  public List<Partition> partitions() {
    return partitioning.map(Partitioning::partitions).orElse(List.of());
  }

  /** The columns that decide in which partition or chunk a row is; none in an ordinary table. */
  public List<String> divisionKey() {
    return RowDivision.key(this);
  }

  /**
   * The partition of that name.
   *
   * @throws SchemaException if the table is not partitioned or has no such partition
   */
  public Partition requirePartition(String partition) {
    return requirePartitioning()
        .partition(partition)
        .orElseThrow(
            () ->
                SchemaException.missing(
                    "table " + name + " has no partition " + partition,
                    partition,
                    partitions().stream().map(Partition::name).toList()));
  }

  /**
   * How the rows are divided among partitions.
   *
   * @throws SchemaException if they are not
   */
  public Partitioning requirePartitioning() {
    return partitioning.orElseThrow(
        () -> new SchemaException("table " + name + " is not partitioned"));
  }

  /** The same table with other partitions. */
  public Table withPartitions(List<Partition> partitions) {
    return withPartitioning(Optional.of(requirePartitioning().withPartitions(partitions)));
  }

  /** The table as its CREATE TABLE states it. */
  public Table withoutPartitions() {
    return withPartitioning(partitioning.map(each -> each.withPartitions(List.of())));
  }

  public Table withColumn(Column added) {
    return withParts(Lists.appended(columns, added), constraints, indexes);
  }

  /**
   * Gives a column another type.
   *
   * @param converted whether an expression says how to convert the old values
   */
  public Table withColumnRetyped(String columnName, SqlType type, boolean converted) {
    GeneratedColumns.requireConvertible(this, requireColumn(columnName), converted);
    if (partitioning.isPresent()) {
      RowDivision.requireNotInKey(this, columnName, "cannot change its type");
    }
    return withColumnChanged(columnName, c -> c.withType(type));
  }

  /** Replaces a column by a changed version of itself, keeping its place and its name. */
  public Table withColumnChanged(String columnName, UnaryOperator<Column> change) {
    Column old = requireColumn(columnName);
    Column changed = change.apply(old);
    if (changed.nullable()
        && primaryKey().filter(pk -> pk.columns().contains(columnName)).isPresent()) {
      throw new SchemaException(
          "column " + name + "." + columnName + " is in the primary key and cannot be nullable");
    }
    if (changed.nullable() && hypertable.isPresent()) {
      RowDivision.requireNotInKey(this, columnName, "cannot be nullable");
    }
    return withParts(Lists.replaced(columns, old, changed), constraints, indexes);
  }

  /** The generated columns that are computed from the given one, as far as their text tells. */
  public List<Column> generatedFrom(String columnName) {
    return columns.stream().filter(c -> c.isGeneratedFrom(columnName)).toList();
  }

  /** Drops a column with the constraints and indexes on it, as PostgreSQL does. */
  public Table withoutColumn(String columnName) {
    Column dropped = requireColumn(columnName);
    GeneratedColumns.requireNotUsed(this, columnName, "cannot be dropped");
    RowDivision.requireNotInKey(this, columnName, "cannot be dropped");
    return withParts(
        Lists.without(columns, dropped::equals),
        Lists.without(constraints, c -> c.involves(columnName)),
        Lists.without(indexes, i -> i.involves(columnName)));
  }

  /** Renames a column in its place, and wherever this table's keys and indexes name it. */
  public Table withColumnRenamed(String from, String to) {
    Column renamed = requireColumn(from);
    return new Table(
        name,
        Lists.mapped(
            columns, c -> (c.equals(renamed) ? c.withName(to) : c).withColumnRenamed(from, to)),
        Lists.mapped(constraints, c -> c.withColumnRenamed(from, to)),
        Lists.mapped(indexes, i -> i.withColumnRenamed(from, to)),
        comment,
        partitioning.map(each -> each.withColumnRenamed(from, to)),
        hypertable.map(each -> each.withColumnRenamed(from, to)));
  }

  /** The same table with the defaults that draw on the sequence following it. */
  Table withSequenceRenamed(QualifiedName from, QualifiedName to) {
    return withParts(
        Lists.mapped(
            columns,
            c ->
                c.withDefault(
                    c.defaultExpression()
                        .map(e -> ExpressionText.withSequenceRenamed(e, from, to)))),
        constraints,
        indexes);
  }

  public Table withConstraint(Constraint added) {
    return withParts(columns, Lists.appended(constraints, added), indexes);
  }

  /** Replaces a constraint by a changed version of itself, keeping its place. */
  public Table withConstraintChanged(String constraintName, UnaryOperator<Constraint> change) {
    Constraint old = requireConstraint(constraintName);
    return withParts(columns, Lists.replaced(constraints, old, change.apply(old)), indexes);
  }

  public Table withoutConstraint(String constraintName) {
    Constraint dropped = requireConstraint(constraintName);
    return withParts(columns, Lists.without(constraints, dropped::equals), indexes);
  }

  /** The same table with each foreign key changed as given. */
  public Table withForeignKeysChanged(UnaryOperator<ForeignKey> change) {
    return withParts(
        columns,
        Lists.mapped(constraints, c -> c instanceof ForeignKey key ? change.apply(key) : c),
        indexes);
  }

  public Table withIndex(Index added) {
    return withParts(columns, constraints, Lists.appended(indexes, added));
  }

  /** The table as its CREATE TABLE states it. */
  public Table withoutIndexes() {
    return withParts(columns, constraints, List.of());
  }

  public Table withoutIndex(String indexName) {
    Index dropped = requireIndex(indexName);
    return withParts(columns, constraints, Lists.without(indexes, dropped::equals));
  }

  private static void requireDistinctColumns(QualifiedName name, List<Column> columns) {
    Set<String> seen = new HashSet<>();
    for (Column column : columns) {
      if (!seen.add(column.name())) {
        throw new SchemaException("table " + name + " already has a column " + column.name());
      }
    }
  }

  private static List<Constraint> withNames(
      QualifiedName table, List<Column> columns, List<Constraint> constraints) {
    Set<String> columnNames = new LinkedHashSet<>(names(columns));
    Set<String> taken = new HashSet<>();
    for (Constraint constraint : constraints) {
      taken.add(constraint.name());
    }
    List<Constraint> named = new ArrayList<>();
    for (Constraint constraint : constraints) {
      if (constraint.name().isEmpty()) {
        String chosen = DefaultNames.of(table.local(), constraint, columnNames, taken);
        taken.add(chosen);
        named.add(constraint.named(chosen));
      } else {
        named.add(constraint);
      }
    }
    return List.copyOf(named);
  }

  private static List<Column> withKeyNotNull(List<Column> columns, List<Constraint> constraints) {
    Set<String> key = new HashSet<>();
    for (Constraint constraint : constraints) {
      if (constraint instanceof PrimaryKey primaryKey) {
        key.addAll(primaryKey.columns());
      }
    }
    List<Column> notNull = new ArrayList<>(columns.size());
    for (Column column : columns) {
      notNull.add(key.contains(column.name()) ? column.notNull() : column);
    }
    return List.copyOf(notNull);
  }

  private static List<String> names(List<Column> columns) {
    List<String> names = new ArrayList<>(columns.size());
    for (Column column : columns) {
      names.add(column.name());
    }
    return names;
  }

  private static void requireConsistent(
      QualifiedName name, List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
    for (Column column : columns) {
      requirePossible(name, column);
    }
    GeneratedColumns.requireConsistent(name, columns, constraints);
    List<String> existing = names(columns);
    Set<String> known = new HashSet<>(existing);
    Set<String> names = new HashSet<>();
    Set<String> relations = new HashSet<>();
    int primaryKeys = 0;
    for (Constraint constraint : constraints) {
      Names.requireName(constraint.name());
      if (constraint.isKey()) {
        requireOtherName(name, constraint.name());
        relations.add(constraint.name());
      }
      requireKnown(name, "constraint " + constraint.name(), constraint.columns(), known, existing);
      if (!names.add(constraint.name())) {
        throw new SchemaException(
            "table " + name + " already has a constraint " + constraint.name());
      }
      if (constraint instanceof PrimaryKey && ++primaryKeys > 1) {
        throw new SchemaException("table " + name + " already has a primary key");
      }
    }
    for (Index index : indexes) {
      requireOtherName(name, index.name());
      requireKnown(name, "index " + index.name(), index.columns(), known, existing);
      AccessMethod.requireAble(index);
      // Foreign keys and checks have names of their own kind: an index may be called the same.
      if (!relations.add(index.name())) {
        throw new SchemaException("table " + name + " already has an index or key " + index.name());
      }
    }
  }

  /** An index, also that of a key, is a relation like its table. */
  private static void requireOtherName(QualifiedName table, String index) {
    if (index.equals(table.local())) {
      throw new SchemaException("an index of table " + table + " cannot have the table's name");
    }
  }

  private static void requirePossible(QualifiedName table, Column column) {
    String what = "column " + table + "." + column.name();
    if (SYSTEM_COLUMNS.contains(column.name())) {
      throw new SchemaException(what + " has the name of one of PostgreSQL's system columns");
    }
    if (column.identity().isEmpty()) {
      return;
    }
    if (!COUNTABLE.contains(column.type())) {
      throw new SchemaException(
          what
              + " "
              + column.type().inWords()
              + " cannot be an identity column, whose type is smallint, integer or bigint");
    }
    if (column.nullable()) {
      throw new SchemaException(what + " is an identity column and cannot be nullable");
    }
    if (column.defaultExpression().isPresent()) {
      throw new SchemaException(what + " is an identity column and cannot have a default");
    }
  }

  private static void requireKnown(
      QualifiedName table,
      String what,
      List<String> columns,
      Set<String> known,
      List<String> existing) {
    for (String column : columns) {
      if (!known.contains(column)) {
        throw SchemaException.missing(
            what + " is on column " + column + ", which table " + table + " does not have",
            column,
            existing);
      }
    }
  }
}
