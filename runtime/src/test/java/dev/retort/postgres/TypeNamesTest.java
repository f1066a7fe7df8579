package dev.retort.postgres;

import static dev.retort.schema.SqlType.type;
import static dev.retort.schema.SqlType.userDefined;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.SqlType;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeNamesTest {

  @Test
  void modifiersAndArraysAreSpelledAsTheServerStoresThem() throws SQLException {
    List<String> spellings =
        List.of(
            "character varying(20)[]",
            "numeric(10,2)",
            "timestamp(6) with time zone",
            "time(3) without time zone",
            "bit varying(5)",
            "character(7)",
            "interval(3)");
    try (Connection connection = TestDatabase.create().connection();
        Statement statement = connection.createStatement()) {
      for (String spelling : spellings) {
        statement.execute("DROP TABLE IF EXISTS t");
        statement.execute("CREATE TABLE t (c " + TypeNames.render(type(spelling)) + ")");
        assertThat(typeOfColumn(statement)).isEqualTo(spelling);
      }
    }
  }

  @Test
  void typesOfUsersAreQuoted() throws SQLException {
    try (Connection connection = TestDatabase.create().connection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA \"My App\"");
      statement.execute("CREATE TYPE \"My App\".\"Mood; DROP\" AS ENUM ('ok')");
      statement.execute("CREATE DOMAIN \"user\" AS text");
      for (String name : List.of("My App.Mood; DROP", "\"My App\".\"Mood; DROP\"")) {
        statement.execute("DROP TABLE IF EXISTS t");
        statement.execute(
            "CREATE TABLE t (c " + TypeNames.render(new SqlType(name, List.of(), 1)) + ")");
        assertThat(typeOfColumn(statement)).isEqualTo("\"My App\".\"Mood; DROP\"[]");
      }
    }
    assertThat(TypeNames.render(userDefined("user"))).isEqualTo("\"user\"");
    assertThat(TypeNames.render(userDefined("int); DROP TABLE x; --")))
        .isEqualTo("\"int); DROP TABLE x; --\"");
    assertThat(TypeNames.render(userDefined("gis", "geometry").withArguments("Point,4326").array()))
        .isEqualTo("gis.geometry(Point,4326)[]");
    assertThat(TypeNames.render(userDefined("My App", "mood"))).isEqualTo("\"My App\".mood");
    assertThat(TypeNames.render(new SqlType("a.b.c", List.of(), 0))).isEqualTo("\"a.b.c\"");
    assertThat(TypeNames.render(new SqlType("a.", List.of(), 0))).isEqualTo("\"a.\"");
  }

  private static String typeOfColumn(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT format_type(atttypid, atttypmod) FROM pg_attribute
            WHERE attrelid = 't'::regclass AND attnum = 1
            """)) {
      row.next();
      return row.getString(1);
    }
  }
}
