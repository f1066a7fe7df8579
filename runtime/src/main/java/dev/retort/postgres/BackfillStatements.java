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

  /** A column of a primary key with its type as SQL writes it. */
  public record KeyColumn(String name, String type) {}

  public BackfillStatements {
    keys = List.copyOf(keys);
  }

  /** The statement that writes all rows at once. */
  static String whole(Backfill backfill) {
    return update(backfill, condition(backfill).toList());
  }

  /** The query for name and type of the columns of a table's primary key, in its order. */
  public static String primaryKey(Backfill backfill) {
    return """
        SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)
        FROM pg_catalog.pg_index i
          CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
          JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
        WHERE i.indisprimary AND k.position <= i.indnkeyatts AND i.indrelid = %s::pg_catalog.regclass
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
    return "SELECT count(*) OVER (), "
        + keys.stream().map(key -> quote(key.name()) + "::text").collect(joining(", "))
        + " FROM (SELECT "
        + keys.stream().map(key -> quote(key.name())).collect(joining(", "))
        + " FROM "
        + quote(backfill.table())
        + after.map(key -> " WHERE " + compared(">", key)).orElse("")
        + " ORDER BY "
        + keys.stream().map(key -> quote(key.name())).collect(joining(", "))
        + " LIMIT "
        + backfill.filling().batchSize()
        + ") AS lot ORDER BY "
        + keys.stream().map(key -> quote(key.name()) + " DESC").collect(joining(", "))
        + " LIMIT 1";
  }

  /** The statement that writes the rows of a lot. */
  public String lot(Optional<List<String>> after, List<String> last) {
    List<String> conditions = new ArrayList<>();
    after.ifPresent(key -> conditions.add(compared(">", key)));
    conditions.add(compared("<=", last));
    condition(backfill).forEach(conditions::add);
    return update(backfill, conditions);
  }

  /** A comparison of rows, for which PostgreSQL uses the primary key's index. */
  private String compared(String operator, List<String> values) {
    List<String> constants = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      constants.add(literal(values.get(i)) + "::" + keys.get(i).type());
    }
    return row(keys.stream().map(key -> quote(key.name())).toList())
        + " "
        + operator
        + " "
        + row(constants);
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
