package dev.retort.catalog;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.IndexKey.asc;
import static dev.retort.schema.IndexKey.desc;
import static dev.retort.schema.IndexKey.expression;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.text;

import dev.retort.operation.Operations;
import dev.retort.schema.Index;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of indexes when tables change is the same in the model and in PostgreSQL. */
class IndexRulesTest {

  private static void tables(Operations op) {
    op.createTable(
        "t",
        column("id", bigint()).notNull(),
        column("a", text()),
        column("b", text()),
        column("n", integer()),
        column("tags", text().array()),
        primaryKey("id"));
    op.createTable("u", column("id", bigint()), column("a", text()), column("n", integer()));
  }

  static Stream<Arguments> possible() {
    return Stream.of(
        change(
            "all that B-tree can",
            op ->
                op.createIndex(
                    "t",
                    index(
                            "i",
                            expression("lower(a)").desc().nullsLast(),
                            desc("n"),
                            asc("b").operatorClass("text_pattern_ops").nullsFirst(),
                            expression("n + 1"))
                        .include("tags", "id")
                        .asUnique()
                        .where("n > 0"))),
        change("GIN", op -> op.createIndex("t", index("i", "tags").using("gin"))),
        change("GIN of two", op -> op.createIndex("t", index("i", "tags", "tags").using("gin"))),
        change("hash", op -> op.createIndex("t", index("i", expression("a || b")).using("hash"))),
        change("BRIN", op -> op.createIndex("t", index("i", "id", "n").using("brin"))),
        change("SP-GiST", op -> op.createIndex("t", index("i", "a").using("spgist"))),
        change(
            "a column of an expression is dropped",
            op -> {
              op.createIndex("t", index("i", expression("lower(a)"), asc("b")));
              op.createIndex("t", index("j", expression("lower(b)")));
              op.dropColumn("t", "a");
            }),
        change(
            "an included column is dropped",
            op -> {
              op.createIndex("t", index("i", "a").include("n"));
              op.createIndex("t", index("j", "a"));
              op.dropColumn("t", "n");
            }),
        change(
            "columns are renamed",
            op -> {
              op.createIndex(
                  "t",
                  index("i", expression("lower(a) || b"), asc("a")).include("n").where("b > a"));
              op.renameColumn("t", "a", "An A");
              op.renameColumn("t", "n", "a");
              op.renameColumn("t", "b", "user");
            }),
        change(
            "a key of columns that includes others",
            op -> {
              op.createIndex("t", index("i", desc("n").nullsLast()).include("a").asUnique());
              op.addConstraint("u", foreignKey("n").references("t", "n"));
            }),
        change(
            "a key with an operator class",
            op -> {
              op.createIndex(
                  "t", index("i", asc("a").operatorClass("text_pattern_ops")).asUnique());
              op.addConstraint("u", foreignKey("a").references("t", "a"));
            }));
  }

  static Stream<Arguments> impossible() {
    return Stream.of(
        change("unique hash", op -> create(op, index("i", "a").using("hash").asUnique())),
        change("hash of two", op -> op.createIndex("t", index("i", "a", "b").using("hash"))),
        change("SP-GiST of two", op -> create(op, index("i", "a", "b").using("spgist"))),
        change("GIN downwards", op -> create(op, index("i", desc("tags")).using("gin"))),
        change(
            "hash with NULLs first",
            op -> create(op, index("i", asc("a").nullsFirst()).using("hash"))),
        change("GIN with more", op -> create(op, index("i", "tags").using("gin").include("a"))),
        change("no column to include", op -> create(op, index("i", "a").include("none"))),
        change(
            "an expression is no key",
            op -> {
              op.createIndex("t", index("i", expression("n + 1"), asc("n")).asUnique());
              op.addConstraint("u", foreignKey("n").references("t", "n"));
            }),
        change(
            "an included column is no key",
            op -> {
              op.createIndex("t", index("i", "a").include("n").asUnique());
              op.addConstraint("u", foreignKey("n").references("t", "n"));
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("possible")
  void theServerComesToTheSame(String what, Consumer<Operations> script) throws Exception {
    ServerAgreement.after(IndexRulesTest::tables).accepts(script);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("impossible")
  void theServerRefusesTheSame(String what, Consumer<Operations> script) throws Exception {
    ServerAgreement.after(IndexRulesTest::tables).refuses(script);
  }

  private static void create(Operations op, Index index) {
    op.createIndex("t", index);
  }

  private static Arguments change(String what, Consumer<Operations> script) {
    return Arguments.of(what, script);
  }
}
