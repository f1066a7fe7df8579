package dev.retort.processor.generate;

import static java.util.stream.Collectors.joining;

import dev.retort.postgres.Identifiers;
import dev.retort.postgres.TypeNames;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Constraint;
import dev.retort.schema.Identity;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row in each table, in which every column has the one value of its type: so it meets every
 * foreign key, and every condition that a value be there.
 */
public final class Rows {

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("bigint", "1"),
          Map.entry("integer", "1"),
          Map.entry("smallint", "1"),
          Map.entry("numeric", "1"),
          Map.entry("character varying", "x"),
          Map.entry("text", "x"),
          Map.entry("boolean", "true"),
          Map.entry("timestamp with time zone", "2026-01-01 00:00:00Z"),
          Map.entry("uuid", "0190163d-8694-739b-aea5-966c26f8ad91"),
          Map.entry("interval", "1 day"),
          Map.entry("real", "1"),
          Map.entry("double precision", "1"),
          Map.entry("character", "x"),
          Map.entry("oid", "1"),
          Map.entry("bytea", "\\x01"),
          Map.entry("date", "2026-01-01"),
          Map.entry("timestamp without time zone", "2026-01-01 00:00:00"));

  private final Statement statement;

  public Rows(Statement statement) {
    this.statement = statement;
  }

  /** A row for each table; foreign keys are not looked at. */
  public void insert(Schema schema, Iterable<Table> tables) throws SQLException {
    for (Table table : tables) {
      List<Column> columns =
          table.columns().stream().filter(column -> column.generation().isEmpty()).toList();
      unchecked(
          "INSERT INTO "
              + Identifiers.quote(table.name())
              + columns.stream()
                  .map(column -> Identifiers.quote(column.name()))
                  .collect(joining(", ", " (", ")"))
              + " OVERRIDING SYSTEM VALUE"
              + columns.stream()
                  .map(column -> value(schema, table, column))
                  .collect(joining(", ", " VALUES (", ")")));
    }
  }

  /** Gives every column of every row the value of its type again. */
  void level(Schema schema) throws SQLException {
    for (Table table : schema.tables().values()) {
      String assignments =
          table.columns().stream()
              .filter(column -> column.generation().isEmpty())
              .filter(column -> !column.identity().equals(Optional.of(Identity.ALWAYS)))
              .map(
                  column -> Identifiers.quote(column.name()) + " = " + value(schema, table, column))
              .collect(joining(", "));
      if (!assignments.isEmpty()) {
        unchecked("UPDATE " + Identifiers.quote(table.name()) + " SET " + assignments);
      }
    }
  }

  /** How many rows the table has. */
  public int count(QualifiedName table) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT count(*) FROM " + Identifiers.quote(table))) {
      row.next();
      return row.getInt(1);
    }
  }

  /** The value of the column's type, or the first of those that a condition lists for it. */
  private static String value(Schema schema, Table table, Column column) {
    return table.constraints().stream()
        .flatMap(constraint -> firstListed(column, constraint).stream())
        .findFirst()
        .orElseGet(() -> value(schema, column.type()));
  }

  private static Optional<String> firstListed(Column column, Constraint constraint) {
    String list = Identifiers.quote(column.name()) + " in (";
    return constraint instanceof CheckConstraint check && check.expression().startsWith(list)
        ? Optional.of(check.expression().substring(list.length()).split("[,)]", 2)[0])
        : Optional.empty();
  }

  /** The one value of a type, as SQL. */
  static String value(Schema schema, SqlType type) {
    Optional<CompositeType> composite =
        type.arrayDimensions() > 0
            ? Optional.empty()
            : type.userDefinedName().map(name -> schema.compositeTypes().get(name));
    if (composite.isPresent()) {
      return "CAST(ROW("
          + composite.get().attributes().stream()
              .map(attribute -> value(schema, attribute.type()))
              .collect(joining(", "))
          + ") AS "
          + TypeNames.render(type)
          + ")";
    }
    String text =
        type.arrayDimensions() > 0
            ? "{}"
            : type.userDefinedName()
                .map(name -> schema.requireEnumType(name).labels().get(0))
                .orElseGet(() -> VALUES.get(type.name()));
    if (text == null) {
      throw new IllegalStateException("no value of type " + type);
    }
    return "CAST(E'"
        + text.replace("\\", "\\\\").replace("'", "''")
        + "' AS "
        + TypeNames.render(type)
        + ")";
  }

  private void unchecked(String sql) throws SQLException {
    statement.execute("SET session_replication_role = replica");
    statement.execute(sql);
    statement.execute("SET session_replication_role = DEFAULT");
  }
}
