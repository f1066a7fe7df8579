package dev.retort.diff;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.bool;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.uuid;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Before, after, and what lies between, each written as a revision would write it. */
class SchemaDifferTest {

  @Test
  void aNewColumnIsAdded() {
    Difference.between(
            op -> op.createTable("machines", ID, primaryKey("id")),
            op ->
                op.createTable(
                    "machines", ID, column("maintenance_schedule", varchar(100)), primaryKey("id")))
        .is(op -> op.addColumn("machines", column("maintenance_schedule", varchar(100))));
  }

  @Test
  void aColumnUnderAnotherNameIsAnotherColumn() {
    Difference.between(
            op -> op.createTable("machines", ID, column("operational", bool())),
            op -> op.createTable("machines", ID, column("status", varchar(20)).notNull()))
        .is(
            op -> {
              op.addColumn("machines", column("status", varchar(20)).notNull());
              op.dropColumn("machines", "operational");
            });
  }

  @Test
  void theOrderOfColumnsIsNoDifference() {
    Difference.between(
            op -> op.createTable("machines", ID, column("name", varchar(100))),
            op -> op.createTable("machines", column("name", varchar(100)), ID))
        .is(op -> {});
  }

  @Test
  void aDefaultStepsAsideWhileTheTypeChanges() {
    Difference.between(
            op -> op.createTable("t", column("a", bool()).notNull().withDefault("true")),
            op -> op.createTable("t", column("a", integer()).withDefault("1")))
        .is(
            op -> {
              op.dropDefault("t", "a");
              op.dropNotNull("t", "a");
              op.alterColumnType("t", "a", integer());
              op.setDefault("t", "a", "1");
            });
  }

  @Test
  void aPlainColumnBecomesAnIdentityColumn() {
    Difference.between(
            op -> op.createTable("t", column("a", integer()).withDefault("1")),
            op -> op.createTable("t", column("a", bigint()).asIdentity(Identity.ALWAYS)))
        .is(
            op -> {
              op.dropDefault("t", "a");
              op.alterColumnType("t", "a", bigint());
              op.setNotNull("t", "a");
              op.setIdentity("t", "a", Identity.ALWAYS);
            });
  }

  @Test
  void anIdentityColumnBecomesAPlainOne() {
    Difference.between(
            op -> op.createTable("t", column("a", bigint()).asIdentity()),
            op -> op.createTable("t", column("a", uuid()).withDefault("gen_random_uuid()")))
        .is(
            op -> {
              op.dropIdentity("t", "a");
              op.dropNotNull("t", "a");
              op.alterColumnType("t", "a", uuid());
              op.setDefault("t", "a", "gen_random_uuid()");
            });
  }

  @Test
  void theNameAloneOfAConstraintOrIndexIsNoDifference() {
    Difference.between(
            op -> {
              op.createTable("t", ID, primaryKey("id"), unique("id").named("uk_by_hand"));
              op.createIndex("t", index("ix_by_hand", "id"));
            },
            op -> {
              op.createTable("t", ID, primaryKey("id").named("t_pk"), unique("id").named("UK7a3"));
              op.createIndex("t", index("IDX9c1", "id"));
            })
        .is(op -> {});
  }

  @Test
  void aNameThatIsNeededForSomethingElseIsFreed() {
    Difference.between(
            op -> op.createTable("t", ID, A, unique("id").named("x")),
            op -> {
              op.createTable("t", ID, A, unique("id").named("y"));
              op.createIndex("t", index("x", "a"));
            })
        .is(
            op -> {
              op.dropConstraint("t", "x");
              op.addConstraint("t", unique("id").named("y"));
              op.createIndex("t", index("x", "a"));
            });
  }

  @Test
  void aChangedConstraintIsDroppedAndAdded() {
    Difference.between(
            op -> op.createTable("t", A, check("a IN ('NEW')").named("a_check")),
            op -> op.createTable("t", A, check("a IN ('NEW', 'OLD')").named("a_check")))
        .is(
            op -> {
              op.dropConstraint("t", "a_check");
              op.addConstraint("t", check("a IN ('NEW', 'OLD')").named("a_check"));
            });
  }

  @Test
  void aColumnGoesAfterWhatIsOnIt() {
    Difference.between(
            op -> {
              op.createTable("t", ID, A, unique("a"), check("a <> ''"));
              op.createIndex("t", index("ix_a", "a"));
            },
            op -> op.createTable("t", ID))
        .is(
            op -> {
              op.dropIndex("t", "ix_a");
              op.dropConstraint("t", "t_a_key");
              op.dropConstraint("t", "t_a_check");
              op.dropColumn("t", "a");
            });
  }

  @Test
  void aForeignKeyStepsAsideWhileItsKeyIsReplaced() {
    Difference.between(
            op -> {
              op.createTable("machines", ID, A, primaryKey("id"), unique("a").named("uk"));
              op.createTable("sensors", A, foreignKey("a").references("machines", "a").named("fk"));
            },
            op -> {
              op.createTable("machines", ID, A, primaryKey("a"));
              op.createTable("sensors", A, foreignKey("a").references("machines", "a").named("fk"));
            })
        .is(
            op -> {
              op.dropConstraint("sensors", "fk");
              op.dropConstraint("machines", "machines_pkey");
              op.dropConstraint("machines", "uk");
              op.dropNotNull("machines", "id");
              op.setNotNull("machines", "a");
              op.addConstraint("machines", primaryKey("a").named("machines_pkey"));
              op.addConstraint("sensors", foreignKey("a").references("machines", "a").named("fk"));
            });
  }

