package dev.retort.diff;

import static dev.retort.operation.EnumRebuild.labels;
import static dev.retort.schema.Attribute.attribute;
import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.EnumPosition.after;
import static dev.retort.schema.EnumPosition.before;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.userDefined;
import static dev.retort.schema.SqlType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Before, after, and what lies between, for enum types and their columns. */
class EnumTypeDifferTest {

  private static final SqlType MOOD = userDefined("mood");

  @Test
  void aTypeComesBeforeItsTableAndGoesAfterIt() {
    Consumer<Operations> both =
        op -> {
          op.createEnumType("mood", "OK");
          op.createTable("people", column("mood", MOOD));
        };

    assertThat(difference(op -> {}, both)).isEqualTo(recorded(both));
    assertThat(difference(both, op -> {}))
        .isEqualTo(
            recorded(
                op -> {
                  op.dropTable("people");
                  op.dropEnumType("mood");
                }));
  }

  @Test
  void labelsComeInTheirPlaces() {
    assertThat(
            difference(
                op -> op.createEnumType("mood", "B", "D"),
                op -> op.createEnumType("mood", "A", "B", "C", "D", "E", "F")))
        .isEqualTo(
            recorded(
                op -> {
                  op.addEnumValue("mood", "A", before("B"));
                  op.addEnumValue("mood", "C", after("B"));
                  op.addEnumValue("mood", "E");
                  op.addEnumValue("mood", "F");
                }));
  }

  @Test
  void aTypeWithoutALabelOrInAnotherOrderIsRebuilt() {
    assertThat(difference(people("A", "B"), people("B")))
        .isEqualTo(
            recorded(op -> op.rebuildEnumType("mood", labels("B").usedBy("people", "mood"))));
    assertThat(difference(people("A", "B"), people("B", "A")))
        .isEqualTo(
            recorded(op -> op.rebuildEnumType("mood", labels("B", "A").usedBy("people", "mood"))));
  }

  @Test
  void aTypeIsRebuiltWhereACompositeValueNamesItsNewLabel() {
    Consumer<Operations> after =
        op -> {
          op.createEnumType("mood", "A", "B");
          op.createCompositeType("felt", attribute("mood", MOOD), attribute("n", bigint()));
          op.createTable("people", column("felt", userDefined("felt")).withDefault("'(B,1)'"));
        };
    Consumer<Operations> before =
        op -> {
          op.createEnumType("mood", "A");
          op.createCompositeType("felt", attribute("mood", MOOD), attribute("n", bigint()));
          op.createTable("people", column("felt", userDefined("felt")));
        };

    assertThat(difference(before, after)).noneMatch(AddEnumValue.class::isInstance);
  }

  private static Consumer<Operations> people(String... labels) {
    return op -> {
      op.createEnumType("mood", labels);
      op.createTable("people", column("mood", MOOD));
    };
  }

  @Test
  void whatIsStatedInTermsOfATypeStepsAsideForItsRebuild() {
    assertThat(difference(everythingOn("'A'", "A", "B"), everythingOn("'B'", "B", "A")))
        .isEqualTo(
            recorded(
                op -> {
                  op.dropConstraint("friends", "fk");
                  op.dropIndex("people", "good");
                  op.dropConstraint("people", "ck");
                  op.dropDefault("people", "mood");
                  op.rebuildEnumType(
                      "mood",
                      labels("B", "A")
                          .usedBy("friends", "mood")
                          .usedBy(new EnumColumn(QualifiedName.of("friends"), "moods", 1))
                          .usedBy("people", "mood"));
                  op.setDefault("people", "mood", "'B'");
                  op.addConstraint("people", check("mood <> 'X'").named("ck"));
                  op.createIndex("people", index("good", "id").where("mood = 'A'"));
                  op.addConstraint(
                      "friends", foreignKey("mood").references("people", "mood").named("fk"));
                }));
  }

  private static Consumer<Operations> everythingOn(String byDefault, String... labels) {
    return op -> {
      op.createEnumType("mood", labels);
      op.createTable(
          "people",
          column("id", bigint()),
          column("mood", MOOD).notNull().withDefault(byDefault),
          primaryKey("mood"),
          check("mood <> 'X'").named("ck"),
          check("id > 0").named("other"));
      op.createIndex("people", index("good", "id").where("mood = 'A'"));
      op.createIndex("people", index("plain", "mood"));
      op.createTable(
          "friends",
          column("mood", MOOD),
          column("moods", MOOD.array()),
          foreignKey("mood").references("people", "mood").named("fk"));
    };
  }

  @Test
  void aLabelThatIsNeededAtOnceTakesARebuild() {
    assertThat(
            difference(
                people("A"),
                op -> {
                  op.createEnumType("mood", "A", "it's");
                  op.createTable("people", column("mood", MOOD).withDefault("'it''s'"));
                }))
        .isEqualTo(
            recorded(
                op -> {
                  op.rebuildEnumType("mood", labels("A", "it's").usedBy("people", "mood"));
                  op.setDefault("people", "mood", "'it''s'");
                }));
  }

  @Test
  void aTextColumnBecomesAnEnumColumnAndBack() {
    Consumer<Operations> text =
        op -> op.createTable("people", column("mood", varchar(255)).withDefault("'A'"));
    Consumer<Operations> typed =
        op -> {
          op.createEnumType("mood", "A");
          op.createTable("people", column("mood", MOOD).withDefault("'A'"));
        };

    assertThat(difference(text, typed))
        .isEqualTo(
            recorded(
                op -> {
                  op.createEnumType("mood", "A");
                  op.dropDefault("people", "mood");
                  op.alterColumnType("people", "mood", MOOD);
                  op.setDefault("people", "mood", "'A'");
                }));
    assertThat(difference(typed, text))
        .isEqualTo(
            recorded(
                op -> {
                  op.dropDefault("people", "mood");
                  op.alterColumnType("people", "mood", varchar(255));
                  op.setDefault("people", "mood", "'A'");
                  op.dropEnumType("mood");
                }));
  }

  @Test
  void aColumnThatGoesDoesNotHoldUpTheRebuild() {
    assertThat(
            difference(
                op -> {
                  op.createEnumType("mood", "A", "B");
                  op.createTable(
                      "people", column("mood", MOOD), column("old", MOOD), column("past", MOOD));
                },
                op -> {
                  op.createEnumType("mood", "B");
                  op.createTable("people", column("mood", MOOD), column("past", varchar(9)));
                }))
        .isEqualTo(
            recorded(
                op -> {
                  op.alterColumnType("people", "past", varchar(9));
                  op.dropColumn("people", "old");
                  op.rebuildEnumType("mood", labels("B").usedBy("people", "mood"));
                }));
  }

  @Test
  void aTypeMakesRoomForATableOfItsName() {
    assertThat(
            difference(
                people("A"),
                op -> {
                  op.createTable("people", column("mood", varchar(9)));
                  op.createTable("mood");
                }))
        .isEqualTo(
            recorded(
                op -> {
                  op.alterColumnType("people", "mood", varchar(9));
                  op.dropEnumType("mood");
                  op.createTable("mood");
                }));
  }

  private static List<Operation> difference(
      Consumer<Operations> before, Consumer<Operations> after) {
    return SchemaDiffer.diff(schema(before), schema(after));
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
