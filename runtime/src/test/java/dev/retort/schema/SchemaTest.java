package dev.retort.schema;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.numeric;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.type;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.retort.Retort;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The model accepts what PostgreSQL accepts, and refuses what it refuses. */
class SchemaTest {

  private static void twoTables(Operations op) {
    op.createTable(
        "a",
        column("id", bigint()).notNull(),
        column("n", text()),
        column("b_c", bigint()),
        primaryKey("id"));
    op.createTable(
        "a_b",
        column("id", bigint()).notNull(),
        column("n", text()),
        column("c", bigint()),
        column("d", numeric()),
        primaryKey("id"));
    op.createTable("i", column("id", bigint()).asIdentity());
  }

  static Stream<Arguments> impossible() {
    return Stream.of(
        change("an index twice", op -> twice(op, "ix")),
        change("a table like a key", op -> op.createTable("a_pkey", column("x", text()))),
        change("an index like a table", op -> op.createIndex("a", index("a_b", "n"))),
        change("an index like its own table", op -> op.createIndex("a", index("a", "n"))),
        change("a sequence like a key", op -> op.createSequence("a_pkey", 1, 1)),
        change("a key like a key", op -> op.addConstraint("a", unique("n").named("a_b_pkey"))),
        change("a key left behind", SchemaTest::renamedAndCreatedAgain),
        change("drop a unique index that is needed", SchemaTest::dropNeededIndex),
        change("drop a sequence that is needed", op -> dropNeededSequence(op, "nextval('s')")),
        change("the same, renamed", SchemaTest::dropRenamedSequence),
        change("the same, cast", op -> dropNeededSequence(op, "nextval('S'::regclass) + 1")),
        change("drop a namespace twice", SchemaTest::dropNamespaceTwice),
        change("drop a namespace that is in use", SchemaTest::dropUsedNamespace),
        change("drop a namespace with an extension", SchemaTest::dropNamespaceOfExtension),
        change("drop not null of identity", op -> op.dropNotNull("i", "id")),
        change("identity that is nullable", op -> op.setIdentity("a", "b_c", Identity.ALWAYS)),
        change("identity of text", SchemaTest::identityOfText),
        change("default of identity", op -> op.setDefault("i", "id", "1")),
        change("text for identity", op -> op.alterColumnType("i", "id", text())),
        change("key from text to bigint", op -> refer(op, "n")),
        change("key from numeric to bigint", op -> refer(op, "d")),
        change("type away from its key", SchemaTest::retypeReferring),
        change("a column twice in a key", op -> op.addConstraint("a", unique("n", "n"))),
        change("varchar(0)", op -> op.addColumn("a", column("v", varchar(0)))),
        change("numeric(2000, 1)", op -> op.addColumn("a", column("v", numeric(2000, 1)))),
        change("integer(5)", op -> op.addColumn("a", column("v", type("integer(5)")))),
        change("float(60)", op -> op.addColumn("a", column("v", type("float(60)")))),
        change("a system column", op -> op.addColumn("a", column("xmin", text()))),
        change("rename to a system column", op -> op.renameColumn("a", "n", "ctid")));
  }

