package dev.retort;

import static dev.retort.operation.EnumRebuild.labels;
import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.EnumPosition.before;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.userDefined;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.testing.OperationScripts.rows;
import static dev.retort.testing.OperationScripts.run;
import static dev.retort.testing.OperationScripts.schema;
import static dev.retort.testing.ServerDraft.thereAndBack;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.postgres.Identifiers;
import dev.retort.schema.Column;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of rows when the labels of an enum type change, on a real server. */
class EnumTypeMigrationTest {

  private static final SqlType MOOD = userDefined("mood");

  private static void moods(Operations op) {
    op.createEnumType("mood", "NEW", "it's", "OLD");
    op.createTable("people", column("mood", MOOD), column("moods", MOOD.array()));
    op.execute(
        "INSERT INTO people VALUES ('NEW', '{NEW,OLD}'), ('it''s', NULL), ('OLD',"
            + " '{{it''s},{OLD}}')");
  }

  @Test
  void rowsFollowWhatHappensToTheirLabels() throws SQLException {
    TestDatabase database = migrated(EnumTypeMigrationTest::moods);

    run(
        database,
        op -> {
          op.addEnumValue("mood", "FIRST", before("NEW"));
          op.renameEnumValue("mood", "it's", "back\\slash");
          op.rebuildEnumType(
              "mood",
              labels("back\\slash", "NEW")
                  .replacing("OLD", "back\\slash")
                  .replacing("FIRST", "NEW")
                  .usedBy("people", "mood")
                  .usedBy(new EnumColumn(QualifiedName.of("people"), "moods", 1)));
        });

    assertThat(rows(database, "SELECT mood, moods FROM people ORDER BY mood, moods"))
        .containsExactly(
            "back\\slash {{\"back\\\\slash\"},{\"back\\\\slash\"}}",
            "back\\slash null",
            "NEW {NEW,\"back\\\\slash\"}");
    assertThat(CatalogFacts.all().of(database))
        .contains("enum type mood (E'back\\\\slash', 'NEW')")
        .noneMatch(fact -> fact.contains("retort_old_"));
  }

