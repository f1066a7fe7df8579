package dev.retort.postgres;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.retort.operation.Backfill;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The statements of a backfill, which goes through a table by its primary key, lot by lot.
 *
 * @param backfill what is written
 * @param keys the columns of the primary key, in its order; at least one
 */
public record BackfillStatements(Backfill backfill, List<KeyColumn> keys) {

  /**
   * A column of a primary key.
   *
   * @param type the type as SQL writes it
   * @param operators the schema of the operators by which the key's index orders the column
   */
  public record KeyColumn(String name, String type, String operators) {}

  public BackfillStatements {
    keys = List.copyOf(keys);
  }

  /** The statement that writes all rows at once. */
  static String whole(Backfill backfill) {
    return update(backfill, condition(backfill).toList());
  }

  /** The query for the columns of a table's primary key, in its order, as of {@link KeyColumn}. */
  public static String primaryKey(Backfill backfill) {
    return """
        SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), n.nspname
        FROM pg_catalog.pg_index i
          CROSS JOIN LATERAL ROWS FROM (
            pg_catalog.unnest(i.indkey::pg_catalog.int2[]),
            pg_catalog.unnest(i.indclass::pg_catalog.oid[])
          ) WITH ORDINALITY AS k (attnum, opclass, position)
          JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
          JOIN pg_catalog.pg_opclass c ON c.oid = k.opclass
          JOIN pg_catalog.pg_amop s ON s.amopfamily = c.opcfamily AND s.amopstrategy = 5
            AND s.amoplefttype = c.opcintype AND s.amoprighttype = c.opcintype
          JOIN pg_catalog.pg_operator o ON o.oid = s.amopopr
          JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
        WHERE i.indisprimary AND k.position <= i.indnkeyatts
          AND i.indrelid = %s::pg_catalog.regclass::pg_catalog.oid
        ORDER BY k.position
        """
        .formatted(literal(quote(backfill.table())));
  }

  /**
   * The query for the number of rows of the next lot, and the key of its last row, as texts; it
   * gives no row where there are no more.
   *
   * @param after the key of the last row that is done; empty at the beginning
   */
  public String lastOfLot(Optional<List<String>> after) {
    return "SELECT pg_catalog.count(*) OVER (), "
        + keys.stream().map(key -> ofLot(key) + "::pg_catalog.text").collect(joining(", "))
        + " FROM (SELECT "
        + keys.stream().map(key -> quote(key.name())).collect(joining(", "))
        + " FROM "
        + quote(backfill.table())
        + after.map(key -> " WHERE " + beyond(key)).orElse("")
        + " ORDER BY "
        + keys.stream().map(key -> quote(key.name())).collect(joining(", "))
        + " LIMIT "
        + backfill.filling().batchSize()
        + ") AS lot ORDER BY "
        + keys.stream().map(key -> ofLot(key) + " DESC").collect(joining(", "))
        + " LIMIT 1";
  }

  /** With the name alone, ORDER BY would mean the text that is selected. */
  private static String ofLot(KeyColumn key) {
    return "lot." + quote(key.name());
  }

  /** The statement that writes the rows of a lot. */
  public String lot(Optional<List<String>> after, List<String> last) {
    List<String> conditions = new ArrayList<>();
    after.ifPresent(key -> conditions.add(beyond(key)));
    conditions.add(compared("<", "<=", last, 0));
    condition(backfill).forEach(conditions::add);
    return update(backfill, conditions);
  }

  private String beyond(List<String> values) {
    return compared(">", ">=", values, 0);
  }

  /**
   * A comparison of rows, for which PostgreSQL uses the primary key's index. The operators are the
   * index's own, whatever others the search path leads to.
   *
   * @param strict the operator for the columns before the last one
   * @param weak the same, or equal
   * @param from the first column that is compared
   */
  private String compared(String strict, String weak, List<String> values, int from) {
    String last = strict.equals(">") ? strict : weak;
    List<KeyColumn> compared = keys.subList(from, keys.size());
    if (compared.stream().map(KeyColumn::operators).distinct().count() == 1) {
      List<String> constants = new ArrayList<>();
      for (int i = from; i < keys.size(); i++) {
        constants.add(constant(values, i));
      }
      return row(compared.stream().map(key -> quote(key.name())).toList())
          + operator(compared.get(0), last)
          + row(constants);
    }
    // An operator between rows has one schema.
    String column = quote(keys.get(from).name());
    String constant = constant(values, from);
    return column
        + operator(keys.get(from), weak)
        + constant
        + " AND ("
        + column
        + operator(keys.get(from), strict)
        + constant
        + " OR "
        + compared(strict, weak, values, from + 1)
        + ")";
  }

  private String constant(List<String> values, int at) {
    return literal(values.get(at)) + "::" + keys.get(at).type();
  }

  private static String operator(KeyColumn key, String name) {
    return " OPERATOR(" + quote(key.operators()) + "." + name + ") ";
  }

  private static String row(List<String> values) {
    return values.size() == 1 ? values.get(0) : "(" + String.join(", ", values) + ")";
  }

  private static Stream<String> condition(Backfill backfill) {
    return backfill.filling().condition().map(text -> "(" + text + ")").stream();
  }

  private static String update(Backfill backfill, List<String> conditions) {
    return "UPDATE "
        + quote(backfill.table())
        + " SET "
        + backfill.filling().assignments().stream()
            .map(each -> quote(each.column()) + " = " + each.expression())
            .collect(joining(", "))
        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
  }
}
