package dev.retort.catalog;

import static dev.retort.postgres.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.retort.postgres.CompositeStatements;
import dev.retort.postgres.Identifiers;
import dev.retort.postgres.IndexStatements;
import dev.retort.postgres.TypeNames;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.CompositeTypes;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefinedObjects;
import dev.retort.schema.EnumType;
import dev.retort.schema.Hypertable;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.Partition;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Schemas in the form in which PostgreSQL keeps them.
 *
 * <p>PostgreSQL does not keep the text of a default, a check or an index's condition, but what it
 * understood: {@code status in ('A')} comes back as {@code ((status)::text = 'A'::text)}. Two such
 * texts can only be compared after the same server has read both, so each expression is given to it
 * in a temporary table, inside a transaction that is rolled back.
 */
public final class NormalForm {

  private static final String TABLE = "retort_normal_form";

  private final Connection connection;
  private final Statement statement;
  private final Namespaces namespaces;

  /** The temporary table that the expressions of one table are read in. */
  private String scratch = TABLE;

  private NormalForm(Connection connection, Statement statement, String namespace) {
    this.connection = connection;
    this.statement = statement;
    this.namespaces = new Namespaces(namespace, List.of(), Set.of());
  }

  /**
   * The schema with its expressions and types as the server writes them. An expression that the
   * server does not understand stays as it is.
   *
   * @param connection a connection in autocommit mode, which it is in again afterwards; its user
   *     may create temporary tables
   * @param namespace the namespace that names without one belong to
   * @throws SQLException if the connection fails
   */
  public static Schema of(Connection connection, String namespace, Schema schema)
      throws SQLException {
    return Snapshots.scratch(
        connection,
        namespace,
        () -> {
          try (Statement statement = connection.createStatement()) {
            return new NormalForm(connection, statement, namespace).of(schema);
          }
        });
  }

  private Schema of(Schema schema) throws SQLException {
    // A column may need a type, and its default a sequence, that this database does not have.
    // One that it has is left to be used: functions may take it, and would not take another.
    Map<QualifiedName, EnumType> existing = EnumTypeRows.read(connection, namespaces);
    for (EnumType type : schema.enumTypes().values()) {
      boolean exists =
          Optional.ofNullable(existing.get(type.name()))
              .filter(known -> known.labels().equals(type.labels()))
              .isPresent();
      if (type.name().namespace().isEmpty() && !exists) {
        statement.execute(
            "CREATE TYPE pg_temp."
                + quote(type.name().local())
                + " AS ENUM ("
                + type.labels().stream().map(Identifiers::literal).collect(joining(", "))
                + ")");
      }
    }
    Map<QualifiedName, CompositeType> compositeTypes = new LinkedHashMap<>();
    for (CompositeType type : CompositeTypes.inOrder(schema.compositeTypes().values())) {
      CompositeType stored = withStoredTypes(type);
      compositeTypes.put(type.name(), stored);
      if (type.name().namespace().isEmpty()) {
        QualifiedName temporary = QualifiedName.of("pg_temp", type.name().local());
        CompositeType made = new CompositeType(temporary, stored.attributes());
        attempt(() -> statement.execute(CompositeStatements.create(made)));
      }
    }
    for (Sequence sequence : schema.sequences().values()) {
      if (sequence.name().namespace().isEmpty()) {
        statement.execute("CREATE TEMPORARY SEQUENCE " + quote(sequence.name().local()));
      }
    }
    Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    for (Table table : schema.tables().values()) {
      tables.put(table.name(), withChunks(withBounds(of(table))));
    }
    OwnNamespace own = new OwnNamespace(namespaces.unnamed(), schema);
    tables.replaceAll((name, table) -> own.left(table));
    return schema
        .withTables(tables)
        .withCompositeTypes(compositeTypes)
        .withDefinedObjects(
            DefinedObjects.of(
                ObjectForms.of(connection, statement, namespaces, schema).stream()
                    .map(own::left)
                    .toList()));
  }

