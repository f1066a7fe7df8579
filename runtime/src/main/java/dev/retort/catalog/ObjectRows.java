package dev.retort.catalog;

import dev.retort.schema.DefinedObject;
import dev.retort.schema.DefinedObjects;
import dev.retort.schema.Definition;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Views, functions and triggers in the server's words. */
final class ObjectRows {

  /** Of a routine {@code p} in namespace {@code n}: its arguments, and all that follows them. */
  static final String ROUTINE =
      """
      pg_get_function_arguments(p.oid) AS arguments,
      substr(pg_get_functiondef(p.oid),
        strpos(pg_get_functiondef(p.oid),
          quote_ident(p.proname) || '(' || pg_get_function_arguments(p.oid) || E')\\n')
        + length(quote_ident(p.proname) || '(' || pg_get_function_arguments(p.oid) || ')'))
      AS definition
      """;

  /** Of a trigger {@code t}: its statement, and what stands in it before and after its table. */
  static final String TRIGGER =
      """
      pg_get_triggerdef(t.oid, true) AS definition,
      'CREATE ' || CASE WHEN t.tgconstraint <> 0 THEN 'CONSTRAINT ' ELSE '' END || 'TRIGGER '
        || quote_ident(t.tgname) || ' ' AS opening,
      ' ON ' || t.tgrelid::regclass::text || ' ' AS middle
      """;

  /** A continuous aggregate of TimescaleDB looks like a view over what the extension keeps. */
  private static final String VIEWS =
      """
      SELECT n.nspname, c.relname, c.relkind = 'm' AS materialized,
        EXISTS (SELECT FROM pg_rewrite r
          JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
            AND d.refclassid = 'pg_class'::regclass
          JOIN pg_class s ON s.oid = d.refobjid
          JOIN pg_namespace k ON k.oid = s.relnamespace
          WHERE r.ev_class = c.oid AND k.nspname = '_timescaledb_internal') AS continuous,
        pg_get_viewdef(c.oid) AS definition, (SELECT s.description FROM pg_description s WHERE s.objoid = c.oid
          AND s.classoid = 'pg_class'::regclass AND s.objsubid = 0) AS comment,
        array_to_string(c.reloptions, ', ') AS options
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ANY (?) AND n.nspname || '.' || c.relname <> ALL (?)
        AND c.relkind IN ('v', 'm')
        AND NOT EXISTS (SELECT FROM pg_depend e
          WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
      ORDER BY n.nspname, c.relname
      """;

  private static final String INDEXES =
      """
      SELECT n.nspname, c.relname, x.relname AS name
      FROM pg_index i
      JOIN pg_class x ON x.oid = i.indexrelid
      JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ANY (?) AND n.nspname || '.' || c.relname <> ALL (?) AND c.relkind = 'm'
        AND NOT EXISTS (SELECT FROM pg_depend e
          WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
      """;

  private static final String ROUTINES =
      """
      SELECT n.nspname, p.proname, p.prokind, (SELECT s.description FROM pg_description s WHERE s.objoid = p.oid
          AND s.classoid = 'pg_proc'::regclass AND s.objsubid = 0) AS comment,
      """
          + ROUTINE
          + """
            FROM pg_proc p
            JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname = ANY (?) AND n.nspname || '.' || p.proname <> ALL (?)
              AND p.prokind <> 'a'
              AND NOT EXISTS (SELECT FROM pg_depend e
                WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid
                  AND e.deptype IN ('e', 'i'))
            ORDER BY n.nspname, p.proname, p.oid
            """;

  private static final String AGGREGATES =
      """
      SELECT n.nspname, p.proname
      FROM pg_proc p
      JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = ANY (?) AND n.nspname || '.' || p.proname <> ALL (?) AND p.prokind = 'a'
        AND NOT EXISTS (SELECT FROM pg_depend e
          WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
      """;

