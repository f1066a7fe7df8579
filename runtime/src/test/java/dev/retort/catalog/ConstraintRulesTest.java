package dev.retort.catalog;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.UniqueConstraint.unique;

import dev.retort.operation.Operations;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of constraints means the same in the model and in PostgreSQL. */
class ConstraintRulesTest {

  private static void tables(Operations op) {
    op.createTable(
        "t", column("id", bigint()).notNull(), column("a", text()), column("n", bigint()));
    op.createTable("u", column("id", bigint()), column("a", text()), column("n", bigint()));
    op.execute("INSERT INTO t VALUES (1, 'one', NULL); INSERT INTO u VALUES (7, 'seven', 7)");
  }

  static Stream<Arguments> possible() {
    return Stream.of(
        change(
            "deferrable constraints",
            op -> {
              op.addConstraint("t", primaryKey("id").initiallyDeferred());
              op.addConstraint("t", unique("a").deferrable());
              op.addConstraint("t", unique("n").named("key"));
              op.addConstraint(
                  "t", foreignKey("id").references("t", "n").initiallyDeferred().notValid());
              op.renameColumn("t", "n", "m");
              op.renameTable("t", "s");
            }),
        change(
            "the one of two keys that is not deferrable",
            op -> {
              op.addConstraint("t", primaryKey("id").deferrable());
              op.addConstraint("t", unique("id").named("once"));
              op.addConstraint("u", foreignKey("n").references("t", "id").notValid());
              op.dropConstraint("t", "t_pkey");
            }),
        change(
            "a table with constraints that are not valid",
            op ->
                op.createTable(
                    "v",
                    column("id", bigint()).notNull(),
                    primaryKey("id"),
                    check("id > 0").notValid(),
                    foreignKey("id").references("v", "id").notValid())),
        change(
            "keys on the same columns, checked at different times",
            op ->
                op.createTable(
                    "v",
                    column("id", bigint()).notNull(),
                    unique("id").deferrable().named("later"),
                    unique("id").named("now"),
                    unique("id").initiallyDeferred().named("last"),
                    unique("id").named("again"),
                    foreignKey("id").references("v", "id"))),
        change(
            "not valid, then valid",
            op -> {
              op.addConstraint("t", unique("id"));
              op.addConstraint("t", check("id > 0").named("positive").notValid());
              op.addConstraint("t", foreignKey("n").references("t", "id").notValid().named("f"));
              op.validateConstraint("t", "positive");
              op.validateConstraint("t", "f");
            }),
        change(
            "valid, and validated",
            op -> {
              op.addConstraint("t", check("id > 0").named("positive"));
              op.validateConstraint("t", "positive");
            }),
        change(
            "rows that do not suit what is not valid",
            op -> {
              op.addConstraint("t", unique("id"));
              op.addConstraint("u", check("id < 0").notValid());
              op.addConstraint("u", foreignKey("n").references("t", "id").notValid());
              op.renameColumn("u", "id", "user");
              op.dropColumn("u", "user");
            }));
  }

  static Stream<Arguments> impossible() {
    return Stream.of(
        change(
            "a deferrable primary key is no target",
            op -> {
              op.addConstraint("t", primaryKey("id").deferrable());
              op.addConstraint("u", foreignKey("n").references("t", "id").notValid());
            }),
        change(
            "a deferrable unique constraint is no target",
            op -> {
              op.addConstraint("t", unique("id").initiallyDeferred());
              op.addConstraint("u", foreignKey("n").references("t", "id").notValid());
            }),
        change(
            "the key that is not deferrable is needed",
            op -> {
              op.addConstraint("t", unique("id").deferrable().named("later"));
              op.createIndex("t", index("now", "id").asUnique());
              op.addConstraint("u", foreignKey("n").references("t", "id").notValid());
              op.dropIndex("t", "now");
            }),
        change("no constraint to validate", op -> op.validateConstraint("t", "none")),
        change(
            "a key is always valid",
            op -> {
              op.addConstraint("t", primaryKey("id"));
              op.validateConstraint("t", "t_pkey");
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("possible")
  void theServerComesToTheSame(String what, Consumer<Operations> script) throws Exception {
    ServerAgreement.after(ConstraintRulesTest::tables).accepts(script);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("impossible")
  void theServerRefusesTheSame(String what, Consumer<Operations> script) throws Exception {
    ServerAgreement.after(ConstraintRulesTest::tables).refuses(script);
  }

  private static Arguments change(String what, Consumer<Operations> script) {
    return Arguments.of(what, script);
  }
}
