package dev.retort.postgres;

import static dev.retort.operation.CompositeRebuild.attributes;
import static dev.retort.operation.EnumRebuild.labels;
import static dev.retort.operation.Filling.set;
import static dev.retort.operation.Rows.columns;
import static dev.retort.schema.Attribute.attribute;
import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Comment.comment;
import static dev.retort.schema.CompositeType.compositeType;
import static dev.retort.schema.EnumPosition.after;
import static dev.retort.schema.EnumPosition.before;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Hypertable.hypertable;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.Partition.partition;
import static dev.retort.schema.Partitioning.partitionByHash;
import static dev.retort.schema.Partitioning.partitionByList;
import static dev.retort.schema.Partitioning.partitionByRange;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.numeric;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.timestamptz;
import static dev.retort.schema.SqlType.userDefined;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.schema.UniqueConstraint.unique;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AlterChunkInterval;
import dev.retort.operation.CreateHypertable;
import dev.retort.operation.MoveSequence;
import dev.retort.operation.MoveTable;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.RunStep;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.Identity;
import dev.retort.schema.IndexKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqlRendererTest {

  /** Every operation at least once, each possible after those before it. */
  private static void everything(Operations op) {
    op.createNamespace("Old \"ns\"; --");
    op.in("Old \"ns\"; --").createExtension("uuid-ossp");
    op.createExtension("pg_trgm");
    op.dropExtension("uuid-ossp");
    op.in("Old \"ns\"; --").createView("v\"iew", "SELECT 1 AS one");
    op.in("Old \"ns\"; --").replaceView("v\"iew", "SELECT 2 AS one");
    op.in("Old \"ns\"; --").dropView("v\"iew");
    op.dropNamespace("Old \"ns\"; --");
    op.createSequence("machines_seq", 1, 50);
    op.createSequence("down_seq", 0, -1);
    op.createSequence("low_seq", -5, 2);
    op.alterSequence("machines_seq", 1);
    op.createTable(
        "machines",
        column("id", bigint()).asIdentity(),
        column("name", varchar(100)).notNull(),
        column("price", numeric(10, 2)).withDefault("0"),
        column("seen", timestamptz(6)),
        column("tags", text().array()),
        primaryKey("id"),
        unique("name", "seen"),
        check("price >= (0)::numeric"));
    op.createTable(
        "empty",
        comment("\\ it's; -- \n$$ größe"),
        column("said", text()).withComment("'; DROP TABLE machines; --"));
    op.createTableComment("machines", "C:\\ 'quoted'\r\n\"twice\"");
    op.createTableComment("empty", "less");
    op.dropTableComment("empty");
    op.alterColumnComment("empty", "said", "more \ud83d\ude00");
    op.dropColumnComment("empty", "said");
    op.createTable("notes", column("note", text()), column("machine", bigint()));
    op.createTable("coins", column("c", text()), column("v", bigint()), primaryKey("c"));
    op.bulkInsert("coins", columns("c", "v").row("it's", 1).row("none", null));
    op.bulkUpdate("coins", columns("c", "v").key("c").row("it's", 2));
    op.backfill("coins", set("v", "v + 1").where("c = 'it''s'"));
    op.bulkDelete("coins", columns("c").key("c").row("it's").row("none"));
    op.dropTable("coins");
    op.createTable(
        "sensors",
        column("a", bigint()).notNull(),
        column("b", bigint()).asIdentity(Identity.ALWAYS),
        primaryKey("b", "a"),
        foreignKey("a").references("machines", "id").onDelete(ReferentialAction.CASCADE));
    op.addColumn(
        "machines", column("double", numeric(12, 2)).notNull().generatedAs("(price + price)"));
    op.addColumn("machines", column("half", numeric()).generatedAs("(price / (2)::numeric)"));
    op.alterColumnType("machines", "half", numeric(9, 3));
    op.dropExpression("machines", "half");
    op.addColumn(
        "machines",
        column("status", integer()).notNull().withDefault("7").withComment("what it's doing"));
    op.setDefault("machines", "status", "1");
    op.dropDefault("machines", "status");
    op.alterColumnType("machines", "status", varchar(20), "status::text");
    op.alterColumnType("machines", "status", text());
    op.alterColumnType("machines", "status", bigint(), "status::bigint");
    op.dropNotNull("machines", "status");
    op.setNotNull("machines", "status");
    op.setIdentity("machines", "status", Identity.BY_DEFAULT);
    op.setIdentity("machines", "status", Identity.ALWAYS);
    op.dropIdentity("machines", "status");
    op.dropIdentity("machines", "id");
    op.addConstraint("machines", unique("status").named("status_once"));
    op.addConstraint("machines", check("status > 0").named("status_ok"));
    op.addConstraint(
        "notes",
        foreignKey("machine")
            .references("machines", "status")
            .onUpdate(ReferentialAction.SET_NULL)
            .onDelete(ReferentialAction.SET_DEFAULT));
    op.createTable(
        "deferred",
        column("id", bigint()).notNull(),
        column("note", text()),
        primaryKey("id").deferrable(),
        unique("note").initiallyDeferred(),
        check("id > 0").named("unproven").notValid(),
        check("id > 1").named("proven").notValid());
    op.addConstraint(
        "deferred",
        foreignKey("id").references("machines", "id").initiallyDeferred().notValid().named("far"));
    op.validateConstraint("deferred", "proven");
    op.createIndex("machines", index("by_price", IndexKey.desc("price"), IndexKey.asc("name")));
    op.createIndex("machines", index("one_name", "name").asUnique().where("status > 3"));
    op.createIndex(
        "machines",
        index(
                "by_expression",
                IndexKey.expression("lower((name)::text)").desc().nullsLast(),
                IndexKey.asc("price").nullsFirst(),
                IndexKey.expression("(status + 1)"),
                IndexKey.desc("name").operatorClass("text_pattern_ops"))
            .include("seen", "tags"));
    op.createIndex("machines", index("by_tag", "tags").using("gin").where("status > 3"));
    op.createEnumType("mood", "ok", "it's");
    op.createEnumType("gone", "a");
    op.dropEnumType("gone");
    op.addColumn("machines", column("mood", userDefined("mood")).withDefault("'ok'::mood"));
    op.addColumn("machines", column("moods", userDefined("mood").array()));
    op.renameEnumValue("mood", "ok", "fine");
    op.addEnumValue("mood", "last");
    op.addEnumValue("mood", "first", before("fine"));
    op.addEnumValue("mood", "second", after("first"));
    op.dropDefault("machines", "mood");
    op.rebuildEnumType(
        "mood",
        labels("fine", "bad")
            .replacing("it's", "bad")
            .usedBy("machines", "mood")
            .usedBy(new EnumColumn(QualifiedName.of("machines"), "moods", 1)));
    op.setDefault("machines", "mood", "'bad'::mood");
    op.createCompositeType("price", attribute("amount", numeric(12, 2)));
    op.createCompositeType(
        "it's \"odd\"", attribute("$$ a", userDefined("mood")), attribute("order", text().array()));
    op.alterAttributeType("price", "amount", numeric(19, 4));
    op.createCompositeType("place", attribute("prices", userDefined("price").array()));
    op.addColumn("machines", column("cost", userDefined("price")));
    op.addColumn("machines", column("costs", userDefined("price").array()));
    op.addColumn("machines", column("place", userDefined("place")));
    op.addAttribute("price", attribute("unit", varchar(3)));
    op.renameAttribute("price", "unit", "currency");
    op.dropAttribute("price", "amount");
    op.rebuildCompositeType(
        "price",
        attributes(
                attribute("a\"mount", numeric(12, 2)),
                attribute("currency", varchar(3)),
                attribute("mood", userDefined("mood")))
            .giving("a\"mount", "length((old).currency)")
            .giving("mood", "NULL")
            .usedBy("machines", "cost")
            .usedBy(new EnumColumn(QualifiedName.of("machines"), "costs", 1))
            .inside(
                compositeType("place", attribute("prices", userDefined("price").array())),
                new EnumColumn(QualifiedName.of("machines"), "place", 0)));
    op.createCompositeType("left", attribute("a", bigint()));
    op.rebuildCompositeType("left", attributes());
    op.dropCompositeType("left");
    op.execute("INSERT INTO machines (id, name, status) VALUES (1, 'drill', 4)");
    // PostgreSQL rewrites the conditions on a renamed column; to the model they are opaque.
    op.dropConstraint("machines", "status_ok");
    op.dropIndex("machines", "one_name");
    op.renameColumn("machines", "status", "state");
    op.renameTable("machines", "devices");
    op.dropIndex("devices", "by_price");
    op.dropConstraint("notes", "notes_machine_fkey");
    op.dropConstraint("devices", "status_once");
    op.dropColumn("devices", "seen");
    op.dropTable("sensors");
    op.createTable(
        "measured",
        column("n", bigint()).notNull(),
        column("at", integer()),
        partitionByRange("at", "n"),
        primaryKey("n", "at"));
    op.createPartition("measured", "early", "FROM (MINVALUE, MINVALUE) TO (10, MINVALUE)");
    op.createPartition("measured", "rest", "DEFAULT");
    op.createTable("said", column("n", bigint()).asIdentity(), partitionByHash("n"));
    op.createPartition("said", "all said", "WITH (modulus 1, remainder 0)");
    op.createTable("stated", column("m", text()), partitionByList("m"));
    op.createPartition("stated", "some", "IN ('a', 'it''s', NULL)");
    op.alterPartitions(
        "measured",
        partition("early", "FROM (MINVALUE, MINVALUE) TO (20, '5')"),
        partition("rest", "FROM (20, '5') TO (MAXVALUE, MAXVALUE)"));
    op.renamePartition("measured", "rest", "late ones");
    op.execute("INSERT INTO measured VALUES (7, 8), (8, 90)");
    op.moveRows("measured", "said", "n");
    op.dropPartition("measured", "late ones");
    op.dropTable("measured");
    op.dropSequence("machines_seq");
    op.renameSequence("low_seq", "Low \"seq\"");
  }

  @Test
  void leavesTheDatabaseAsTheModelSays() throws SQLException {
    Schema model = Schema.empty();
    try (Connection connection = TestDatabase.create().connection();
        Statement statement = connection.createStatement()) {
      for (Operation operation : operations(SqlRendererTest::everything)) {
        for (String sql : SqlRenderer.render(operation)) {
          statement.execute(sql);
        }
        model = operation.applyTo(model);
        assertThat(CatalogFacts.all().of(connection, "public"))
            .as(operation.describe())
            .isEqualTo(ModelFacts.of(model));
      }
    }
  }

  @Test
  void thatIsEveryOperation() {
    Set<Class<?>> tried =
        operations(SqlRendererTest::everything).stream().map(Operation::getClass).collect(toSet());

    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Operation.class.getPermittedSubclasses())
                .filter(kind -> kind != RunStep.class)
                // MoveRulesTest compares other namespaces, which the facts here leave out.
                .filter(kind -> kind != MoveTable.class && kind != MoveSequence.class)
                // They need TimescaleDB.
                .filter(kind -> kind != CreateHypertable.class && kind != AlterChunkInterval.class)
                .toList());
  }

  /** HypertableTest runs them, where the server has the extension. */
  @Test
  void hypertables() {
    assertThat(
            operations(
                    op -> {
                      op.createTable(
                          "it's", column("at", timestamptz()), hypertable("at", "1 day"));
                      op.in("Plant").createHypertable("readings", "Taken \"at\"");
                      op.createHypertable("readings", "it's", "it's");
                      op.setChunkInterval("readings", "2 hours");
                      op.resetChunkInterval("readings");
                    })
                .stream()
                .flatMap(operation -> SqlRenderer.render(operation).stream()))
        .containsExactly(
            "CREATE TABLE \"it's\" (\n    at timestamp with time zone NOT NULL\n)",
            timescale(
                "create_hypertable(%2$L, %1$s.by_range(%3$L, INTERVAL %4$L),"
                    + " create_default_indexes => false)",
                "'\"it''s\"', 'at', '1 day'"),
            timescale(
                "create_hypertable(%2$L, %1$s.by_range(%3$L),"
                    + " create_default_indexes => false, migrate_data => true)",
                "'\"Plant\".readings', 'Taken \"at\"'"),
            timescale(
                "create_hypertable(%2$L, %1$s.by_range(%3$L, INTERVAL %4$L),"
                    + " create_default_indexes => false, migrate_data => true)",
                "'readings', 'it''s', 'it''s'"),
            timescale("set_chunk_time_interval(%2$L, INTERVAL %3$L)", "'readings', '2 hours'"),
            timescale("set_chunk_time_interval(%2$L, INTERVAL %3$L)", "'readings', '7 days'"));
  }

  private static String timescale(String template, String values) {
    return "DO $$\nBEGIN\n  EXECUTE (\n    SELECT pg_catalog.format(\n      'SELECT %1$s."
        + template
        + "',\n      extnamespace::pg_catalog.regnamespace, "
        + values
        + ")\n    FROM pg_catalog.pg_extension WHERE extname = 'timescaledb');\nEND\n$$";
  }

  /** PostgreSQL makes one key of several on the same columns, if one CREATE TABLE has them all. */
  @Test
  void aKeyThatIsRepeatedIsMadeAsOftenAsItIsSaid() throws SQLException {
    TestDatabase database = TestDatabase.create();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      for (Operation operation :
          operations(
              op -> {
                op.createTable(
                    "twice",
                    column("id", bigint()).notNull(),
                    primaryKey("id"),
                    unique("id").named("again"),
                    unique("id").named("and_again"));
                op.dropConstraint("twice", "again");
              })) {
        for (String sql : SqlRenderer.render(operation)) {
          statement.execute(sql);
        }
      }
    }

    assertThat(CatalogFacts.all().of(database))
        .contains(
            "constraint name twice_pkey on twice: PRIMARY KEY (id)",
            "constraint name and_again on twice: UNIQUE (id)");
  }

  @Test
  void hostileNamesStayNames() throws SQLException {
    String bad = "x\"; DROP TABLE \"victim\"; -- $$ '";
    String worse = "Col \"' $$ $retort1$ \\";
    Consumer<Operations> script =
        outer -> {
          Operations op = outer.in("ns \"'");
          op.createTable(
              bad,
              column(worse, bigint()).notNull(),
              primaryKey(worse),
              unique(worse).named("u\"k"));
          op.setIdentity(bad, worse, Identity.ALWAYS);
          op.setIdentity(bad, worse, Identity.BY_DEFAULT);
          op.createIndex(bad, index("i\"x", worse));
          op.dropIndex(bad, "i\"x");
          op.addConstraint(
              bad,
              foreignKey(worse).references(QualifiedName.of("ns \"'", bad), worse).named("f\"k"));
          op.dropConstraint(bad, "f\"k");
          op.createEnumType("e\"t", worse, "$$");
          op.addColumn(bad, column("e\"c", userDefined(QualifiedName.of("ns \"'", "e\"t"))));
          op.addColumn(
              bad, column("e\"s", userDefined(QualifiedName.of("ns \"'", "e\"t")).array()));
          op.renameEnumValue("e\"t", worse, bad);
          op.addEnumValue("e\"t", "it's \\", before(bad));
          op.rebuildEnumType(
              "e\"t",
              labels("'", "\\")
                  .replacing(bad, "\\")
                  .usedBy(new EnumColumn(QualifiedName.of("ns \"'", bad), "e\"c", 0))
                  .usedBy(new EnumColumn(QualifiedName.of("ns \"'", bad), "e\"s", 1)));
          op.renameColumn(bad, worse, "n\"c");
          op.renameTable(bad, "n\"t");
        };
    TestDatabase database = TestDatabase.create();
    database.execute("CREATE TABLE victim (); CREATE SCHEMA \"ns \"\"'\"");
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (Operation operation : operations(script)) {
        for (String sql : SqlRenderer.render(operation)) {
          statement.execute(sql);
        }
      }
      assertThat(CatalogFacts.all().of(connection, "public")).containsExactly("table victim");
      assertThat(CatalogFacts.all().of(connection, "ns \"'"))
          .contains("table n\"t", "column n\"t.n\"c bigint not null identity by default");
    }
  }

  @Test
  void changingAnIdentityKeepsItsSequenceGoing() throws SQLException {
    TestDatabase database = TestDatabase.create();
    database.execute(
        """
        CREATE TABLE t (id bigint GENERATED BY DEFAULT AS IDENTITY);
        INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES;
        """);
    Operation change = operations(op -> op.setIdentity("t", "id", Identity.ALWAYS)).get(0);
    database.execute(SqlRenderer.render(change).get(0));

    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("INSERT INTO t DEFAULT VALUES RETURNING id")) {
      row.next();
      assertThat(row.getLong(1)).isEqualTo(3);
    }
  }

  @Test
  void changingTheStepKeepsASequenceGoing() throws SQLException {
    TestDatabase database = TestDatabase.create();
    database.execute("CREATE SEQUENCE s INCREMENT BY 50; SELECT nextval('s'); SELECT nextval('s')");
    Operation change = operations(op -> op.alterSequence("s", 1)).get(0);
    database.execute(SqlRenderer.render(change).get(0));

    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT nextval('s')")) {
      row.next();
      assertThat(row.getLong(1)).isEqualTo(52);
    }
  }

  @Test
  void writesTablesForReaders() {
    Operation create =
        operations(
                op ->
                    op.createTable(
                        "user",
                        column("id", bigint()).asIdentity(),
                        column("name", varchar(20)).notNull().withDefault("'x'"),
                        primaryKey("id")))
            .get(0);

    assertThat(SqlRenderer.render(create))
        .containsExactly(
            """
            CREATE TABLE "user" (
                id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
                name character varying(20) DEFAULT 'x' NOT NULL,
                CONSTRAINT user_pkey PRIMARY KEY (id)
            )""");
  }

  static List<Operation> operations(Consumer<Operations> script) {
    return Operations.record(script).stream().map(RecordedOperation::operation).toList();
  }
}