  private static final String TRIGGERS =
      """
      SELECT n.nspname, c.relname, t.tgname, t.tgconstraint <> 0 AS is_constraint,
        t.tgenabled <> 'O' AS disabled, (SELECT s.description FROM pg_description s WHERE s.objoid = t.oid
          AND s.classoid = 'pg_trigger'::regclass AND s.objsubid = 0) AS comment,
      """
          + TRIGGER
          + """
            FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ANY (?) AND n.nspname || '.' || c.relname <> ALL (?)
              AND NOT t.tgisinternal AND c.relkind IN ('r', 'v', 'p') AND NOT c.relispartition
              AND NOT EXISTS (SELECT FROM pg_depend e
                WHERE e.objid IN (t.oid, c.oid) AND e.deptype = 'e'
                  AND e.classid IN ('pg_trigger'::regclass, 'pg_class'::regclass))
            ORDER BY n.nspname, c.relname, t.tgname
            """;

  private ObjectRows() {}

  /**
   * All of them.
   *
   * @param beyond takes a line for each that has properties which the model cannot express
   */
  static DefinedObjects read(Connection connection, Namespaces namespaces, List<String> beyond)
      throws SQLException {
    List<DefinedObject> objects = new ArrayList<>();
    namespaces.query(
        connection,
        VIEWS,
        row -> {
          QualifiedName name = namespaces.name(row.getString("nspname"), row.getString("relname"));
          if (row.getBoolean("continuous")) {
            beyond.add("continuous aggregate " + name);
            return;
          }
          View view =
              new View(
                  name,
                  row.getBoolean("materialized"),
                  definition(row, row.getString("definition")));
          objects.add(view);
          if (row.getString("options") != null) {
            beyond.add("options of " + view.id() + ": " + row.getString("options"));
          }
        });
    namespaces.query(
        connection,
        INDEXES,
        row ->
            beyond.add(
                "index "
                    + row.getString("name")
                    + " of materialized view "
                    + namespaces.name(row.getString("nspname"), row.getString("relname"))));
    namespaces.query(connection, ROUTINES, row -> objects.add(routine(row, namespaces)));
    namespaces.query(
        connection,
        AGGREGATES,
        row ->
            beyond.add(
                "aggregate "
                    + namespaces.name(row.getString("nspname"), row.getString("proname"))));
    namespaces.query(
        connection,
        TRIGGERS,
        row -> {
          Trigger trigger = trigger(row, namespaces);
          objects.add(trigger);
          if (row.getBoolean("disabled")) {
            beyond.add("when " + trigger.id() + " is enabled");
          }
        });
    return DefinedObjects.of(objects);
  }

  private static Routine routine(ResultSet row, Namespaces namespaces) throws SQLException {
    return new Routine(
        namespaces.name(row.getString("nspname"), row.getString("proname")),
        row.getString("prokind").equals("p"),
        row.getString("arguments"),
        definition(row, row.getString("definition")));
  }

  private static Trigger trigger(ResultSet row, Namespaces namespaces) throws SQLException {
    TriggerText text = TriggerText.of(row);
    return new Trigger(
        namespaces.name(row.getString("nspname"), row.getString("relname")),
        row.getString("tgname"),
        row.getBoolean("is_constraint"),
        text.fires(),
        definition(row, text.definition()));
  }

  private static Definition definition(ResultSet row, String sql) throws SQLException {
    Definition definition = Definition.definition(sql);
    return Optional.ofNullable(row.getString("comment"))
        .map(definition::withComment)
        .orElse(definition);
  }

  /** What of a trigger's statement stands before its table, and what after it. */
  record TriggerText(String fires, String definition) {

    /** Of a row that has the columns of {@link #TRIGGER}. */
    static TriggerText of(ResultSet row) throws SQLException {
      String statement = row.getString("definition").substring(row.getString("opening").length());
      String middle = row.getString("middle");
      int at = statement.indexOf(middle);
      while (at >= 0 && isQuoted(statement, at)) {
        at = statement.indexOf(middle, at + 1);
      }
      if (at < 0) {
        throw new SQLException("the server does not name the table in: " + statement);
      }
      return new TriggerText(statement.substring(0, at), statement.substring(at + middle.length()));
    }

    /** Whether the place is inside a quoted name: the names of columns may be anything. */
    private static boolean isQuoted(String statement, int place) {
      return statement.substring(0, place).chars().filter(c -> c == '"').count() % 2 == 1;
    }
  }
}
