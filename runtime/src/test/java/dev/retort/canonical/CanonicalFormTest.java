package dev.retort.canonical;

import static dev.retort.operation.EnumRebuild.labels;
import static dev.retort.operation.ExecuteSql.sql;
import static dev.retort.operation.Rows.columns;
import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Comment.comment;
import static dev.retort.schema.Definition.definition;
import static dev.retort.schema.EnumPosition.after;
import static dev.retort.schema.EnumPosition.before;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.IndexKey.asc;
import static dev.retort.schema.IndexKey.desc;
import static dev.retort.schema.IndexKey.expression;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.numeric;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.userDefined;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.RunStep;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.Identity;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.testing.RetortArbitraries;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pins the canonical form. A failure here means that databases which have been migrated would be
 * refused: change the form of what exists only together with {@link CanonicalForm#VERSION}.
 */
class CanonicalFormTest {

  @ParameterizedTest
  @MethodSource("golden")
  void theFormOfEachOperationIsPinned(Consumer<Operations> script, String form) {
    Operation operation = recorded(script).get(0);

    assertThat(CanonicalForm.of(operation)).isEqualTo(form);
    assertThat(CanonicalForm.of(CanonicalForm.operation(form))).isEqualTo(form);
  }

  static Stream<Arguments> golden() {
    return Stream.of(
        golden(
            op ->
                op.createTable(
                    "sensors",
                    column("id", bigint()).notNull().asIdentity(),
                    column("name", varchar(100)).notNull().withDefault("'it''s'"),
                    column("tags", text().array()),
                    primaryKey("id"),
                    foreignKey("id")
                        .references("machines", "id")
                        .onDelete(ReferentialAction.CASCADE)
                        .named("fk_machine"),
                    unique("name"),
                    check("id > 0")),
            """
            {"op":"create table","table":{"name":"sensors","columns":[\
            {"name":"id","type":"bigint","notNull":true,"identity":"by default"},\
            {"name":"name","type":{"name":"character varying","modifiers":[100]},\
            "notNull":true,"default":"'it''s'"},\
            {"name":"tags","type":{"name":"text","array":1}}],"constraints":[\
            {"kind":"primary key","name":"sensors_pkey","columns":["id"]},\
            {"kind":"foreign key","name":"fk_machine","columns":["id"],\
            "references":"machines","referencedColumns":["id"],"onDelete":"cascade"},\
            {"kind":"unique","name":"sensors_name_key","columns":["name"]},\
            {"kind":"check","name":"sensors_id_check","expression":"id > 0"}]}}"""),
        golden(
            op -> op.createView("v", definition("SELECT 1 ;\n").withComment("c").dependsOn("t")),
            """
            {"op":"create object","object":{"kind":"view","name":"v","definition":"SELECT 1",\
            "comment":"c","dependsOn":["t"]}}"""),
        golden(
            op -> op.in("audit").createMaterializedView("m", "SELECT 1"),
            """
            {"op":"create object","object":{"kind":"materialized view","name":["audit","m"],\
            "definition":"SELECT 1"}}"""),
        golden(
            op -> op.replaceFunction("f", "a integer DEFAULT 1", "RETURNS integer RETURN a"),
            """
            {"op":"replace object","object":{"kind":"function","name":"f",\
            "arguments":"a integer DEFAULT 1","definition":"RETURNS integer RETURN a"}}"""),
        golden(
            op -> op.createConstraintTrigger("t", "x", "AFTER INSERT", "EXECUTE FUNCTION f()"),
            """
            {"op":"create object","object":{"kind":"trigger","name":"x","table":"t",\
            "constraint":true,"fires":"AFTER INSERT","definition":"EXECUTE FUNCTION f()"}}"""),
        golden(
            op -> op.dropProcedure("p", "a  integer = 1, b text"),
            """
            {"op":"drop object","object":{"kind":"procedure","name":"p",\
            "arguments":"a integer, b text"}}"""),
        golden(
            op -> op.dropTrigger("t", "x"),
            "{\"op\":\"drop object\",\"object\":{\"kind\":\"trigger\",\"name\":\"x\",\"table\":\"t\"}}"),
        golden(op -> op.dropTable("t"), "{\"op\":\"drop table\",\"table\":\"t\"}"),
        golden(
            op -> op.in("audit").dropTable("t"),
            "{\"op\":\"drop table\",\"table\":[\"audit\",\"t\"]}"),
        golden(
            op ->
                op.createTable("t", column("a", text()).withComment("it's"), comment("two\nlines")),
            """
            {"op":"create table","table":{"name":"t","columns":[\
            {"name":"a","type":"text","comment":"it's"}],"comment":"two\\nlines"}}"""),
        golden(
            op -> op.addColumn("t", column("b", text()).generatedAs("lower(a)").withComment("c")),
            """
            {"op":"add column","table":"t","column":{"name":"b","type":"text",\
            "generatedAs":"lower(a)","comment":"c"}}"""),
        golden(
            op -> op.dropExpression("t", "b"),
            "{\"op\":\"drop expression\",\"table\":\"t\",\"column\":\"b\"}"),
        golden(
            op -> op.createTableComment("t", "c"),
            "{\"op\":\"alter table comment\",\"table\":\"t\",\"comment\":\"c\"}"),
        golden(op -> op.dropTableComment("t"), "{\"op\":\"alter table comment\",\"table\":\"t\"}"),
        golden(
            op -> op.alterColumnComment("t", "a", "c"),
            """
            {"op":"alter column comment","table":"t","column":"a","comment":"c"}"""),
        golden(
            op -> op.dropColumnComment("t", "a"),
            "{\"op\":\"alter column comment\",\"table\":\"t\",\"column\":\"a\"}"),
        golden(
            op -> op.renameTable("t", "u"),
            "{\"op\":\"rename table\",\"table\":\"t\",\"to\":\"u\"}"),
        golden(
            op -> op.moveTable("t", "n", "p"),
            "{\"op\":\"move table\",\"table\":\"t\",\"to\":\"n\",\"partitions\":[\"p\"]}"),
        golden(
            op -> op.in("n").moveTableToDefault("t"),
            "{\"op\":\"move table\",\"table\":[\"n\",\"t\"]}"),
        golden(
            op -> op.moveSequence("s", "n"),
            "{\"op\":\"move sequence\",\"sequence\":\"s\",\"to\":\"n\"}"),
        golden(
            op -> op.addColumn("t", column("price", numeric(10, 2))),
            """
            {"op":"add column","table":"t","column":{"name":"price",\
            "type":{"name":"numeric","modifiers":[10,2]}}}"""),
        golden(
            op -> op.dropColumn("t", "a"),
            "{\"op\":\"drop column\",\"table\":\"t\",\"column\":\"a\"}"),
        golden(
            op -> op.renameSequence("s", "r"),
            "{\"op\":\"rename sequence\",\"sequence\":\"s\",\"to\":\"r\"}"),
        golden(
            op -> op.renameColumn("t", "a", "b"),
            "{\"op\":\"rename column\",\"table\":\"t\",\"column\":\"a\",\"to\":\"b\"}"),
        golden(
            op -> op.alterColumnType("t", "a", integer()),
            "{\"op\":\"alter column type\",\"table\":\"t\",\"column\":\"a\",\"type\":\"integer\"}"),
        golden(
            op -> op.alterColumnType("t", "a", integer(), "a::int"),
            """
            {"op":"alter column type","table":"t","column":"a","type":"integer",\
            "using":"a::int"}"""),
        golden(
            op -> op.setNotNull("t", "a"),
            "{\"op\":\"alter column nullable\",\"table\":\"t\",\"column\":\"a\",\"nullable\":false}"),
        golden(
            op -> op.dropNotNull("t", "a"),
            "{\"op\":\"alter column nullable\",\"table\":\"t\",\"column\":\"a\",\"nullable\":true}"),
        golden(
            op -> op.setDefault("t", "a", "now()"),
            """
            {"op":"alter column default","table":"t","column":"a","default":"now()"}"""),
        golden(
            op -> op.dropDefault("t", "a"),
            "{\"op\":\"alter column default\",\"table\":\"t\",\"column\":\"a\"}"),
        golden(
            op -> op.setIdentity("t", "a", Identity.ALWAYS),
            """
            {"op":"alter column identity","table":"t","column":"a","identity":"always"}"""),
        golden(
            op -> op.dropIdentity("t", "a"),
            "{\"op\":\"alter column identity\",\"table\":\"t\",\"column\":\"a\"}"),
        golden(
            op -> op.addConstraint("t", unique("a", "b")),
            """
            {"op":"add constraint","table":"t","constraint":{"kind":"unique",\
            "columns":["a","b"]}}"""),
        golden(
            op ->
                op.addConstraint(
                    "t",
                    foreignKey("a")
                        .references(QualifiedName.of("audit", "u"), "id")
                        .onDelete(ReferentialAction.SET_NULL)
                        .onUpdate(ReferentialAction.RESTRICT)),
            """
            {"op":"add constraint","table":"t","constraint":{"kind":"foreign key",\
            "columns":["a"],"references":["audit","u"],"referencedColumns":["id"],\
            "onDelete":"set null","onUpdate":"restrict"}}"""),
        golden(
            op -> op.dropConstraint("t", "t_pkey"),
            "{\"op\":\"drop constraint\",\"table\":\"t\",\"constraint\":\"t_pkey\"}"),
        golden(
            op -> op.validateConstraint("t", "fk"),
            "{\"op\":\"validate constraint\",\"table\":\"t\",\"constraint\":\"fk\"}"),
        golden(
            op -> op.addConstraint("t", unique("a").nullsNotDistinct().deferrable()),
            """
            {"op":"add constraint","table":"t","constraint":{"kind":"unique",\
            "columns":["a"],"nullsNotDistinct":true,"deferrable":"initially immediate"}}"""),
        golden(
            op -> op.addConstraint("t", primaryKey("a").initiallyDeferred()),
            """
            {"op":"add constraint","table":"t","constraint":{"kind":"primary key",\
            "columns":["a"],"deferrable":"initially deferred"}}"""),
        golden(
            op ->
                op.addConstraint(
                    "t", foreignKey("a").references("u", "id").initiallyDeferred().notValid()),
            """
            {"op":"add constraint","table":"t","constraint":{"kind":"foreign key",\
            "columns":["a"],"references":"u","referencedColumns":["id"],\
            "deferrable":"initially deferred","notValid":true}}"""),
        golden(
            op -> op.addConstraint("t", check("a > 0").notValid()),
            """
            {"op":"add constraint","table":"t","constraint":{"kind":"check",\
            "expression":"a > 0","notValid":true}}"""),
        golden(
            op -> op.createIndex("t", index("ix", asc("a"), desc("b")).asUnique().where("a > 1")),
            """
            {"op":"create index","table":"t","index":{"name":"ix",\
            "keys":["a",{"column":"b","descending":true}],"unique":true,"where":"a > 1"}}"""),
        golden(
            op ->
                op.createIndex(
                    "t",
                    index(
                            "ix",
                            expression("lower(a)").desc().nullsLast(),
                            asc("b").nullsFirst().operatorClass(QualifiedName.of("x", "ops")),
                            asc("c").operatorClass("text_pattern_ops"))
                        .using("other")
                        .include("d", "e")
                        .asUnique()
                        .nullsNotDistinct()),
            """
            {"op":"create index","table":"t","index":{"name":"ix","method":"other","keys":[\
            {"expression":"lower(a)","descending":true,"nulls":"last"},\
            {"column":"b","nulls":"first","operatorClass":["x","ops"]},\
            {"column":"c","operatorClass":"text_pattern_ops"}],\
            "include":["d","e"],"unique":true,"nullsNotDistinct":true}}"""),
        golden(
            op -> op.dropIndex("t", "ix"),
            "{\"op\":\"drop index\",\"table\":\"t\",\"index\":\"ix\"}"),
        golden(
            op -> op.createSequence("s", 1, 50),
            """
            {"op":"create sequence","sequence":{"name":"s","start":1,"increment":50}}"""),
        golden(
            op -> op.alterSequence("s", 50),
            "{\"op\":\"alter sequence\",\"sequence\":\"s\",\"increment\":50}"),
        golden(op -> op.dropSequence("s"), "{\"op\":\"drop sequence\",\"sequence\":\"s\"}"),
        golden(op -> op.createNamespace("n"), "{\"op\":\"create namespace\",\"namespace\":\"n\"}"),
        golden(op -> op.dropNamespace("n"), "{\"op\":\"drop namespace\",\"namespace\":\"n\"}"),
        golden(
            op -> op.in("n").createExtension("e"),
            """
            {"op":"create extension","extension":{"name":"e","namespace":"n"}}"""),
        golden(op -> op.dropExtension("e"), "{\"op\":\"drop extension\",\"extension\":\"e\"}"),
        golden(
            op -> op.createEnumType("e", "A", "it's"),
            """
            {"op":"create enum type","type":{"name":"e","labels":["A","it's"]}}"""),
        golden(
            op -> op.in("audit").dropEnumType("e"),
            "{\"op\":\"drop enum type\",\"type\":[\"audit\",\"e\"]}"),
        golden(
            op -> op.addEnumValue("e", "C"),
            "{\"op\":\"add enum value\",\"type\":\"e\",\"label\":\"C\"}"),
        golden(
            op -> op.addEnumValue("e", "C", before("A")),
            """
            {"op":"add enum value","type":"e","label":"C","before":"A"}"""),
        golden(
            op -> op.addEnumValue("e", "C", after("A")),
            """
            {"op":"add enum value","type":"e","label":"C","after":"A"}"""),
        golden(
            op -> op.renameEnumValue("e", "A", "B"),
            """
            {"op":"rename enum value","type":"e","label":"A","to":"B"}"""),
        golden(
            op -> op.rebuildEnumType("e", labels("B", "A")),
            """
            {"op":"rebuild enum type","type":"e","labels":["B","A"]}"""),
        golden(
            op ->
                op.rebuildEnumType(
                    "e",
                    labels("A")
                        .replacing("C", "A")
                        .replacing("B", "A")
                        .usedBy("t", "e")
                        .usedBy(new EnumColumn(QualifiedName.of("audit", "t"), "es", 1))),
            """
            {"op":"rebuild enum type","type":"e","labels":["A"],\
            "replacements":[["B","A"],["C","A"]],"columns":[{"table":"t","column":"e"},\
            {"table":["audit","t"],"column":"es","array":1}]}"""),
        golden(
            op -> op.execute("UPDATE t\nSET a = \"b\""),
            "{\"op\":\"execute\",\"sql\":\"UPDATE t\\nSET a = \\\"b\\\"\"}"),
        golden(
            op ->
                op.execute(
                    "SELECT ?, ?, ?, ?, ?, ?, ?",
                    "it's",
                    Arrays.asList(-12, null),
                    new BigDecimal("1.50"),
                    true,
                    UUID.fromString("00000000-0000-0001-0000-000000000002"),
                    new byte[] {0, -1},
                    null),
            """
            {"op":"execute","sql":"SELECT ?, ?, ?, ?, ?, ?, ?","parameters":[{"text":"it's"},\
            {"list":[{"whole":"-12"},{"null":true}]},{"decimal":"1.50"},{"boolean":"true"},\
            {"uuid":"00000000-0000-0001-0000-000000000002"},{"bytes":"00ff"},{"null":true}]}"""),
        golden(
            op ->
                op.execute(
                    sql(
                            "SELECT ?, ?, ?",
                            LocalDate.of(2026, 11, 22),
                            LocalTime.of(1, 2),
                            OffsetTime.parse("01:02:03.5+01:00"))
                        .reverse(
                            "SELECT ?, ?, ?",
                            LocalDateTime.of(2026, 11, 22, 1, 2),
                            OffsetDateTime.parse("2026-11-22T01:02:03+01:00"),
                            Duration.ofMinutes(90))),
            """
            {"op":"execute","sql":"SELECT ?, ?, ?","parameters":[{"date":"2026-11-22"},\
            {"time":"01:02"},{"offset time":"01:02:03.500+01:00"}],\
            "reverse":{"sql":"SELECT ?, ?, ?","parameters":[{"timestamp":"2026-11-22T01:02"},\
            {"instant":"2026-11-22T00:02:03Z"},{"interval":"PT1H30M"}]}}"""),
        golden(
            op -> op.bulkInsert("t", columns("a", "b").overridingSystemValues().row(1, null)),
            """
            {"op":"bulk insert","table":"t","columns":["a","b"],\
            "rows":[[{"whole":"1"},{"null":true}]],"overridingSystemValue":true}"""),
        golden(
            op -> op.bulkUpdate("t", columns("a", "b").key("a").row(1, "x").was("y")),
            """
            {"op":"bulk update","table":"t","columns":["a","b"],"key":["a"],\
            "rows":[[{"whole":"1"},{"text":"x"}]],"former":[[{"text":"y"}]]}"""),
        golden(
            op -> op.bulkDelete("t", columns("a").key("a").row(1).row(2)),
            """
            {"op":"bulk delete","table":"t","columns":["a"],"key":["a"],\
            "rows":[[{"whole":"1"}],[{"whole":"2"}]]}"""),
        golden(op -> op.run("fill a", connection -> {}), "{\"op\":\"run\",\"label\":\"fill a\"}"));
  }

  @Test
  void aSchemaIsWrittenSortedByName() {
    Schema schema =
        fold(
            recorded(
                op -> {
                  op.createSequence("s", 1, 50);
                  op.createEnumType("f");
                  op.createEnumType("e", "A");
                  op.createTable("b", column("id", bigint()), primaryKey("id"));
                  op.createTable("a", column("id", bigint()));
                  op.createIndex("a", index("ix_a", "id"));
                }));

    assertThat(CanonicalForm.of(schema))
        .isEqualTo(
            """
            {"tables":[{"name":"a","columns":[{"name":"id","type":"bigint"}],\
            "indexes":[{"name":"ix_a","keys":["id"]}]},\
            {"name":"b","columns":[{"name":"id","type":"bigint","notNull":true}],\
            "constraints":[{"kind":"primary key","name":"b_pkey","columns":["id"]}]}],\
            "sequences":[{"name":"s","start":1,"increment":50}],\
            "enumTypes":[{"name":"e","labels":["A"]},{"name":"f"}]}""");
  }

  @Test
  void aStepComesBackWithoutItsCode() {
    Operation step = CanonicalForm.operation("{\"op\":\"run\",\"label\":\"fill\"}");

    assertThat(step).isInstanceOf(RunStep.class);
    assertThatThrownBy(() -> ((RunStep) step).step().run(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("step 'fill'");
  }

  @Test
  void whatATypeHasInParenthesesComesBack() {
    Operation operation =
        recorded(
                op ->
                    op.addColumn(
                        "a", column("p", userDefined("geometry").withArguments("Point,4326"))))
            .get(0);

    String form = CanonicalForm.of(operation);

    assertThat(form).contains("\"type\":{\"name\":\"geometry\",\"arguments\":\"Point,4326\"}");
    assertThat(CanonicalForm.operation(form)).isEqualTo(operation);
  }

  @Test
  void whatIsNotTheFormIsRefusedWithWhatIsWrong() {
    assertThatThrownBy(() -> CanonicalForm.operation("{\"op\":\"drop database\"}"))
        .isInstanceOf(JsonException.class)
        .hasMessage("unknown operation 'drop database'");
    assertThatThrownBy(() -> CanonicalForm.operation("{\"op\":\"drop table\"}"))
        .hasMessage("there is no 'table' in [op]");
    assertThatThrownBy(() -> CanonicalForm.schema("[]"))
        .hasMessage("expected an object instead of []");
  }

  @Property(seed = "1", tries = 300)
  void operationsComeBack(@ForAll("operations") Operation operation) {
    assertThat(CanonicalForm.operation(CanonicalForm.of(operation))).isEqualTo(operation);
  }

  @Property(seed = "1", tries = 300)
  void schemasComeBack(@ForAll("schemas") Schema schema) {
    assertThat(CanonicalForm.schema(CanonicalForm.of(schema))).isEqualTo(schema);
  }

  @Provide
  static Arbitrary<Operation> operations() {
    return RetortArbitraries.operations();
  }

  @Provide
  static Arbitrary<Schema> schemas() {
    return RetortArbitraries.schemas();
  }

  private static Arguments golden(Consumer<Operations> script, String form) {
    return Arguments.of(script, form);
  }

  private static List<Operation> recorded(Consumer<Operations> script) {
    return Operations.record(script).stream().map(RecordedOperation::operation).toList();
  }

  private static Schema fold(List<Operation> operations) {
    Schema schema = Schema.empty();
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }
}
