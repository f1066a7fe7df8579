package dev.retort.postgres;

import static dev.retort.schema.SqlType.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.SqlType;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeCapacityTest {

  /** Types, each with values at the edges of its range. */
  private static final Map<String, List<String>> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put("smallint", List.of("-32768", "32767"));
    VALUES.put("integer", List.of("-2147483648", "2147483647"));
    VALUES.put("bigint", List.of("-9223372036854775808", "9223372036854775807"));
    VALUES.put("numeric", List.of("1" + "0".repeat(60), "0.123456789012345678901234567890"));
    VALUES.put("numeric(3,0)", List.of("-999", "999"));
    VALUES.put("numeric(4,0)", List.of("-9999", "9999"));
    VALUES.put("numeric(5,0)", List.of("-99999", "99999"));
    VALUES.put("numeric(9,0)", List.of("-999999999", "999999999"));
    VALUES.put("numeric(10,2)", List.of("-99999999.99", "99999999.99"));
    VALUES.put("numeric(12,2)", List.of("9999999999.99"));
    VALUES.put("numeric(12,4)", List.of("99999999.9999"));
    VALUES.put("real", List.of("3.4028235e38", "1.17549435e-38", "16777216"));
    VALUES.put("double precision", List.of("1.7976931348623157e308", "9007199254740992"));
    VALUES.put("text", List.of("a".repeat(300)));
    VALUES.put("varchar", List.of("a".repeat(300)));
    VALUES.put("varchar(5)", List.of("abcde"));
    VALUES.put("varchar(20)", List.of("a".repeat(20)));
    VALUES.put("varchar(36)", List.of("a".repeat(36)));
    VALUES.put("char(3)", List.of("abc"));
    VALUES.put("char(5)", List.of("abcde"));
    VALUES.put("boolean", List.of("true", "false"));
    VALUES.put("uuid", List.of("0190163d-8694-739b-aea5-966c26f8ad91"));
    VALUES.put("date", List.of("4713-01-01 BC", "2026-11-22"));
    VALUES.put("time(0)", List.of("23:59:59"));
    VALUES.put("time", List.of("23:59:59.999999"));
    VALUES.put("timestamp(0)", List.of("2026-11-22 23:59:59"));
    VALUES.put("timestamp(3)", List.of("2026-11-22 23:59:59.999"));
    VALUES.put("timestamp", List.of("2026-11-22 23:59:59.999999"));
    VALUES.put("timestamptz(3)", List.of("2026-11-22 23:59:59.999+03"));
    VALUES.put("timestamptz(6)", List.of("2026-11-22 23:59:59.999999+03"));
    VALUES.put("inet", List.of("10.1.2.3/8"));
    VALUES.put("cidr", List.of("10.0.0.0/8"));
    VALUES.put("bit(3)", List.of("101"));
    VALUES.put("varbit", List.of("10101"));
  }

  /** Where a value can be lost, one of those at the edges is. */
  @Test
  void whatATypeHoldsComesBackAsItWas() throws SQLException {
    List<String> wrong = new ArrayList<>();
    try (Connection connection = TestDatabase.create().connection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'Asia/Kolkata'");
      for (String from : VALUES.keySet()) {
        for (String to : VALUES.keySet()) {
          boolean holds = TypeCapacity.holds(type(to), type(from));
          if (holds && !survive(statement, type(from), type(to))) {
            wrong.add(to + " does not hold " + from);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "varchar(20); varchar(5)",
        "text; varchar(20)",
        "bigint; integer",
        "numeric; numeric(10,2)",
        "numeric(12,2); numeric(10,2)",
        "numeric(12,4); numeric(10,4)",
        "real; integer",
        "double precision; bigint",
        "timestamp(3); timestamp(0)",
        "numeric(5,0); smallint",
        "numeric(12,2); integer",
        "char(5); char(3)",
        "inet; cidr",
        "varbit; bit(3)",
        "bit(8); varbit(5)",
        "timestamp; timestamptz(6)",
        "timestamptz(6); timestamp",
        "text[]; varchar(5)[]",
        "text; text[]",
        "bigint; integer[]",
        "integer[]; integer"
      })
  void whatCanBeLostIsSeen(String from, String to) {
    assertThat(TypeCapacity.holds(type(to), type(from))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "varchar(5); varchar(20)",
        "integer[]; bigint[]",
        "integer; bigint[]",
        "uuid; text[]",
        "varchar(5)[]; varchar[]",
        "numeric(4,0); smallint",
        "bigint; varchar(20)",
        "timestamp(3); timestamp",
        "integer; numeric(12,2)"
      })
  void whatCannotBeLostIsNoDecision(String from, String to) {
    assertThat(TypeCapacity.holds(type(to), type(from))).isTrue();
  }

  private static boolean survive(Statement statement, SqlType from, SqlType to)
      throws SQLException {
    for (String value : VALUES.get(spelling(from))) {
      String given = "CAST('" + value + "' AS " + TypeNames.render(from) + ")";
      String there = "CAST(" + given + " AS " + TypeNames.render(to) + ")";
      String back = "CAST(" + there + " AS " + TypeNames.render(from) + ")";
      try (ResultSet row = statement.executeQuery("SELECT " + back + " = " + given)) {
        row.next();
        if (!row.getBoolean(1)) {
          return false;
        }
      } catch (SQLException refused) {
        return false;
      }
    }
    return true;
  }

  private static String spelling(SqlType type) {
    return VALUES.keySet().stream().filter(s -> type(s).equals(type)).findFirst().orElseThrow();
  }
}