  @Test
  void aForeignKeyStepsAsideWhileItsTypesCannotBeCompared() {
    Difference.between(keyed(bigint()), keyed(uuid()))
        .is(
            op -> {
              op.dropConstraint("sensors", "fk");
              op.alterColumnType("machines", "id", uuid());
              op.alterColumnType("sensors", "machine_id", uuid());
              op.addConstraint(
                  "sensors", foreignKey("machine_id").references("machines", "id").named("fk"));
            });
  }

  @Test
  void aForeignKeyStaysWhileItsTypesCanBeCompared() {
    Difference.between(keyed(integer()), keyed(bigint()))
        .is(
            op -> {
              op.alterColumnType("machines", "id", bigint());
              op.alterColumnType("sensors", "machine_id", bigint());
            });
  }

  @Test
  void tablesAreCreatedAfterThoseTheyReferTo() {
    Difference.between(
            op -> {},
            op -> {
              op.createTable("b", ID, primaryKey("id"));
              op.createTable("a", ID, foreignKey("id").references("b", "id"));
              op.createIndex("b", index("ix_b", "id"));
            })
        .is(
            op -> {
              op.createTable("b", ID, primaryKey("id"));
              op.createTable("a", ID, foreignKey("id").references("b", "id"));
              op.createIndex("b", index("ix_b", "id"));
            });
  }

  @Test
  void tablesAreDroppedAfterThoseThatReferToThem() {
    Difference.between(
            op -> {
              op.createTable("b", ID, primaryKey("id"));
              op.createTable("a", ID, foreignKey("id").references("b", "id"));
            },
            op -> {})
        .is(
            op -> {
              op.dropTable("a");
              op.dropTable("b");
            });
  }

  @Test
  void aCircleOfTablesIsClosedByForeignKeysOfTheirOwn() {
    Difference.between(op -> {}, SchemaDifferTest::circle).is(SchemaDifferTest::circle);
  }

  @Test
  void aCircleOfTablesIsOpenedBeforeItIsDropped() {
    Difference.between(SchemaDifferTest::circle, op -> {})
        .is(
            op -> {
              op.dropConstraint("b", "b_id_fkey");
              op.dropTable("a");
              op.dropTable("b");
            });
  }

  @Test
  void aForeignKeyWaitsForTheUniqueIndexThatItRefersTo() {
    Difference.between(
            op -> {},
            op -> {
              op.createTable("b", ID);
              op.createIndex("b", index("ux", "id").asUnique());
              op.createTable("a", ID, foreignKey("id").references("b", "id"));
            })
        .is(
            op -> {
              op.createTable("b", ID);
              op.createTable("a", ID);
              op.createIndex("b", index("ux", "id").asUnique());
              op.addConstraint("a", foreignKey("id").references("b", "id").named("a_id_fkey"));
            });
  }

  @Test
  void aChangedSequenceGoesOnWithAnotherStep() {
    Difference.between(op -> op.createSequence("s", 1, 50), op -> op.createSequence("s", 7, 1))
        .is(op -> op.alterSequence("s", 1));
  }

  @Test
  void theStartOfASequenceThatExistsIsNoDifference() {
    Difference.between(op -> op.createSequence("s", 1, 1), op -> op.createSequence("s", 1000, 1))
        .is(op -> {});
  }

  @Test
  void sequencesComeBeforeTablesAndGoAfterThem() {
    Difference.between(
            op -> {
              op.createSequence("old_seq", 1, 1);
              op.createTable("old", ID);
            },
            op -> {
              op.createSequence("new_seq", 1, 1);
              op.createTable("new", ID);
            })
        .is(
            op -> {
              op.dropTable("old");
              op.createSequence("new_seq", 1, 1);
              op.createTable("new", ID);
              op.dropSequence("old_seq");
            });
  }

  @Test
  void aTableTakesTheNameOfASequence() {
    Difference.between(op -> op.createSequence("x", 1, 1), op -> op.createTable("x", ID))
        .is(
            op -> {
              op.dropSequence("x");
              op.createTable("x", ID);
            });
  }

  /** Quadratic work over this many tables would take minutes. */
  @Test
  @Timeout(30)
  void manyTablesTakeLittleTime() {
    Schema many = ManyTables.schema(20_000);

    assertThat(SchemaDiffer.diff(many, many)).isEmpty();
    assertThat(SchemaDiffer.diff(Schema.empty(), many)).hasSize(20_000);
    assertThat(SchemaDiffer.diff(many, Schema.empty())).hasSize(20_000);
  }

  private static final Column ID = column("id", bigint());
  private static final Column A = column("a", varchar(20));

  private static Consumer<Operations> keyed(SqlType type) {
    return op -> {
      op.createTable("machines", column("id", type), primaryKey("id"));
      op.createTable(
          "sensors",
          column("machine_id", type),
          foreignKey("machine_id").references("machines", "id").named("fk"));
    };
  }

  private static void circle(Operations op) {
    op.createTable("b", ID, primaryKey("id"));
    op.createTable("a", ID, primaryKey("id"), foreignKey("id").references("b", "id"));
    op.addConstraint("b", foreignKey("id").references("a", "id").named("b_id_fkey"));
  }

  private record Difference(Schema from, Schema to) {

    static Difference between(Consumer<Operations> before, Consumer<Operations> after) {
      return new Difference(fold(recorded(before)), fold(recorded(after)));
    }

    void is(Consumer<Operations> expected) {
      assertThat(SchemaDiffer.diff(from, to)).isEqualTo(recorded(expected));
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
}
