package dev.retort.processor.generate;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.IndexKey.expression;
import static dev.retort.schema.Partitioning.partitionByHash;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.date;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.timestamp;
import static dev.retort.schema.SqlType.timestamptz;
import static dev.retort.schema.SqlType.type;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.schema.Identity;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.TableElement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DraftedOperationsTest {

  private static final Schema BEFORE =
      schema(
          op -> {
            op.createTable(
                "machines",
                column("id", bigint()).notNull(),
                column("name", varchar(100)),
                column("seen", timestamp(6)),
                primaryKey("id"));
            op.createTable("sensors", column("machine", bigint()), column("code", text()));
          });

  @Test
  void aColumnThatRowsHaveNoValueForGetsNotNullLast() {
    assertThat(
            upgrade(
                op -> {
                  op.addColumn("machines", column("status", varchar(20)).notNull());
                  op.addColumn("machines", column("n", bigint()).notNull().withDefault("0"));
                  op.addColumn("machines", column("x".repeat(60), integer()).notNull());
                }))
        .containsExactly(
            "add column machines.status",
            "// Fails where a row has no value. Give those rows one first:",
            "//   op.execute(\"UPDATE machines SET status = ... WHERE status IS NULL\");",
            "alter column machines.status set not null",
            "add column machines.n",
            "add column machines." + "x".repeat(60),
            "// Fails where a row has no value. Give those rows one first, with op.execute.",
            "alter column machines." + "x".repeat(60) + " set not null");
  }

  @Test
  void itIsNullableWhileItIsAdded() {
    List<Operation> drafted =
        DraftedOperations.ofUpgrade(
                recorded(op -> op.addColumn("machines", column("status", text()).notNull())),
                BEFORE)
            .stream()
            .map(DraftedOperation::operation)
            .toList();

    assertThat(drafted)
        .isEqualTo(
            recorded(
                op -> {
                  op.addColumn("machines", column("status", text()));
                  op.setNotNull("machines", "status");
                }));
  }

  @Test
  void aDefaultThatReadsItsPartitionedTableIsSetWhenEachPartitionHasTheColumn() {
    assertThat(lines(counting(partitionByHash("id"))))
        .containsExactly(
            "// Gets its default, which reads the table, when each partition has the column.",
            "add column events.n",
            "alter column events.n set default number()",
            "execute UPDATE events SET n = DEFAULT",
            "alter column events.n set not null",
            "add column events.plain",
            "add column other.n");
    assertThat(lines(counting(primaryKey("id"))))
        .containsExactly("add column events.n", "add column events.plain", "add column other.n");
  }

  /** The function reads the table by another function and a view. */
  private static List<DraftedOperation> counting(TableElement part) {
    Schema before =
        schema(
            op -> {
              op.createTable("events", column("id", bigint()).notNull(), part);
              op.createTable("other", column("id", bigint()).notNull(), partitionByHash("id"));
              op.createView("counts", "SELECT count(*) AS n FROM events");
              op.createFunction(
                  "read",
                  "",
                  "RETURNS bigint LANGUAGE plpgsql STABLE AS $$BEGIN"
                      + " RETURN (SELECT n FROM counts); END$$");
              op.createFunction(
                  "number", "", "RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT read() $$");
            });
    return DraftedOperations.ofUpgrade(
        recorded(
            op -> {
              op.addColumn("events", column("n", bigint()).notNull().withDefault("number()"));
              op.addColumn("events", column("plain", bigint()).withDefault("length('x')"));
              op.addColumn("other", column("n", bigint()).withDefault("number()"));
            }),
        before);
  }

  @Test
  void whatIsLostAndWhereItFailsIsSaid() {
    assertThat(
            upgrade(
                op -> {
                  op.alterColumnType("machines", "name", varchar(200));
                  op.alterColumnType("machines", "name", varchar(20));
                  op.alterColumnType("machines", "seen", timestamptz(6));
                  op.alterColumnType("sensors", "code", integer());
                  op.addConstraint("machines", unique("name"));
                  op.addConstraint("sensors", foreignKey("machine").references("machines", "id"));
                  op.createIndex("sensors", index("ix", "code"));
                  op.dropColumn("sensors", "code");
                  op.dropTable("sensors");
                }))
        .containsExactly(
            "alter column machines.name to character varying(200)",
            "// Fails where a value is too long for the new type.",
            "alter column machines.name to character varying(20)",
            "// Takes the values as times in the session's time zone.",
            "alter column machines.seen to timestamp(6) with time zone",
            "// Fails where a row has a value that cannot be converted.",
            "alter column sensors.code to integer",
            "// Fails where two rows have the same values.",
            "add constraint on machines",
            "// Fails where a row refers to none of machines.",
            "add constraint on sensors",
            "create index ix on sensors",
            "// Deletes the column's values: the downgrade restores the column, not the values.",
            "drop column sensors.code",
            "// Deletes the table's rows: the downgrade restores the table, empty.",
            "drop table sensors");
  }

  /** Ids that rows have already would be given again. */
  @Test
  void theSequenceOfATableThatIsThereGoesOnAfterItsRows() {
    assertThat(
            upgrade(
                op -> {
                  op.createSequence("machines_seq", 1, 50);
                  op.createSequence("numbers", 1, 50);
                  op.createSequence("parts_seq", 1, 50);
                  op.createTable("parts", column("id", bigint()).notNull(), primaryKey("id"));
                }))
        .containsExactly(
            "create sequence machines_seq",
            "create sequence numbers",
            "create sequence parts_seq",
            "create table parts",
            "// Goes on after the rows that are there.",
            "execute SELECT setval('machines_seq', greatest(max(id)::bigint + ...");
  }

  @Test
  void whatIsNewHasNoRowsThatCouldFail() {
    assertThat(
            upgrade(
                op -> {
                  op.createTable("parts", column("id", bigint()).notNull(), column("n", text()));
                  op.addConstraint("parts", primaryKey("id"));
                  op.addColumn("sensors", column("part", bigint()));
                  op.addConstraint("sensors", foreignKey("part").references("parts", "id"));
                }))
        .noneMatch(line -> line.startsWith("//"));
  }

  @Test
  void aNewColumnMayStillBeAskedForAValue() {
    assertThat(
            upgrade(
                op -> {
                  op.addColumn("machines", column("legs", integer()));
                  op.addConstraint("machines", check("name is null or legs is not null"));
                  op.addConstraint("machines", check("legs in (2, 4)"));
                  op.addConstraint("machines", check("coalesce(legs, 0) > 0").named("ck"));
                  op.addConstraint("machines", unique("legs"));
                  op.addColumn("machines", column("code", text()).notNull());
                  op.addConstraint("machines", unique("code"));
                }))
        .containsExactly(
            "add column machines.legs",
            "// Fails where a row does not meet the condition.",
            "add constraint on machines",
            "add constraint on machines",
            "// Fails where a row does not meet the condition.",
            "add constraint ck to machines",
            "add constraint on machines",
            "add column machines.code",
            "// Fails where a row has no value. Give those rows one first:",
            "//   op.execute(\"UPDATE machines SET code = ... WHERE code IS NULL\");",
            "alter column machines.code set not null",
            "// Fails where two rows have the same values.",
            "add constraint on machines");
  }

  @Test
  void whatATypeOrIdentityMeansForRowsIsSaid() {
    assertThat(
            upgrade(
                op -> {
                  op.addColumn("sensors", column("body", type("oid")));
                  op.alterColumnType("sensors", "body", text());
                  op.alterColumnType("machines", "seen", date());
                  op.setIdentity("machines", "id", Identity.BY_DEFAULT);
                  op.setIdentity("machines", "id", Identity.ALWAYS);
                }))
        .containsExactly(
            "add column sensors.body",
            "// Copies the content of the large objects, which stay until vacuumlo removes them.",
            "alter column sensors.body to text",
            "// Keeps the date of each value, and drops its time of day.",
            "alter column machines.seen to date",
            "alter column machines.id add identity",
            "// Goes on after the rows that are there.",
            "execute SELECT setval(pg_get_serial_sequence('machines', 'id'), g...",
            "alter column machines.id add identity");
  }

  @Test
  void whatKeepsTheResultsOfAReplacedFunctionIsSaid() {
    Consumer<Operations> before = op -> sized(op, "length(s)");
    Consumer<Operations> after = op -> sized(op, "length(s) + 1");

    List<String> comments =
        DraftedOperations.ofUpgrade(
                SchemaDiffer.diff(schema(before), schema(after)), schema(before))
            .stream()
            .flatMap(each -> each.comment().stream())
            .toList();

    assertThat(comments)
        .containsExactly(
            "Computes nothing anew that the old one gave: column words.size, check short of words,"
                + " index by_size. UPDATE the rows for columns and checks, then REINDEX the"
                + " indexes.");
  }

  private static void sized(Operations op, String body) {
    op.createFunction(
        "size", "s text", "RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT " + body + " $$");
    op.createTable(
        "words",
        column("word", text()),
        column("size", integer()).generatedAs("size(word)"),
        check("size(word) < 10").named("short"));
    op.createIndex("words", index("by_size", expression("size(word)")));
  }

  @Test
  void theValuesOfAGeneratedColumnAreNoLoss() {
    Schema before =
        schema(
            op ->
                op.createTable(
                    "lines",
                    column("price", bigint()),
                    column("total", bigint()).generatedAs("price + 1"),
                    column("plain", bigint()),
                    column("gone", bigint()).generatedAs("price")));
    Schema after =
        schema(
            op ->
                op.createTable(
                    "lines",
                    column("price", bigint()),
                    column("total", bigint()).generatedAs("price + 2"),
                    column("plain", bigint()).notNull().generatedAs("price")));

    assertThat(lines(DraftedOperations.ofUpgrade(SchemaDiffer.diff(before, after), before)))
        .containsExactly(
            "// Added again below: its values are computed anew, and its place is the last.",
            "drop column lines.total",
            "drop column lines.gone",
            "// Deletes the column's values: from here on its expression gives them.",
            "drop column lines.plain",
            "add column lines.total",
            "add column lines.plain",
            "// Fails where a row's values give none for the expression.",
            "alter column lines.plain set not null");
  }

  @Test
  void whatOnlyStepsAsideForATypeIsSaidToComeBack() {
    Schema before = codes(integer());

    List<Operation> upgrade = SchemaDiffer.diff(before, codes(bigint()));
    assertThat(lines(DraftedOperations.ofUpgrade(upgrade, before)))
        .containsExactly(
            "// Steps aside for the new type: added again below, as it is.",
            "drop index some of codes",
            "// Steps aside for the new type: added again below, as it is.",
            "drop constraint known of codes",
            "alter column codes.code to bigint",
            "add constraint known to codes",
            "create index some on codes");
    assertThat(RevisionMessage.of(upgrade)).isEqualTo("Change type of code in codes");
  }

  private static Schema codes(SqlType type) {
    return schema(
        op -> {
          op.createTable("codes", column("code", type), check("code in (1, 2)").named("known"));
          op.createIndex("codes", index("some", "code").where("code = 1"));
        });
  }

  @Test
  void aDowngradeLosesOnlyWhatCameWithItsUpgrade() {
    assertThat(
            lines(
                DraftedOperations.ofDowngrade(
                    recorded(
                        op -> {
                          op.addColumn("machines", column("status", text()).notNull());
                          op.alterColumnType("machines", "name", varchar(20));
                          op.dropColumn("sensors", "code");
                          op.dropTable("sensors");
                        }),
                    BEFORE)))
        .containsExactly(
            "add column machines.status",
            "// Fails where a row has no value. Give those rows one first:",
            "//   op.execute(\"UPDATE machines SET status = ... WHERE status IS NULL\");",
            "alter column machines.status set not null",
            "// Fails where a value is too long for the new type.",
            "alter column machines.name to character varying(20)",
            "drop column sensors.code",
            "drop table sensors");
  }

  private static List<String> upgrade(Consumer<Operations> script) {
    return lines(DraftedOperations.ofUpgrade(recorded(script), BEFORE));
  }

  private static List<String> lines(List<DraftedOperation> drafted) {
    return drafted.stream()
        .flatMap(
            each ->
                Stream.concat(
                    each.comment().stream().map(line -> "// " + line),
                    Stream.of(each.operation().describe())))
        .toList();
  }

  private static Schema schema(Consumer<Operations> script) {
    Schema schema = Schema.empty();
    for (Operation operation : recorded(script)) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  private static List<Operation> recorded(Consumer<Operations> script) {
    return Operations.record(script).stream().map(RecordedOperation::operation).toList();
  }
}