  static Stream<Arguments> possible() {
    return Stream.of(
        change("foreign keys whose names are the same", SchemaTest::sameForeignKeyNames),
        change("a check by its default name", SchemaTest::dropCheck),
        change("a check that names a type like a column", SchemaTest::checkWithCast),
        change("key from integer to numeric", SchemaTest::referToNumeric),
        change(
            "sequence by a name at run time", op -> dropNeededSequence(op, "nextval('s'::text)")),
        change("a sequence by the name that another had", SchemaTest::reuseSequenceName),
        change("drop one of two keys' defaults", SchemaTest::dropUnneededIndex),
        change("float(24)", op -> op.addColumn("a", column("v", type("float(24)")))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("impossible")
  void whatPostgresRefusesIsRefused(String what, Consumer<Operations> script) {
    assertThat(catchThrowable(() -> replay(script))).isInstanceOf(SchemaException.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("possible")
  void whatPostgresAcceptsIsAccepted(String what, Consumer<Operations> script) {
    Consumer<Operations> whole =
        op -> {
          twoTables(op);
          script.accept(op);
        };

    assertThat(catchThrowable(() -> replay(script))).isNull();
    assertThat(
            catchThrowable(
                () ->
                    Retort.on(TestDatabase.create().dataSource())
                        .registry(TestRegistry.of(TestRegistry.revision("a1", whole)))
                        .upgrade()))
        .isNull();
  }

  @Test
  void namesThatWouldBeCutAreRefused() {
    assertThat(catchThrowable(() -> column("x".repeat(64), text())))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("63 bytes");
    assertThat(catchThrowable(() -> QualifiedName.of("ö".repeat(32))))
        .isInstanceOf(SchemaException.class);
    assertThat(column("x".repeat(63), text()).name()).hasSize(63);
  }

  private static Arguments change(String what, Consumer<Operations> script) {
    return Arguments.of(what, script);
  }

  private static void replay(Consumer<Operations> script) {
    Schema schema = Schema.empty();
    for (RecordedOperation each : Operations.record(SchemaTest::twoTables)) {
      schema = each.operation().applyTo(schema);
    }
    for (RecordedOperation each : Operations.record(script)) {
      schema = each.operation().applyTo(schema);
    }
  }

  private static void twice(Operations op, String name) {
    op.createIndex("a", index(name, "n"));
    op.createIndex("a_b", index(name, "n"));
  }

  private static void renamedAndCreatedAgain(Operations op) {
    op.renameTable("a", "zz");
    op.createTable("a", column("id", bigint()), primaryKey("id"));
  }

  private static void dropNeededIndex(Operations op) {
    op.createIndex("a", index("u", "n").asUnique());
    op.addConstraint("a_b", foreignKey("n").references("a", "n"));
    op.dropIndex("a", "u");
  }

  private static void dropUnneededIndex(Operations op) {
    op.createIndex("a", index("u", "n").asUnique());
    op.dropIndex("a", "u");
  }

  private static void dropNeededSequence(Operations op, String expression) {
    op.createSequence("s", 1, 1);
    op.setDefault("a", "b_c", expression);
    op.dropSequence("s");
  }

  private static void dropNamespaceTwice(Operations op) {
    op.createNamespace("audit");
    op.dropNamespace("audit");
    op.dropNamespace("audit");
  }

  private static void dropUsedNamespace(Operations op) {
    op.createNamespace("audit");
    op.in("audit").createSequence("s", 1, 1);
    op.dropNamespace("audit");
  }

  private static void dropNamespaceOfExtension(Operations op) {
    op.createNamespace("audit");
    op.in("audit").createExtension("pg_trgm");
    op.dropNamespace("audit");
  }

  private static void dropRenamedSequence(Operations op) {
    op.createSequence("s", 1, 1);
    op.setDefault("a", "b_c", "nextval('s'::regclass)");
    op.renameSequence("s", "It's");
    op.dropSequence("It's");
  }

  private static void reuseSequenceName(Operations op) {
    op.createSequence("s", 1, 1);
    op.setDefault("a", "b_c", "nextval('s')");
    op.renameSequence("s", "r");
    op.createSequence("s", 1, 1);
    op.dropSequence("s");
  }

  private static void identityOfText(Operations op) {
    op.setNotNull("a", "n");
    op.setIdentity("a", "n", Identity.ALWAYS);
  }

  private static void refer(Operations op, String column) {
    op.addConstraint("a_b", foreignKey(column).references("a", "id"));
  }

  private static void retypeReferring(Operations op) {
    op.addConstraint("a_b", foreignKey("c").references("a", "id"));
    op.alterColumnType("a_b", "c", text());
  }

  private static void referToNumeric(Operations op) {
    op.addColumn("a", column("num", numeric()));
    op.addColumn("a", column("int", integer()));
    op.addConstraint("a", unique("num"));
    op.addConstraint("a", foreignKey("int").references("a", "num"));
  }

  private static void sameForeignKeyNames(Operations op) {
    op.addConstraint("a", foreignKey("b_c").references("a_b", "id"));
    op.addConstraint("a_b", foreignKey("c").references("a", "id"));
    op.dropConstraint("a_b", "a_b_c_fkey");
  }

  private static void dropCheck(Operations op) {
    op.addConstraint("a", check("n IN ('x') OR n IS NULL"));
    op.dropConstraint("a", "a_n_check");
  }

  private static void checkWithCast(Operations op) {
    op.createTable(
        "t",
        column("id", text()),
        column("text", bigint()),
        check("id <> 'x'::text AND id <> CAST('y' AS text) AND id <> E'\\'text'").named("k"));
    op.dropColumn("t", "text");
    op.dropConstraint("t", "k");
  }
}
