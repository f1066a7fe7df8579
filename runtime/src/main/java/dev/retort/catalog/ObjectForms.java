package dev.retort.catalog;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.retort.catalog.ObjectRows.TriggerText;
import dev.retort.postgres.Identifiers;
import dev.retort.postgres.ObjectStatements;
import dev.retort.postgres.TypeNames;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.DefinedObjects;
import dev.retort.schema.Definition;
import dev.retort.schema.ObjectDependencies;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Views, functions and triggers in the form in which PostgreSQL keeps them: each is created as a
 * temporary one, over temporary tables like those of the schema, and read back.
 *
 * <p>PostgreSQL finds no functions among temporary objects, so those that are missing are created
 * where they belong; the transaction is rolled back. What a text names in another namespace must be
 * there.
 */
final class ObjectForms {

  private static final Pattern WITH_DATA = Pattern.compile("(?is)\\s+with\\s+(?:no\\s+)?data\\s*$");

  private final Connection connection;
  private final Statement statement;
  private final Namespaces namespaces;
  private final Schema schema;

  private ObjectForms(
      Connection connection, Statement statement, Namespaces namespaces, Schema schema) {
    this.connection = connection;
    this.statement = statement;
    this.namespaces = namespaces;
    this.schema = schema;
  }

  /** The schema's objects; one that the server does not understand stays as it is. */
  static DefinedObjects of(
      Connection connection, Statement statement, Namespaces namespaces, Schema schema)
      throws SQLException {
    if (schema.definedObjects().isEmpty()) {
      return schema.definedObjects();
    }
    return new ObjectForms(connection, statement, namespaces, schema).all();
  }

  private DefinedObjects all() throws SQLException {
    statement.execute("SET LOCAL check_function_bodies = off");
    for (Table table : schema.tables().values()) {
      if (table.name().namespace().isEmpty()) {
        Savepoints.attempt(connection, () -> create(table));
      }
    }
    DefinedObjects objects = schema.definedObjects();
    List<DefinedObject> forms = new ArrayList<>();
    for (DefinedObject object :
        ObjectDependencies.creationOrder(objects, objects.byId().keySet())) {
      if (object instanceof Routine routine) {
        forms.add(Savepoints.undone(connection, () -> formOf(routine)).orElse(routine));
        Savepoints.attempt(connection, () -> createMissing(routine));
      } else if (object instanceof View view) {
        forms.add(formOf(view));
      } else {
        Trigger trigger = (Trigger) object;
        forms.add(Savepoints.undone(connection, () -> formOf(trigger)).orElse(trigger));
      }
    }
    return DefinedObjects.of(forms);
  }

  /** With its primary key, which a view may rely on that groups by it. */
  private Table create(Table table) throws SQLException {
    String name = temporary(table.name());
    statement.execute(
        "CREATE TEMPORARY TABLE "
            + quote(table.name().local())
            + table.columns().stream()
                .map(column -> quote(column.name()) + " " + TypeNames.render(column.type()))
                .collect(joining(", ", " (", ")")));
    if (table.primaryKey().isPresent()) {
      Savepoints.attempt(
          connection,
          () ->
              statement.execute(
                  "ALTER TABLE "
                      + name
                      + " ADD PRIMARY KEY ("
                      + Identifiers.list(table.primaryKey().get().columns())
                      + ")"));
    }
    return table;
  }

  private boolean createMissing(Routine routine) throws SQLException {
    return statement.execute(createStatement(routine));
  }

  private static String createStatement(DefinedObject object) {
    return ObjectStatements.create(object).get(0);
  }

  /** Under a name of its own, since one of another namespace may have created its namesake. */
  private DefinedObject formOf(Routine routine) throws SQLException {
    QualifiedName name = QualifiedName.of("pg_temp", "retort_routine");
    statement.execute(
        createStatement(
            new Routine(name, routine.procedure(), routine.arguments(), routine.definition())));
    return namespaces.read(
        connection,
        "SELECT "
            + ObjectRows.ROUTINE
            + " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
            + " WHERE n.oid = pg_my_temp_schema() ORDER BY p.oid DESC LIMIT 1",
        row -> {
          row.next();
          return new Routine(
              routine.name(),
              routine.procedure(),
              row.getString("arguments"),
              withText(routine, row.getString("definition")));
        });
  }

  /** A temporary view stays, since others may read it. There are no materialized ones. */
  private DefinedObject formOf(View view) throws SQLException {
    // Something else may have the name of one that is in another namespace.
    String local =
        view.name().namespace().isEmpty()
            ? view.name().local()
            : "retort_view_of_another_namespace";
    Snapshots.Work<DefinedObject> work =
        () -> {
          String query = WITH_DATA.matcher(view.definition().sql()).replaceFirst("");
          QualifiedName name = QualifiedName.of("pg_temp", local);
          statement.execute(createStatement(new View(name, false, Definition.definition(query))));
          return namespaces.read(
              connection,
              "SELECT pg_get_viewdef(" + regclass(name) + ")",
              row -> {
                row.next();
                return view.withDefinition(withText(view, row.getString(1)));
              });
        };
    return (view.name().namespace().isEmpty()
            ? Savepoints.attempt(connection, work)
            : Savepoints.undone(connection, work))
        .orElse(view);
  }

  private DefinedObject formOf(Trigger trigger) throws SQLException {
    if (trigger.table().namespace().isPresent()) {
      Optional<Table> table = schema.table(trigger.table());
      if (table.isPresent()) {
        statement.execute("DROP TABLE IF EXISTS " + temporary(trigger.table()) + " CASCADE");
        create(table.get());
      }
    }
    QualifiedName table = QualifiedName.of("pg_temp", trigger.table().local());
    statement.execute(createStatement(trigger.withTable(table)));
    return namespaces.read(
        connection,
        "SELECT "
            + ObjectRows.TRIGGER
            + " FROM pg_trigger t WHERE t.tgrelid = "
            + regclass(trigger.table())
            + " AND t.tgname = "
            + literal(trigger.name()),
        row -> {
          row.next();
          TriggerText text = TriggerText.of(row);
          return new Trigger(
              trigger.table(),
              trigger.name(),
              trigger.constraint(),
              text.fires(),
              withText(trigger, text.definition()));
        });
  }

  private static Definition withText(DefinedObject object, String sql) {
    Definition old = object.definition();
    return new Definition(sql, old.comment(), old.dependsOn());
  }

  private static String temporary(QualifiedName name) {
    return quote(QualifiedName.of("pg_temp", name.local()));
  }

  private static String regclass(QualifiedName name) {
    return literal(temporary(name)) + "::regclass";
  }
}
