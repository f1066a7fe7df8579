package dev.retort.testing;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the server of the tests can do: a schema may have more than an old version knows. */
public final class ServerAbility {

  private final int majorVersion;

  private ServerAbility(int majorVersion) {
    this.majorVersion = majorVersion;
  }

  public static ServerAbility of(Connection connection) throws SQLException {
    return new ServerAbility(connection.getMetaData().getDatabaseMajorVersion());
  }

  /** The schema, without what the server does not know. */
  public Schema possible(Schema schema) {
    if (majorVersion >= 17) {
      return schema;
    }
    Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    schema.tables().forEach((name, table) -> tables.put(name, possible(table)));
    return schema.withTables(tables);
  }

  private Table possible(Table table) {
    Table able = majorVersion >= 15 ? table : withoutNulls(table);
    return table.partitioning().isPresent() ? withoutIdentity(able) : able;
  }

  /** Version 17 is the first that adds identity columns to tables that have partitions. */
  private static Table withoutIdentity(Table table) {
    return table.withParts(
        table.columns().stream().map(ServerAbility::withoutIdentity).toList(),
        table.constraints(),
        table.indexes());
  }

  private static Column withoutIdentity(Column column) {
    return new Column(
        column.name(),
        column.type(),
        column.nullable(),
        column.defaultExpression(),
        Optional.empty(),
        column.generation(),
        column.comment());
  }

  private Table withoutNulls(Table table) {
    return table.withParts(
        table.columns(),
        table.constraints().stream().map(ServerAbility::possible).toList(),
        table.indexes().stream().map(this::possible).toList());
  }

  private static Constraint possible(Constraint constraint) {
    return constraint instanceof UniqueConstraint unique
        ? new UniqueConstraint(unique.name(), unique.columns(), true, unique.deferrability())
        : constraint;
  }

  /** NULLS NOT DISTINCT came with version 15, columns included in SP-GiST with 14. */
  private Index possible(Index index) {
    Index distinct =
        new Index(
            index.name(),
            index.method(),
            index.keys(),
            index.included(),
            index.unique(),
            true,
            index.predicate());
    return majorVersion < 14 && index.method().equals("spgist")
        ? Index.index(index.name(), index.keys().toArray(IndexKey[]::new))
            .using("spgist")
            .withPredicate(index.predicate())
        : distinct;
  }
}
