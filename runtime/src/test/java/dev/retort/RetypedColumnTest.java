package dev.retort;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.IndexKey.asc;
import static dev.retort.schema.IndexKey.expression;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.character;
import static dev.retort.schema.SqlType.date;
import static dev.retort.schema.SqlType.doublePrecision;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.numeric;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.timestamp;
import static dev.retort.schema.SqlType.timestamptz;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.testing.OperationScripts.recorded;
import static dev.retort.testing.OperationScripts.run;
import static dev.retort.testing.OperationScripts.schema;
import static dev.retort.testing.ServerDraft.thereAndBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.retort.catalog.LiveDifferences;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.AlterColumnType;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A column gets another of PostgreSQL's own types under what is said of it, on a real server. */
class RetypedColumnTest {

  private static final String IN = "code in ('65', '66')";
  private static final String SINCE = "code > '1960-01-01'";

  static List<Arguments> changes() {
    return List.of(
        arguments(varchar(20), text(), IN, "'65'"),
        arguments(varchar(20), text(), "coalesce(code, 'x') <> 'x'", "'65'"),
        arguments(varchar(20), character(2), IN, "'65'"),
        arguments(text(), character(2), "code > '0'", "('65')"),
        arguments(integer(), bigint(), IN, "'65'"),
        arguments(integer(), bigint(), "coalesce(code, 65) > 0", "65"),
        arguments(integer(), numeric(10, 2), "code in (65, 66)", "65"),
        arguments(integer(), doublePrecision(), "code > 5", "60 + 5"),
        arguments(date(), timestamp(), SINCE, "'1965-01-01'"),
        arguments(timestamp(), timestamptz(), SINCE, "'1965-01-01'"),
        arguments(timestamptz(), date(), SINCE, "'1965-01-01'"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whatIsSaidOfTheColumnIsUnderstoodAnew(
      SqlType from, SqlType to, String condition, String initial) throws SQLException {
    thereAndBack(
        codes(from, condition, initial),
        codes(to, condition, initial),
        "INSERT INTO codes (id) VALUES (1)",
        "SELECT id FROM codes");
  }

  private static Consumer<Operations> codes(SqlType type, String condition, String initial) {
    return op -> {
      op.createTable(
          "codes",
          column("id", bigint()),
          column("code", type).withDefault(initial),
          check(condition).named("known"));
      op.createIndex("codes", index("plain", "code"));
      op.createIndex("codes", index("some", "id").where(condition));
      op.createIndex("codes", index("whether", expression(condition), asc("id")));
    };
  }

  /** It stays as the server has it, whose words for it are others than those for a new one. */
  @Test
  void aLengthAloneLetsWhatIsSaidOfTheColumnBe() throws SQLException {
    Consumer<Operations> before = codes(varchar(20), IN, "'65'");
    Consumer<Operations> after = codes(varchar(40), IN, "'65'");
    List<Operation> upgrade = SchemaDiffer.diff(schema(before), schema(after));
    TestDatabase database = TestDatabase.create();
    run(database, recorded(before));

    run(database, upgrade);

    assertThat(upgrade)
        .containsExactly(
            new AlterColumnType(QualifiedName.of("codes"), "code", varchar(40), Optional.empty()));
    assertThat(differences(database, after)).isEmpty();
    run(database, Inverses.of(upgrade, schema(before)).orElseThrow());
    assertThat(differences(database, before)).isEmpty();
  }

  /** {@code pg_dump} writes the server's words, and a server reads them in others again. */
  @Test
  void aRestoredDatabaseIsWhatItWas() throws SQLException {
    TestDatabase database = TestDatabase.create();
    database.execute(
        """
        CREATE TABLE codes (id bigint, code varchar(20) DEFAULT '65'::character varying,
          CONSTRAINT known CHECK (((code)::text = ANY
            ((ARRAY['65'::character varying, '66'::character varying])::text[]))));
        CREATE INDEX plain ON codes USING btree (code);
        CREATE INDEX "some" ON codes USING btree (id) WHERE ((code)::text = ANY
          ((ARRAY['65'::character varying, '66'::character varying])::text[]));
        CREATE INDEX whether ON codes USING btree ((((code)::text = ANY
          ((ARRAY['65'::character varying, '66'::character varying])::text[]))), id);
        """);

    assertThat(differences(database, codes(varchar(20), IN, "'65'"))).isEmpty();
    assertThat(differences(database, codes(varchar(20), "code in ('65', '67')", "'65'")))
        .hasSize(6);
  }

  private static List<Operation> differences(TestDatabase database, Consumer<Operations> expected)
      throws SQLException {
    try (Connection connection = database.connection()) {
      return LiveDifferences.of(connection, "public", schema(expected), Set.of()).operations();
    }
  }
}