  private Table withBounds(Table table) throws SQLException {
    if (table.partitions().isEmpty()) {
      return table;
    }
    PartitionForm form = new PartitionForm(statement, namespaces);
    if (attempt(() -> form.createTable(table, table.requirePartitioning())).isEmpty()) {
      return table;
    }
    List<Partition> partitions = new ArrayList<>();
    for (Partition partition : table.partitions()) {
      partitions.add(attempt(() -> form.of(partition)).orElse(partition));
    }
    form.dropTable();
    return table.withPartitions(partitions);
  }

  private Table withChunks(Table table) throws SQLException {
    if (table.hypertable().isEmpty()) {
      return table;
    }
    Hypertable chunks = table.hypertable().get();
    return table.withHypertable(
        attempt(() -> HypertableRows.normalized(connection, namespaces, chunks))
            .or(table::hypertable));
  }

  private Table of(Table table) throws SQLException {
    Table typed = mapped(table, NormalForm::withStoredType, c -> c, i -> i);
    boolean plain =
        typed.columns().stream()
                .allMatch(
                    column -> column.defaultExpression().isEmpty() && column.generation().isEmpty())
            && typed.constraints().stream().noneMatch(CheckConstraint.class::isInstance)
            && typed.indexes().stream().allMatch(NormalForm::isPlain);
    if (plain) {
      return typed;
    }
    // Expressions may name their table; but something temporary may have the name already.
    Optional<String> created = attempt(() -> createColumns(typed, typed.name().local()));
    if (created.isEmpty()) {
      created = attempt(() -> createColumns(typed, TABLE));
    }
    if (created.isEmpty()) {
      return typed;
    }
    scratch = created.get();
    Map<String, String> defaults = defaults(typed);
    Map<String, String> conditions = new LinkedHashMap<>();
    for (String condition : conditions(typed)) {
      attempt(() -> normalized(condition)).ifPresent(form -> conditions.put(condition, form));
    }
    Map<String, String> generations = new LinkedHashMap<>();
    for (Column column : typed.columns()) {
      if (column.generation().isPresent()) {
        attempt(() -> generation(column, typed))
            .ifPresent(form -> generations.put(column.name(), form));
      }
    }
    Map<Index, List<IndexKey>> keys = new LinkedHashMap<>();
    for (Index index : typed.indexes()) {
      if (!hasPlainKeys(index)) {
        attempt(() -> normalizedKeys(index)).ifPresent(form -> keys.put(index, form));
      }
    }
    statement.execute("DROP TABLE " + scratch());
    return mapped(
        typed,
        column ->
            column
                .withDefault(defaultOf(column, defaults))
                .withGeneration(
                    column.generation().map(text -> generations.getOrDefault(column.name(), text))),
        constraint ->
            constraint instanceof CheckConstraint check
                ? check.withExpression(
                    conditions.getOrDefault(check.expression(), check.expression()))
                : constraint,
        index ->
            index
                .withKeys(keys.getOrDefault(index, index.keys()))
                .withPredicate(index.predicate().map(text -> conditions.getOrDefault(text, text))));
  }

  private static boolean isPlain(Index index) {
    return index.predicate().isEmpty() && hasPlainKeys(index);
  }

  /** Whether there is nothing in the keys that the server might put in other words. */
  private static boolean hasPlainKeys(Index index) {
    return index.keys().stream()
        .allMatch(key -> key.column().isPresent() && key.operatorClass().isEmpty());
  }

  private static Optional<String> defaultOf(Column column, Map<String, String> defaults) {
    return column.defaultExpression().map(text -> defaults.getOrDefault(column.name(), text));
  }

  private static List<String> conditions(Table table) {
    return Stream.concat(
            table.constraints().stream()
                .filter(CheckConstraint.class::isInstance)
                .map(check -> ((CheckConstraint) check).expression()),
            table.indexes().stream().flatMap(index -> index.predicate().stream()))
        .distinct()
        .toList();
  }

  /** The temporary table in SQL. */
  private String scratch() {
    return quote(QualifiedName.of("pg_temp", scratch));
  }

  private String scratchClass() {
    return Identifiers.literal(scratch()) + "::regclass";
  }

