package dev.retort.processor.generate;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;

import dev.retort.operation.ExecuteSql;
import dev.retort.operation.MoveTable;
import dev.retort.postgres.SqlRenderer;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.Optional;

/**
 * Tables that move to another namespace with the sequences behind their identity columns. Those
 * keep the names that they once got, whatever their table is called now, and can meet one of the
 * same name there. Only the server knows the names.
 */
final class MovedIdentities {

  private MovedIdentities() {}

  /** Whether a sequence that moves with the table may meet one of its name. */
  static boolean mayMeet(MoveTable move, Schema schema) {
    return hasIdentity(schema.requireTable(move.table()))
        && (schema.tables().values().stream()
                .anyMatch(each -> isThere(each.name().namespace(), move) && hasIdentity(each))
            || schema.sequences().keySet().stream()
                .anyMatch(name -> isThere(name.namespace(), move)));
  }

  /** Gives those of the table's sequences another name whose name is taken there. */
  static ExecuteSql giveWay(MoveTable move) {
    String namespace = move.namespace().map(name -> literal(name)).orElse("current_schema()");
    String body =
        """

        DECLARE
          own record;
        BEGIN
          FOR own IN
            SELECT s.oid, s.oid::regclass AS name FROM pg_depend d
            JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
            JOIN pg_class taken ON taken.relname = s.relname
            JOIN pg_namespace n ON n.oid = taken.relnamespace AND n.nspname = %s
            WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
              AND d.refobjid = %s::regclass AND d.deptype = 'i'
          LOOP
            EXECUTE format('ALTER SEQUENCE %%s RENAME TO %%I', own.name,
              'identity_' || own.oid || '_seq');
          END LOOP;
        END
        """
            .formatted(namespace, literal(quote(move.table())));
    String tag = SqlRenderer.dollarTag(body);
    return new ExecuteSql("DO " + tag + body + tag);
  }

  private static boolean isThere(Optional<String> namespace, MoveTable move) {
    return namespace.equals(move.namespace());
  }

  private static boolean hasIdentity(Table table) {
    return table.columns().stream().anyMatch(column -> column.identity().isPresent());
  }
}
