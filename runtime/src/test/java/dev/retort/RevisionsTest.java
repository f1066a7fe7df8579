package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.revision.RevisionInfo;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.Scripts;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionsTest {

  private static final TestRegistry REGISTRY =
      TestRegistry.of(
          revision(
                  "a1",
                  op -> {
                    op.createTable("machines", column("id", bigint()), primaryKey("id"));
                    op.execute("INSERT INTO machines VALUES (1), (2) -- two of them");
                  })
              .back(op -> op.dropTable("machines")),
          revision("b2", op -> op.addColumn("machines", column("it's \"so\"", varchar(20))), "a1")
              .back(op -> op.dropColumn("machines", "it's \"so\"")),
          revision(
                  "c3",
                  op -> {
                    op.execute(
                        "SET search_path = pg_catalog; SELECT count(*) FROM public.machines");
                    op.createIndex("machines", index("machines_id", "id"));
                    op.execute("UPDATE machines SET \"it's \"\"so\"\"\" = ?", "a:b\\'c");
                  },
                  "b2")
              .back(op -> op.dropIndex("machines", "machines_id")));

  private static final Revisions REVISIONS = Revisions.of(REGISTRY);

  private final TestDatabase byScript = TestDatabase.create();
  private final TestDatabase byCommand = TestDatabase.create();
  private final Retort retort = Retort.on(byCommand.dataSource()).registry(REGISTRY);

  @Test
  void aScriptDoesWhatTheUpgradeDoes() throws SQLException {
    retort.upgrade();

    assertThat(Scripts.run(byScript, REVISIONS.upgradeSql("head"))).isEmpty();

    assertSame();
    assertThat(Retort.on(byScript.dataSource()).registry(REGISTRY).upgrade().applied()).isEmpty();
  }

  @Test
  void scriptsOfRangesGoUpAndDown() throws SQLException {
    retort.upgrade("b2");
    assertThat(Scripts.run(byScript, REVISIONS.upgradeSql("base:a1"))).isEmpty();
    assertThat(Scripts.run(byScript, REVISIONS.upgradeSql("a1:+1"))).isEmpty();
    assertSame();

    retort.downgrade("a1");
    assertThat(Scripts.run(byScript, REVISIONS.downgradeSql("b2:a1"))).isEmpty();
    assertSame();

    retort.downgrade("base");
    assertThat(Scripts.run(byScript, REVISIONS.downgradeSql("a1:base"))).isEmpty();
    assertSame();
  }

  @Test
  void aScriptLeavesADatabaseAloneThatIsElsewhere() throws SQLException {
    Retort.on(byScript.dataSource()).registry(REGISTRY).upgrade("a1");
    List<String> before = recorded(byScript);

    assertThat(Scripts.run(byScript, REVISIONS.upgradeSql("head")).orElseThrow())
        .contains("this script expects the database at base");
    assertThat(Scripts.run(byScript, REVISIONS.upgradeSql("b2:head")).orElseThrow())
        .contains("this script expects the database at b2");

    assertThat(recorded(byScript)).isEqualTo(before);
  }

  @Test
  void aScriptDoesNotRunBesideAnotherMigration() throws SQLException {
    String script = REVISIONS.upgradeSql("head");
    Matcher lock = Pattern.compile("xact_lock\\((-?\\d+)\\)").matcher(script);
    assertThat(lock.find()).isTrue();
    try (Connection other = byScript.connection();
        Statement statement = other.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + lock.group(1) + ")");
      assertThat(Scripts.run(byScript, script).orElseThrow())
          .contains("another process is migrating this database");
    }
    assertThat(recorded(byScript)).isEmpty();
  }

  @Test
  void refusesAScriptOfJavaCode() {
    Revisions code =
        Revisions.of(
            TestRegistry.of(revision("a1", op -> op.run("number the machines", connection -> {}))));

    assertThatThrownBy(() -> code.upgradeSql("head"))
        .hasMessageContaining("[RT529]")
        .hasMessageContaining("revision a1 runs 'number the machines'");
    assertThatThrownBy(() -> REVISIONS.upgradeSql("zz:head")).hasMessageContaining("[RT509]");
    assertThatThrownBy(() -> REVISIONS.upgradeSql("b2:a1-9")).hasMessageContaining("[RT509]");
    assertThat(REVISIONS.upgradeSql("c3:head")).contains("There is nothing to do");
    assertThatThrownBy(() -> REVISIONS.upgradeSql("head:a1"))
        .hasMessageContainingAll("[RT511]", "head:a1 leads backwards", "a1:head");
    assertThatThrownBy(() -> REVISIONS.upgradeSql("a1:base")).hasMessageContaining("[RT511]");
    assertThatThrownBy(() -> REVISIONS.history("c3:b2")).hasMessageContaining("[RT511]");
  }

  @ParameterizedTest
  @CsvSource({
    "':',      c3 b2 a1",
    "b2:,      c3 b2",
    ":b2,      b2 a1",
    "a1:b2,    b2 a1",
    "head,     c3 b2 a1",
    "-1:head,  ''",
  })
  void tellsTheHistory(String range, String expected) {
    if (expected.isEmpty()) {
      assertThatThrownBy(() -> REVISIONS.history(range)).hasMessageContaining("[RT509]");
    } else {
      assertThat(REVISIONS.history(range).stream().map(RevisionInfo::id))
          .containsExactly(expected.split(" ", -1));
    }
  }

  @Test
  void countsFromWhereADatabaseIs() {
    Revisions revisions = REVISIONS.at(List.of("c3", "unknown"));

    assertThat(revisions.history("-1:current"))
        .extracting(RevisionInfo::id)
        .containsExactly("c3", "b2");
    assertThat(REVISIONS.history("current:")).hasSize(3);
  }

  @Test
  void tellsHowRevisionsHangTogether() {
    Revisions forked =
        Revisions.of(
            TestRegistry.of(
                revision("a", op -> {}),
                revision("b", op -> {}, "a"),
                revision("c", op -> {}, "a")));

    assertThat(forked.heads()).extracting(RevisionInfo::id).containsExactly("b", "c");
    assertThat(forked.bases()).extracting(RevisionInfo::id).containsExactly("a");
    assertThat(forked.branchPoints()).extracting(RevisionInfo::id).containsExactly("a");
    assertThat(forked.all()).hasSize(3);
    assertThat(forked.find("heads")).hasSize(2);
    assertThat(forked.find("base")).isEmpty();
  }

  private void assertSame() throws SQLException {
    assertThat(CatalogFacts.all().of(byScript)).isEqualTo(CatalogFacts.all().of(byCommand));
    assertThat(recorded(byScript)).isEqualTo(recorded(byCommand));
  }

  /** What the two bookkeeping tables say, but for times. */
  private static List<String> recorded(TestDatabase database) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery("SELECT v::text FROM retort_version v ORDER BY 1")) {
        while (row.next()) {
          rows.add(row.getString(1));
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              "SELECT revision || direction || checksum || retort_version FROM retort_history"
                  + " ORDER BY id")) {
        while (row.next()) {
          rows.add(row.getString(1));
        }
      }
    }
    return rows;
  }
}