  private String createColumns(Table table, String name) throws SQLException {
    StringBuilder sql = new StringBuilder("CREATE TEMPORARY TABLE " + quote(name) + " (");
    String separator = "";
    for (Column column : table.columns()) {
      sql.append(separator)
          .append(quote(column.name()))
          .append(' ')
          .append(TypeNames.render(column.type()));
      separator = ", ";
    }
    statement.execute(sql.append(')').toString());
    return name;
  }

  private Map<String, String> defaults(Table table) throws SQLException {
    for (Column column : table.columns()) {
      if (column.defaultExpression().isPresent()) {
        attempt(
            () -> {
              statement.execute(
                  "ALTER TABLE "
                      + scratch()
                      + " ALTER COLUMN "
                      + quote(column.name())
                      + " SET DEFAULT "
                      + column.defaultExpression().get());
              return column;
            });
      }
    }
    return defaults();
  }

  /** The defaults of the temporary table, and what generates its columns. */
  private Map<String, String> defaults() throws SQLException {
    return namespaces.read(
        connection,
        "SELECT a.attname, pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d"
            + " JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum"
            + " WHERE d.adrelid = "
            + scratchClass(),
        rows -> {
          Map<String, String> defaults = new LinkedHashMap<>();
          while (rows.next()) {
            defaults.put(rows.getString(1), rows.getString(2));
          }
          return defaults;
        });
  }

  private String normalized(String condition) throws SQLException {
    statement.execute(
        "ALTER TABLE " + scratch() + " ADD CONSTRAINT condition CHECK (" + condition + ")");
    String form =
        namespaces.read(
            connection,
            "SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint WHERE conrelid = "
                + scratchClass()
                + " AND conname = 'condition'",
            row -> {
              row.next();
              return row.getString(1);
            });
    statement.execute("ALTER TABLE " + scratch() + " DROP CONSTRAINT condition");
    return form;
  }

  /** What computes the column, as the server keeps it for a column of that type. */
  private String generation(Column column, Table table) throws SQLException {
    String name = TABLE;
    while (table.column(name).isPresent()) {
      name += "_";
    }
    statement.execute(
        "ALTER TABLE "
            + scratch()
            + " ADD COLUMN "
            + name
            + " "
            + TypeNames.render(column.type())
            + " GENERATED ALWAYS AS ("
            + column.generation().orElseThrow()
            + ") STORED");
    String form = defaults().get(name);
    statement.execute("ALTER TABLE " + scratch() + " DROP COLUMN " + name);
    return form;
  }

  /** The keys as the server reads them back: expressions in its words, no default class. */
  private List<IndexKey> normalizedKeys(Index index) throws SQLException {
    QualifiedName table = QualifiedName.of("pg_temp", scratch);
    String name = TABLE + "_index";
    Index keysAlone =
        Index.index(name, index.keys().toArray(IndexKey[]::new)).using(index.method());
    statement.execute(IndexStatements.create(table, keysAlone));
    List<IndexKey> keys =
        namespaces.read(
            connection,
            "SELECT "
                + IndexRows.KEYS
                + " FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid"
                + " JOIN pg_am am ON am.oid = x.relam WHERE i.indexrelid = 'pg_temp."
                + name
                + "'::regclass",
            row -> {
              row.next();
              return IndexRows.keys(row, namespaces);
            });
    statement.execute("DROP INDEX pg_temp." + name);
    return keys;
  }

  private static Column withStoredType(Column column) {
    return column.withType(stored(column.type()));
  }

  private static CompositeType withStoredTypes(CompositeType type) {
    return type.withAttributes(
        type.attributes().stream().map(each -> each.withType(stored(each.type()))).toList());
  }

  /** PostgreSQL keeps an array's type without its dimensions. */
  private static SqlType stored(SqlType type) {
    return type.arrayDimensions() > 1 ? type.withArrayDimensions(1) : type;
  }

  private static Table mapped(
      Table table,
      UnaryOperator<Column> column,
      UnaryOperator<Constraint> constraint,
      UnaryOperator<Index> index) {
    return table.withParts(
        table.columns().stream().map(column).toList(),
        table.constraints().stream().map(constraint).toList(),
        table.indexes().stream().map(index).toList());
  }

  private <T> Optional<T> attempt(Snapshots.Work<T> work) throws SQLException {
    return Savepoints.attempt(connection, work);
  }
}
