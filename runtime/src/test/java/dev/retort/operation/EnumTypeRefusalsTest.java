package dev.retort.operation;

import static dev.retort.operation.EnumRebuild.labels;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.EnumPosition.after;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.userDefined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.retort.postgres.SqlRenderer;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be done to enum types is refused in words, and PostgreSQL refuses it as well. */
class EnumTypeRefusalsTest {

  private static void base(Operations op) {
    op.createEnumType("mood", "OK", "BAD");
    op.createEnumType("spare", "A");
    op.createTable(
        "people",
        column("id", userDefined("mood")).notNull(),
        column("mood", userDefined("mood")),
        column("name", text()),
        primaryKey("id"));
    op.createSequence("numbers", 1, 1);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(op -> op.createEnumType("mood", "X"), "there is already an enum type mood"),
        refusal(op -> op.createEnumType("people", "X"), "there is already a table people"),
        refusal(op -> op.createTable("mood"), "there is already an enum type mood"),
        refusal(op -> op.renameTable("people", "mood"), "there is already an enum type mood"),
        refusal(op -> op.dropEnumType("mod"), "there is no enum type mod; did you mean mood?"),
        refusal(
            op -> op.dropEnumType("mood"),
            "enum type mood is the type of column people.id and 1 more"),
        refusal(op -> op.addEnumValue("mood", "OK"), "enum type mood already has a label 'OK'"),
        refusal(
            op -> op.addEnumValue("mood", "X", after("BAT")),
            "enum type mood has no label 'BAT'; did you mean BAD?"),
        refusal(
            op -> op.renameEnumValue("mood", "GOOD", "X"),
            "enum type mood has no label 'GOOD'; there are OK, BAD"),
        refusal(
            op -> op.renameEnumValue("mood", "OK", "BAD"),
            "enum type mood already has a label 'BAD'"),
        refusal(
            op -> op.rebuildEnumType("mood", labels("OK").usedBy("people", "id")),
            "enum type mood is also the type of column people.mood, which its rebuild does not name"),
        refusal(
            op -> op.rebuildEnumType("spare", labels("B").usedBy("people", "name")),
            "the rebuild of enum type spare names column people.name, which does not have that type"),
        refusal(
            op -> {
              op.setDefault("people", "mood", "'OK'");
              op.rebuildEnumType("mood", whole("OK"));
            },
            "column people.mood has a default of enum type mood, which must be dropped before the type"
                + " is rebuilt and set again after"),
        refusal(
            op -> {
              op.createTable(
                  "friends",
                  column("mood", userDefined("mood")),
                  foreignKey("mood").references("people", "id").named("fk"));
              op.rebuildEnumType("mood", whole("OK").usedBy("friends", "mood"));
            },
            "foreign key fk of table friends compares values of enum type mood and must be dropped"
                + " before the type is rebuilt and added again after"));
  }

  private static EnumRebuild whole(String... labels) {
    return labels(labels).usedBy("people", "id").usedBy("people", "mood");
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("refusals")
  void areRefusedInWords(Consumer<Operations> script, String words) throws SQLException {
    Schema schema = Schema.empty();
    TestDatabase database = TestDatabase.create();
    for (Operation operation : recorded(EnumTypeRefusalsTest::base)) {
      schema = operation.applyTo(schema);
      execute(operation, database);
    }
    List<Operation> operations = recorded(script);
    for (Operation possible : operations.subList(0, operations.size() - 1)) {
      schema = possible.applyTo(schema);
      execute(possible, database);
    }
    Operation refused = operations.get(operations.size() - 1);
    Schema last = schema;

    assertThatThrownBy(() -> refused.applyTo(last))
        .isInstanceOf(SchemaException.class)
        .hasMessage(words);
    // PostgreSQL would make a column of another type one of the enum type.
    if (!words.contains("does not have that type")) {
      assertThat(catchThrowable(() -> execute(refused, database))).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aReplacementMustBeOneOfTheNewLabelsForOneThatGoes() {
    assertThatThrownBy(() -> labels("A").replacing("B", "C"))
        .hasMessage("label 'B' cannot be replaced by 'C', which is none of the new labels");
    assertThatThrownBy(() -> labels("A").replacing("A", "A"))
        .hasMessage("label 'A' stays and cannot be replaced");
    assertThatThrownBy(
            () ->
                new RebuildEnumType(QualifiedName.of("spare"), labels("B").replacing("C", "B"))
                    .applyTo(applied(EnumTypeRefusalsTest::base)))
        .hasMessage("enum type spare has no label 'C'; did you mean A?");
  }

  @Test
  void aForeignKeyWithinATableStaysInARebuild() throws SQLException {
    TestDatabase database = TestDatabase.create();
    List<Operation> operations =
        recorded(
            op -> {
              base(op);
              op.addConstraint("people", foreignKey("mood").references("people", "id").named("fk"));
              op.execute("INSERT INTO people VALUES ('BAD', 'BAD')");
              op.rebuildEnumType("mood", whole("BAD"));
            });
    Schema schema = Schema.empty();
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
      execute(operation, database);
    }

    assertThat(CatalogFacts.all().of(database))
        .contains(
            "constraint on people: FOREIGN KEY (mood) REFERENCES people(id)",
            "enum type mood ('BAD')");
  }

  @Test
  void aColumnThatIsDroppedLeavesItsType() {
    Schema schema =
        applied(
            op -> {
              base(op);
              op.dropTable("people");
            });

    assertThat(schema.enumTypes()).hasSize(2);
  }

  @Test
  void aDefaultFollowsARenamedLabel() {
    Schema schema =
        applied(
            op -> {
              base(op);
              op.setDefault("people", "mood", "'OK'");
              op.setDefault("people", "id", "'OK'::mood");
              op.setDefault("people", "name", "'OK'");
              op.renameEnumValue("mood", "OK", "it's");
            });

    assertThat(schema.requireTable(QualifiedName.of("people")).columns())
        .extracting(column -> column.defaultExpression().orElse(""))
        .containsExactly("'it''s'::mood", "'it''s'", "'OK'");
  }

  private static Schema applied(Consumer<Operations> script) {
    Schema schema = Schema.empty();
    for (Operation operation : recorded(script)) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  private static void execute(Operation operation, TestDatabase database) throws SQLException {
    for (String sql : SqlRenderer.render(operation)) {
      database.execute(sql);
    }
  }

  private static Arguments refusal(Consumer<Operations> script, String words) {
    return Arguments.of(script, words);
  }

  private static List<Operation> recorded(Consumer<Operations> script) {
    return Operations.record(script).stream().map(RecordedOperation::operation).toList();
  }
}
