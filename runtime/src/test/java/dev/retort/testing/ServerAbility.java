package dev.retort.testing;

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
    if (majorVersion >= 15) {
      return schema;
    }
    Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    schema.tables().forEach((name, table) -> tables.put(name, possible(table)));
    return schema.withTables(tables);
  }

  private Table possible(Table table) {
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
