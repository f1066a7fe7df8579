package dev.retort.catalog;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.IndexKey.asc;
import static dev.retort.schema.IndexKey.desc;
import static dev.retort.schema.IndexKey.expression;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.numeric;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Operation;
import dev.retort.postgres.SqlRenderer;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.testing.RetortArbitraries;
import dev.retort.testing.ServerAbility;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.Unordered;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;

/** What the model says and what is read of the database that it makes are the same. */
class CatalogReaderTest {

  private static Connection scratch;

  @BeforeContainer
  static void connect() throws SQLException {
    scratch = TestDatabase.create().connection();
  }

  @AfterContainer
  static void disconnect() throws SQLException {
    scratch.close();
  }

  @Property(seed = "1", tries = 60)
  void whatWasCreatedIsRead(@ForAll("schemas") Schema any) throws SQLException {
    Schema schema = ServerAbility.of(scratch).possible(any);
    try (Statement statement = scratch.createStatement()) {
      for (Operation operation : SchemaDiffer.diff(Schema.empty(), schema)) {
        for (String sql : SqlRenderer.render(operation)) {
          statement.execute(sql);
        }
      }
      LiveSchema live = CatalogReader.read(scratch, "public", List.of("audit"), Set.of());
      Schema normal = NormalForm.of(scratch, "public", schema);

      assertThat(SchemaDiffer.diff(live.schema(), normal)).isEmpty();
      assertThat(Unordered.of(live.schema())).isEqualTo(Unordered.of(normal));
      assertThat(live.beyond()).isEmpty();
      statement.execute(
          "DROP SCHEMA IF EXISTS audit CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }
  }

  @Provide
  static Arbitrary<Schema> schemas() {
    return RetortArbitraries.schemas();
  }

  @Test
  void whatTheModelCannotExpressIsNamed() throws SQLException {
    TestDatabase database = TestDatabase.create();
    database.execute(
        """
        CREATE TABLE a (id bigint PRIMARY KEY, n text, m text, lower_n text
          GENERATED ALWAYS AS (lower(n)) STORED);
        CREATE TABLE b (a_id bigint CONSTRAINT whole REFERENCES a MATCH FULL, span int4range,
          CONSTRAINT apart EXCLUDE USING gist (span WITH &&),
          CONSTRAINT wide UNIQUE (a_id) INCLUDE (span),
          CONSTRAINT local CHECK (a_id > 0) NO INHERIT);
        CREATE INDEX by_lower_c ON a (lower(n) COLLATE "C");
        CREATE INDEX by_text ON a USING gist (to_tsvector('english', n) tsvector_ops (siglen = 64));
        CREATE INDEX by_c ON a (n COLLATE "C");
        CREATE INDEX plain ON a (n DESC, m) WHERE m <> 'x';
        CREATE VIEW v WITH (security_barrier) AS SELECT 1 AS one;
        CREATE MATERIALIZED VIEW mv AS SELECT 1 AS one;
        CREATE TABLE p (id bigint, n text) PARTITION BY RANGE (id);
        CREATE TABLE p_part PARTITION OF p FOR VALUES FROM (1) TO (2) PARTITION BY HASH (id);
        CREATE TABLE p_leaf PARTITION OF p_part FOR VALUES WITH (MODULUS 1, REMAINDER 0);
        CREATE TABLE p_rest PARTITION OF p (CONSTRAINT own CHECK (id <> 7)) DEFAULT;
        CREATE INDEX of_rest ON p_rest (n);
        CREATE TABLE expressive (n text) PARTITION BY LIST (lower(n));
        CREATE TABLE collated (n text) PARTITION BY LIST (n COLLATE "POSIX");
        CREATE INDEX by_one ON mv (one);
        CREATE AGGREGATE adding (integer) (sfunc = int4pl, stype = integer);
        CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER idle BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION keep();
        ALTER TABLE a DISABLE TRIGGER idle;
        CREATE SEQUENCE round CYCLE;
        CREATE TABLE retort_version (x int);
        """);
    LiveSchema live;
    try (Connection connection = database.connection()) {
      live = CatalogReader.read(connection, "public", List.of(), Set.of("retort_version"));
      assertThat(connection.getAutoCommit()).isTrue();
    }

    assertThat(live.beyond())
        .containsExactly(
            "aggregate adding",
            "constraint apart of table b: EXCLUDE USING gist (span WITH &&)",
            "constraint local of table b: CHECK ((a_id > 0)) NO INHERIT",
            "constraint own of partition p_rest",
            "constraint whole of table b: FOREIGN KEY (a_id) REFERENCES a(id) MATCH FULL",
            "constraint wide of table b: UNIQUE (a_id) INCLUDE (span)",
            "index by_c of table a: CREATE INDEX by_c ON public.a USING btree (n COLLATE \"C\")",
            "index by_lower_c of table a: CREATE INDEX by_lower_c ON public.a USING btree"
                + " (lower(n) COLLATE \"C\")",
            "index by_one of materialized view mv",
            "index by_text of table a: CREATE INDEX by_text ON public.a USING gist"
                + " (to_tsvector('english'::regconfig, n) tsvector_ops (siglen='64'))",
            "index of_rest of partition p_rest",
            "options of view v: security_barrier=true",
            "partition p_part of table p",
            "partitions of table collated: LIST (n COLLATE \"POSIX\")",
            "partitions of table expressive: LIST (lower(n))",
            "type, bounds or cycle of sequence round",
            "when trigger idle of table a is enabled");
    assertThat(live.schema().requireTable(QualifiedName.of("a")).requireColumn("lower_n"))
        .isEqualTo(column("lower_n", text()).generatedAs("lower(n)"));
    assertThat(live.schema().tables().keySet().stream().map(QualifiedName::toString))
        .containsExactly("a", "b", "collated", "expressive", "p");
    assertThat(live.schema().requireTable(QualifiedName.of("a")).indexes())
        .extracting(Index::name)
        .containsExactly("plain");
  }

  @Test
  void indexesAreReadWithAllThatIsSaidOfThem() throws SQLException {
    TestDatabase database = TestDatabase.create();
    database.execute(
        """
        CREATE SCHEMA other;
        CREATE OPERATOR CLASS other.bytes FOR TYPE text USING hash AS
          OPERATOR 1 = (text, text), FUNCTION 1 hashtext(text);
        CREATE TABLE t (a text, b integer, c jsonb, d timestamp);
        CREATE INDEX i1 ON t (lower(a) DESC NULLS LAST, b NULLS FIRST, (b + 1), (d AT TIME ZONE 'UTC'));
        CREATE INDEX i2 ON t (a text_pattern_ops DESC) INCLUDE (b, d) WHERE b > 0;
        CREATE INDEX i3 ON t USING gin (c jsonb_path_ops);
        CREATE INDEX i4 ON t USING hash (a other.bytes);
        CREATE UNIQUE INDEX i5 ON t ((a || 'x'), (b));
        """);
    List<Index> indexes;
    String inZone;
    try (Connection connection = database.connection()) {
      LiveSchema live = CatalogReader.read(connection, "public", List.of(), Set.of());
      assertThat(live.beyond()).isEmpty();
      Table table = live.schema().requireTable(QualifiedName.of("t"));
      List<Index> read = table.indexes();
      indexes = read;
      inZone = timeInZone(connection);
      // Whatever words it has for the expression, it has them for what a revision says, too.
      Index written =
          index(
              "i1",
              expression("lower(a)").desc().nullsLast(),
              asc("b").nullsFirst(),
              expression("b + 1"),
              expression("d AT TIME ZONE 'UTC'"));
      Schema mine =
          live.schema()
              .withTableChanged(
                  table.name(),
                  t ->
                      t.withParts(
                          t.columns(),
                          t.constraints(),
                          Stream.concat(Stream.of(written), read.stream().skip(1)).toList()));
      assertThat(SchemaDiffer.diff(NormalForm.of(connection, "public", mine), live.schema()))
          .isEmpty();
    }

    assertThat(indexes)
        .containsExactly(
            index(
                "i1",
                expression("lower(a)").desc().nullsLast(),
                asc("b").nullsFirst(),
                expression("(b + 1)"),
                expression(inZone)),
            index("i2", desc("a").operatorClass("text_pattern_ops"))
                .include("b", "d")
                .where("(b > 0)"),
            index("i3", asc("c").operatorClass("jsonb_path_ops")).using("gin"),
            index("i4", asc("a").operatorClass(QualifiedName.of("other", "bytes"))).using("hash"),
            index("i5", expression("(a || 'x'::text)"), asc("b")).asUnique());
  }

  /** Version 14 is the first that keeps SQL's own words for it. */
  private static String timeInZone(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion() < 14
        ? "timezone('UTC'::text, d)"
        : "d AT TIME ZONE 'UTC'::text";
  }

  @Test
  void whatIsNotEnforcedIsNamed() throws SQLException {
    TestDatabase database = TestDatabase.create();
    try (Connection connection = database.connection()) {
      assumeThat(connection.getMetaData().getDatabaseMajorVersion()).isGreaterThanOrEqualTo(18);
      database.execute("CREATE TABLE t (a int CONSTRAINT idle CHECK (a > 0) NOT ENFORCED)");

      assertThat(CatalogReader.read(connection, "public", List.of(), Set.of()).beyond())
          .containsExactly("constraint idle of table t: CHECK ((a > 0)) NOT ENFORCED");
    }
  }

  @Test
  void nullsThatAreDuplicatesAreRead() throws SQLException {
    TestDatabase database = TestDatabase.create();
    try (Connection connection = database.connection()) {
      assumeThat(connection.getMetaData().getDatabaseMajorVersion()).isGreaterThanOrEqualTo(15);
      database.execute(
          "CREATE TABLE t (a text, UNIQUE NULLS NOT DISTINCT (a));"
              + " CREATE UNIQUE INDEX i ON t (a) NULLS NOT DISTINCT");

      Table table =
          CatalogReader.read(connection, "public", List.of(), Set.of())
              .schema()
              .requireTable(QualifiedName.of("t"));
      assertThat(table.indexes()).containsExactly(index("i", "a").asUnique().nullsNotDistinct());
      assertThat(table.constraints())
          .containsExactly(unique("a").nullsNotDistinct().named("t_a_key"));
    }
  }

  @Test
  void typesOfTheDatabaseKeepTheirNamespace() throws SQLException {
    TestDatabase database = TestDatabase.create();
    database.execute(
        """
        CREATE SCHEMA "Other";
        CREATE DOMAIN mail AS text;
        CREATE TYPE "Other"."Mood" AS ENUM ('glad', 'sad');
        CREATE TABLE t (a mail, b "Other"."Mood", c "Other"."Mood"[], d "char", e interval day);
        """);
    Schema live;
    try (Connection connection = database.connection()) {
      live = CatalogReader.read(connection, "public", List.of(), Set.of()).schema();
    }

    assertThat(live.requireTable(QualifiedName.of("t")).columns())
        .extracting(Column::type)
        .startsWith(
            SqlType.userDefined(QualifiedName.of("mail")),
            SqlType.userDefined(QualifiedName.of("Other", "Mood")),
            SqlType.userDefined(QualifiedName.of("Other", "Mood")).array());
  }

  @Test
  void expressionsTakeTheFormThatTheServerKeeps() throws SQLException {
    Table table =
        Table.table(
                QualifiedName.of("t"),
                column("id", bigint()).withDefault("nextval('not_there_yet')"),
                column("state", varchar(20)).withDefault("'NEW'"),
                column("price", numeric(10, 2)).withDefault("0"),
                column("odd", text()).withDefault("no_such_function()"),
                column("twice", numeric(5, 1)).generatedAs("price + price"),
                column("wrong", text()).generatedAs("no_such_function()"),
                check("state in ('NEW', 'OLD')"),
                check("no_such_column > 1").named("broken"))
            .withIndex(
                index("i1", expression("lower(state)"), asc("odd").operatorClass("text_ops"))
                    .asUnique())
            .withIndex(index("i2", expression("no_such_function(state)")))
            .withIndex(
                index("i3", expression("price+1"), asc("odd").operatorClass("text_pattern_ops")));
    Schema schema =
        new Schema(
            Map.of(table.name(), table),
            Map.of(
                QualifiedName.of("not_there_yet"),
                new dev.retort.schema.Sequence(QualifiedName.of("not_there_yet"), 1, 50)),
            Map.of());
    TestDatabase database = TestDatabase.create();
    Table normal;
    try (Connection connection = database.connection()) {
      normal = NormalForm.of(connection, "public", schema).requireTable(table.name());
      assertThat(CatalogReader.read(connection, "public", List.of(), Set.of()).schema())
          .as("nothing is left behind")
          .isEqualTo(Schema.empty());
    }

    assertThat(normal.indexes())
        .containsExactly(
            index("i1", expression("lower((state)::text)"), asc("odd")).asUnique(),
            index("i2", expression("no_such_function(state)")),
            index(
                "i3",
                expression("(price + (1)::numeric)"),
                asc("odd").operatorClass("text_pattern_ops")));
    assertThat(normal.columns())
        .extracting(column -> column.defaultExpression().orElse(""))
        .containsExactly(
            "nextval('not_there_yet'::regclass)",
            "'NEW'::character varying",
            "0",
            "no_such_function()",
            "",
            "");
    assertThat(normal.columns())
        .extracting(column -> column.generation().orElse(""))
        .endsWith("(price + price)", "no_such_function()");
    assertThat(normal.constraints())
        .containsExactly(
            check(
                    "((state)::text = ANY ((ARRAY['NEW'::character varying,"
                        + " 'OLD'::character varying])::text[]))")
                .named("t_state_check"),
            check("no_such_column > 1").named("broken"));
  }
}