  @Test
  void aRowWithALabelThatGoesStopsTheRebuildWhole() throws SQLException {
    TestDatabase database = migrated(EnumTypeMigrationTest::moods);
    Consumer<Operations> without =
        op ->
            op.rebuildEnumType(
                "mood",
                labels("NEW", "it's")
                    .usedBy("people", "mood")
                    .usedBy(new EnumColumn(QualifiedName.of("people"), "moods", 1)));

    SQLException refused = catchThrowableOfType(SQLException.class, () -> run(database, without));

    assertThat(refused.getSQLState()).isEqualTo("22P02");
    assertThat(refused.getMessage()).contains("invalid input value for enum mood: \"OLD\"");
    assertThat(CatalogFacts.all().of(database)).contains("enum type mood ('NEW', 'it''s', 'OLD')");
    assertThat(rows(database, "SELECT count(*) FROM people")).containsExactly("3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'{NEW,LAST}'",
        "'[0:0]={LAST}'",
        "'{\"it''s last\"}'",
        "E'{LA\\x53T}'",
        "$${LAST}$$"
      })
  void aNewLabelIsInTheDefaultOfAnArray(String expression) throws SQLException {
    aNewLabelIsADefault(MOOD.array(), expression);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$$it's last$$", "E'it\\'s last'", "E'it''s last'"})
  void aNewLabelIsInADefault(String expression) throws SQLException {
    aNewLabelIsADefault(MOOD, expression);
  }

  private static void aNewLabelIsADefault(SqlType type, String expression) throws SQLException {
    thereAndBack(
        op -> defaults(op, column("mood", type), "NEW"),
        op ->
            defaults(op, column("mood", type).withDefault(expression), "NEW", "LAST", "it's last"),
        "INSERT INTO people (id) VALUES (1)",
        "SELECT id, mood FROM people");
  }

  private static void defaults(Operations op, Column column, String... labels) {
    op.createEnumType("mood", labels);
    op.createTable("people", column("id", bigint()), column);
  }

  @Test
  void anAddedLabelCanBeUsedFromTheNextRevisionOn() throws SQLException {
    Consumer<Operations> add = op -> op.addEnumValue("mood", "LAST");
    Consumer<Operations> use = op -> op.setDefault("people", "mood", "'LAST'");

    assertThatThrownBy(() -> migrated(EnumTypeMigrationTest::moods, add.andThen(use)))
        .hasMessageContainingAll(
            "unsafe use of new value \"LAST\" of enum type mood",
            "Fix: move what uses the value to a revision after this one");
    TestDatabase database = migrated(EnumTypeMigrationTest::moods, add, use);

    database.execute("INSERT INTO people DEFAULT VALUES");
    assertThat(rows(database, "SELECT mood FROM people WHERE mood = 'LAST'"))
        .containsExactly("LAST");
  }

  @Test
  void aDraftUsesANewLabelAtOnce() throws SQLException {
    Schema before = schema(EnumTypeMigrationTest::moods);
    Schema after =
        schema(
            op -> {
              op.createEnumType("mood", "NEW", "it's", "OLD", "LAST");
              op.createTable(
                  "people",
                  column("mood", MOOD).withDefault("'LAST'"),
                  column("moods", MOOD.array()));
            });
    TestDatabase database = migrated(EnumTypeMigrationTest::moods);

    run(database, SchemaDiffer.diff(before, after));

    database.execute("INSERT INTO people DEFAULT VALUES");
    assertThat(rows(database, "SELECT mood FROM people ORDER BY mood"))
        .containsExactly("NEW", "it's", "OLD", "LAST");
  }

  @Test
  void textBecomesAnEnumAndTextAgain() throws SQLException {
    TestDatabase database =
        migrated(
            op -> {
              op.createTable("people", column("mood", varchar(255)), check("mood <> 'X'"));
              op.execute("INSERT INTO people VALUES ('NEW'), (NULL)");
            });

    run(
        database,
        op -> {
          op.createEnumType("mood", "NEW", "X");
          op.dropConstraint("people", "people_mood_check");
          op.alterColumnType("people", "mood", MOOD, "mood::mood");
          op.addConstraint("people", check("mood <> 'X'"));
        });
    assertThat(CatalogFacts.all().of(database))
        .contains("column people.mood mood", "enum type mood ('NEW', 'X')");

    run(
        database,
        op -> {
          op.dropConstraint("people", "people_mood_check");
          op.alterColumnType("people", "mood", varchar(255));
          op.addConstraint("people", check("mood <> 'X'"));
          op.dropEnumType("mood");
        });
    assertThat(rows(database, "SELECT mood FROM people")).containsExactly("NEW", "null");
    assertThat(CatalogFacts.all().of(database)).noneMatch(fact -> fact.startsWith("enum type"));
  }

  /** Labels come, go and change places in any way; what rows hold stays, both ways. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anyChangeOfLabelsLeadsToTheWantedDatabaseAndBack(int seed) throws SQLException {
    Random random = new Random(seed);
    List<String> kept = some(random, List.of("A", "b", "it's", "x\\y", "größe", ""), 2);
    Consumer<Operations> old = everything(mixed(random, kept, List.of("OLD", "Older")), kept, 0);
    Consumer<Operations> wanted = everything(mixed(random, kept, List.of("NEW", "n\"w")), kept, 1);
    Schema before = schema(old);
    List<Operation> upgrade = SchemaDiffer.diff(before, schema(wanted));
    TestDatabase database = migrated(old);
    database.execute(
        "INSERT INTO people (id, mood) SELECT l, l FROM unnest(enum_range(NULL::mood)) l WHERE l IN"
            + " ("
            + Identifiers.literal(kept.get(0))
            + ", "
            + Identifiers.literal(kept.get(1))
            + "); INSERT INTO friends SELECT id, ARRAY[id, id] FROM people");
    List<String> held = rows(database, "SELECT mood::text, moods::text FROM friends ORDER BY 1");
    assertThat(held).hasSize(2);

    run(database, upgrade);
    assertThat(CatalogFacts.all().of(database)).isEqualTo(CatalogFacts.all().of(migrated(wanted)));
    assertThat(rows(database, "SELECT mood::text, moods::text FROM friends ORDER BY 1"))
        .isEqualTo(held);

    run(database, Inverses.of(upgrade, before).orElseThrow());
    assertThat(CatalogFacts.all().of(database)).isEqualTo(CatalogFacts.all().of(migrated(old)));
    assertThat(rows(database, "SELECT mood::text, moods::text FROM friends ORDER BY 1"))
        .isEqualTo(held);
  }

  private static Consumer<Operations> everything(
      List<String> labels, List<String> kept, int byDefault) {
    String value = Identifiers.literal(kept.get(byDefault));
    return op -> {
      op.createEnumType("mood", labels.toArray(String[]::new));
      op.createTable(
          "people",
          column("id", MOOD).notNull(),
          column("mood", MOOD).withDefault(value),
          column("n", bigint()),
          primaryKey("id"),
          check("mood >= " + Identifiers.literal(labels.get(0))).named("ck"),
          check("n > 0").named("other"));
      op.createIndex("people", index("part", "n").where("mood <> " + value));
      op.createIndex("people", index("plain", "mood"));
      op.createTable(
          "friends",
          column("mood", MOOD),
          column("moods", MOOD.array()),
          foreignKey("mood").references("people", "id").named("fk"));
    };
  }

  private static List<String> some(Random random, List<String> of, int count) {
    List<String> shuffled = new ArrayList<>(of);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, count);
  }

  private static List<String> mixed(Random random, List<String> kept, List<String> more) {
    List<String> all = new ArrayList<>(kept);
    all.addAll(some(random, more, random.nextInt(more.size() + 1)));
    return some(random, all, all.size());
  }

  @SafeVarargs
  private static TestDatabase migrated(Consumer<Operations>... revisions) {
    List<TestRegistry.Entry> chain = new ArrayList<>();
    for (Consumer<Operations> script : revisions) {
      String id = "a" + chain.size();
      chain.add(
          chain.isEmpty() ? revision(id, script) : revision(id, script, "a" + (chain.size() - 1)));
    }
    TestDatabase database = TestDatabase.create();
    Retort.on(database.dataSource()).registry(TestRegistry.of(chain)).upgrade();
    return database;
  }
}
