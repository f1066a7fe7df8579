package dev.retort.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.schema.SqlType;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CastsTest {

  private static final List<SqlType> TYPES =
      Stream.concat(
              Stream.of(
                      "smallint",
                      "integer",
                      "bigint",
                      "numeric",
                      "real",
                      "double precision",
                      "money",
                      "text",
                      "varchar(20)",
                      "char(3)",
                      "name",
                      "bytea",
                      "bit(8)",
                      "varbit",
                      "date",
                      "time",
                      "timetz",
                      "timestamp(6)",
                      "timestamptz(6)",
                      "interval",
                      "boolean",
                      "uuid",
                      "json",
                      "jsonb",
                      "xml",
                      "inet",
                      "cidr",
                      "text[]",
                      "integer[]",
                      "bigint[]",
                      "uuid[]")
                  .map(SqlType::type),
              Stream.of(SqlType.userDefined("mood"), SqlType.userDefined("Odd Mood")))
          .toList();

  /** Asks the server about every pair of types, on a table without rows. */
  @Test
  void theServerNeedsAnExpressionExactlyWhereOneIsGiven() throws SQLException {
    TestDatabase database = TestDatabase.create();
    database.execute("CREATE TYPE mood AS ENUM ('a'); CREATE TYPE \"Odd Mood\" AS ENUM ('a')");
    List<String> wrong = new ArrayList<>();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      for (SqlType from : TYPES) {
        for (SqlType to : TYPES) {
          Optional<String> using = Casts.using("Select", from, to);
          if (possible(statement, from, to, "") == using.isPresent()) {
            wrong.add(from + " to " + to + (using.isPresent() ? " needs none" : " needs one"));
          }
          if (using.isPresent() && !possible(statement, from, to, " USING " + using.get())) {
            wrong.add(from + " to " + to + " is refused with " + using.get());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** A cast would convert the number that stands for a large object, or the text of a UUID. */
  @Test
  void contentIsConvertedAndNotWhatStandsForIt() throws SQLException {
    try (Connection connection = TestDatabase.create().connection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (c text, u uuid)");
      statement.execute("INSERT INTO t VALUES ('größe'), (NULL)");
      statement.execute("UPDATE t SET u = '0190163d-8694-739b-aea5-966c26f8ad91'");
      for (String to : List.of("oid", "text", "oid", "bytea", "oid", "varchar(20)")) {
        change(statement, "c", SqlType.type(to));
      }
      change(statement, "u", SqlType.type("bytea"));
      assertThat(text(statement, "octet_length(u)::text")).isEqualTo("16");
      change(statement, "u", SqlType.type("uuid"));

      assertThat(text(statement, "c || ' ' || u"))
          .isEqualTo("größe 0190163d-8694-739b-aea5-966c26f8ad91");
    }
  }

  /** A NULL stays one, and a text that was an array is that array again. */
  @Test
  void aValueBecomesTheOneElementOfAnArrayAndTheFirstElementTheValue() throws SQLException {
    try (Connection connection = TestDatabase.create().connection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (c text, n integer, w varchar(9), d date, u uuid)");
      statement.execute(
          "INSERT INTO t VALUES ('{\"a,b\",c}', 5, 'word', '2026-01-02',"
              + " '0190163d-8694-739b-aea5-966c26f8ad91'), (NULL, NULL, NULL, NULL, NULL)");
      Map<String, String> arrays =
          Map.of("c", "text[]", "n", "bigint[]", "w", "varchar(4)[]", "d", "text[]", "u", "uuid[]");
      for (Map.Entry<String, String> array : arrays.entrySet()) {
        change(statement, array.getKey(), SqlType.type(array.getValue()));
      }
      assertThat(text(statement, "concat_ws(' ', c, n, w, d, u)"))
          .isEqualTo("{\"a,b\",c} {5} {word} {2026-01-02} {0190163d-8694-739b-aea5-966c26f8ad91}");
      assertThat(one(statement, "SELECT concat(c, n, w, d, u) FROM t WHERE n IS NULL")).isEmpty();

      assertThatThrownBy(() -> change(statement, "w", SqlType.type("varchar(3)[]")))
          .hasMessageContaining("too long");
      change(statement, "c", SqlType.type("text"));
      change(statement, "n", SqlType.type("integer"));
      change(statement, "d", SqlType.type("date"));
      change(statement, "u", SqlType.type("uuid"));
      assertThat(text(statement, "concat_ws(' ', c, n, d, u)"))
          .isEqualTo("{\"a,b\",c} 5 2026-01-02 0190163d-8694-739b-aea5-966c26f8ad91");
      assertThat(one(statement, "SELECT count(n) || ' ' || count(d) FROM t")).isEqualTo("1 1");
    }
  }

  /** Of a composite value, IS NOT NULL would ask whether each attribute has one. */
  @Test
  void aCompositeValueWithoutAllAttributesBecomesAnElement() throws SQLException {
    try (Connection connection = TestDatabase.create().connection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TYPE price AS (amount integer, currency text)");
      statement.execute("CREATE TABLE t (c price); INSERT INTO t VALUES ('(5,)'), ('(,)'), (NULL)");
      String using =
          Casts.using("c", SqlType.userDefined("price"), SqlType.text().array()).orElseThrow();
      statement.execute("ALTER TABLE t ALTER COLUMN c TYPE text[] USING " + using);

      assertThat(one(statement, "SELECT string_agg(coalesce(c[1], 'none'), ' ') FROM t"))
          .isEqualTo("(5,) (,) none");
      assertThat(one(statement, "SELECT count(c) FROM t")).isEqualTo("2");
    }
  }

  private static void change(Statement statement, String column, SqlType to) throws SQLException {
    String from =
        text(
            statement,
            "(SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
                + " WHERE attrelid = 't'::regclass AND attname = '"
                + column
                + "')");
    String using =
        Casts.using(column, SqlType.type(from), to).map(text -> " USING " + text).orElse("");
    statement.execute(
        "ALTER TABLE t ALTER COLUMN " + column + " TYPE " + TypeNames.render(to) + using);
  }

  private static String text(Statement statement, String expression) throws SQLException {
    return one(statement, "SELECT " + expression + " FROM t WHERE c IS NOT NULL");
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static boolean possible(Statement statement, SqlType from, SqlType to, String using)
      throws SQLException {
    statement.execute("DROP TABLE IF EXISTS t");
    statement.execute("CREATE TABLE t (\"Select\" " + TypeNames.render(from) + ")");
    try {
      statement.execute(
          "ALTER TABLE t ALTER COLUMN \"Select\" TYPE " + TypeNames.render(to) + using);
      return true;
    } catch (SQLException refused) {
      return false;
    }
  }
}
