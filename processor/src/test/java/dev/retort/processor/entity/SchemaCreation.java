package dev.retort.processor.entity;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateCompositeType;
import dev.retort.operation.CreateEnumType;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.postgres.SqlRenderer;
import dev.retort.schema.CompositeTypes;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectDependencies;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Creates a whole schema in an empty database, foreign keys last. */
final class SchemaCreation {

  private SchemaCreation() {}

  static void create(Schema schema, TestDatabase database) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      for (String namespace : namespaces(schema)) {
        statement.execute("CREATE SCHEMA \"" + namespace + "\"");
      }
      for (Operation operation : operations(schema)) {
        for (String sql : SqlRenderer.render(operation)) {
          statement.execute(sql);
        }
      }
    }
  }

  static Set<String> namespaces(Schema schema) {
    Set<String> namespaces = new TreeSet<>();
    schema.tables().keySet().forEach(name -> name.namespace().ifPresent(namespaces::add));
    schema.sequences().keySet().forEach(name -> name.namespace().ifPresent(namespaces::add));
    return namespaces;
  }

  private static List<Operation> operations(Schema schema) {
    List<Operation> operations = new ArrayList<>();
    List<Operation> last = new ArrayList<>();
    schema.sequences().values().forEach(sequence -> operations.add(new CreateSequence(sequence)));
    schema.enumTypes().values().forEach(type -> operations.add(new CreateEnumType(type)));
    CompositeTypes.inOrder(schema.compositeTypes().values())
        .forEach(type -> operations.add(new CreateCompositeType(type)));
    for (Table table : schema.tables().values()) {
      operations.add(
          new CreateTable(
              table.withParts(
                  table.columns(),
                  table.constraints().stream().filter(c -> !(c instanceof ForeignKey)).toList(),
                  List.of())));
      table.indexes().forEach(index -> last.add(new CreateIndex(table.name(), index)));
      table.foreignKeys().forEach(key -> last.add(new AddConstraint(table.name(), key)));
    }
    operations.addAll(last);
    ObjectDependencies.creationOrder(
            schema.definedObjects(), schema.definedObjects().byId().keySet())
        .forEach(object -> operations.add(new CreateObject(object)));
    return operations;
  }
}
