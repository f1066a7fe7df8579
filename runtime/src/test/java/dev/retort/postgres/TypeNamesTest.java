package dev.retort.postgres;

import static dev.retort.schema.SqlType.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.SqlType;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TypeNamesTest {

  /** Types of columns of the server's own catalog and of its internals. */
  private static final List<String> INTERNAL =
      List.of(
          "gtsvector",
          "int2vector",
          "oidvector",
          "pg_brin_bloom_summary",
          "pg_brin_minmax_multi_summary",
          "pg_ddl_command",
          "pg_dependencies",
          "pg_mcv_list",
          "pg_ndistinct",
          "pg_node_tree");

  @Test
  void everyBuiltInNameIsOnTheServer() throws SQLException {
    try (Connection connection = TestDatabase.create().connection();
        Statement statement = connection.createStatement()) {
      boolean hasMultiranges = connection.getMetaData().getDatabaseMajorVersion() >= 14;
      for (String name : TypeNames.builtIn()) {
        if (name.endsWith("multirange") && !hasMultiranges) {
          continue;
        }
        statement.execute("DROP TABLE IF EXISTS t");
        String sql = TypeNames.render(new SqlType(name, List.of(), 0));
        statement.execute("CREATE TABLE t (c " + sql + ")");
        assertThat(typeOfColumn(statement)).isIn(name, name + "(1)");
      }
    }
  }

  @Test
  void everyTypeOfTheServerIsBuiltIn() throws SQLException {
    TreeSet<String> unknown = new TreeSet<>();
    try (Connection connection = TestDatabase.create().connection();
        Statement statement = connection.createStatement();
        ResultSet types =
            statement.executeQuery(
                """
                SELECT format_type(oid, NULL) FROM pg_type
                WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype IN ('b', 'r', 'm')
                  AND typcategory <> 'A'
                """)) {
      while (types.next()) {
        unknown.add(types.getString(1));
      }
    }
    assertThat(unknown).hasSizeGreaterThan(60);
    unknown.removeAll(TypeNames.builtIn());
    INTERNAL.forEach(unknown::remove);
    assertThat(unknown).isEmpty();
  }

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
    assertThat(TypeNames.render(type("user"))).isEqualTo("\"user\"");
    assertThat(TypeNames.render(type("int); DROP TABLE x; --".replace("(", "").replace(")", ""))))
        .isEqualTo("\"int; drop table x; --\"");
    assertThat(TypeNames.render(new SqlType("a.b.c", List.of(), 0))).isEqualTo("\"a.b.c\"");
    assertThat(TypeNames.render(new SqlType("a.", List.of(), 0))).isEqualTo("\"a.\"");
  }

  @Test
  void offersTheNearestName() {
    assertThat(TypeNames.isBuiltIn(type("varchar(3)"))).isTrue();
    assertThat(TypeNames.isBuiltIn(type("tekst"))).isFalse();
    assertThat(TypeNames.nearest(type("texxt"))).contains("text");
    assertThat(TypeNames.nearest(type("varchra(3)"))).contains("varchar");
    assertThat(TypeNames.nearest(type("something_else"))).isEmpty();
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
