package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.MigrationRefusedException;
import dev.retort.testing.OneConnection;
import dev.retort.testing.RoundTrips;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import dev.retort.testing.TestRegistry.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases that have applied revisions in whose place there is one now. */
class SquashedHistoryTest {

  private static final Entry A1 =
      revision(
              "a1",
              op -> op.createTable("machines", column("id", bigint()).notNull(), primaryKey("id")))
          .back(op -> op.dropTable("machines"));
  private static final Entry B2 = added("b2", "name", "a1");
  private static final Entry C3 = added("c3", "place", "b2");
  private static final Entry D4 = added("d4", "state", "c3");
  private static final Entry E5 = added("e5", "owner", "d4");

  /** In place of a1, b2 and c3. */
  private static final Entry SQUASHED =
      revision(
              "c3",
              op ->
                  op.createTable(
                      "machines",
                      column("id", bigint()).notNull(),
                      column("name", varchar(20)),
                      column("place", varchar(20)),
                      primaryKey("id")))
          .back(op -> op.dropTable("machines"));

  private final TestRegistry old = TestRegistry.of(A1, B2, C3, D4);
  private final TestRegistry now = TestRegistry.of(SQUASHED, D4, E5).squashedFrom(old);

  private final TestDatabase database = TestDatabase.create();

  private static Entry added(String id, String column, String after) {
    return revision(id, op -> op.addColumn("machines", column(column, varchar(20))), after)
        .back(op -> op.dropColumn("machines", column));
  }

  private Retort with(TestRegistry registry) {
    return Retort.on(database.dataSource()).registry(registry);
  }

  @Test
  void areRecognisedWithOneStatement() throws SQLException {
    with(TestRegistry.of(A1, B2, C3)).upgrade();
    List<String> recorded = recorded();
    TestRegistry squashed = TestRegistry.of(SQUASHED).squashedFrom(TestRegistry.of(A1, B2, C3));
    PGSimpleDataSource source = database.dataSource();
    source.setSocketFactory(RoundTrips.class.getName());
    Connection connection = source.getConnection();
    RoundTrips.reset();

    try (OneConnection pool = new OneConnection(connection)) {
      UpgradeResult result = Retort.on(pool).registry(squashed).upgrade();

      assertThat(result.changed()).isFalse();
      assertThat(RoundTrips.count()).isEqualTo(1);
      assertThat(pool.statements()).isEqualTo(1);
    }
    assertThat(squashed.listings()).isZero();
    assertThat(recorded()).as("nothing is recorded anew").isEqualTo(recorded);
    assertThat(with(squashed).repair()).isEmpty();
  }

  @Test
  void goOnWithWhatFollows() {
    with(old).upgrade();

    assertThat(with(now).upgrade().applied()).extracting("id").containsExactly("e5");

    assertThat(recorded()).containsExactly("e5 " + checksum(now, "e5"));
    assertThat(with(now).check().agrees()).isTrue();
    assertThat(with(now).history())
        .extracting(entry -> entry.revision())
        .containsExactly("a1", "b2", "c3", "d4", "e5");
  }

  @Test
  void goOnFromTheSquashedRevisionItself() {
    with(old).upgrade("c3");

    assertThat(with(now).upgrade().applied()).extracting("id").containsExactly("d4", "e5");
    assertThat(with(now).check().agrees()).isTrue();
  }

  @Test
  void runOnlyTheSquashedRevisionWhereTheyAreNew() {
    assertThat(with(now).upgrade().applied()).extracting("id").containsExactly("c3", "d4", "e5");
    assertThat(with(now).check().agrees()).isTrue();
    assertThat(with(now).upgrade().changed()).isFalse();
  }

  @Test
  void goBackBehindAllOfIt() {
    with(old).upgrade();

    with(now).downgrade("c3");
    assertThat(recorded()).containsExactly("c3 " + checksum(now, "c3"));
    with(now).downgrade("base");
    assertThat(recorded()).isEmpty();
    assertThat(with(now).live().schema().tables()).isEmpty();
  }

  @Test
  void areRefusedInBetween() {
    with(old).upgrade("b2");

    List<ThrowingCallable> attempts =
        List.of(
            () -> with(now).upgrade(),
            () -> with(now).downgrade("base"),
            () -> with(now).dryRunUpgrade("heads"),
            () -> with(now).check(),
            () -> with(now).repair());
    for (ThrowingCallable attempt : attempts) {
      assertThatThrownBy(attempt)
          .isInstanceOf(MigrationRefusedException.class)
          .hasMessageContaining(
              "[RT536] The database is at revision b2, which was squashed into c3")
          .hasMessageContaining("retort upgrade c3");
    }

    with(old).upgrade("c3");
    assertThat(with(now).upgrade().applied()).hasSize(2);
  }

  @Test
  void areStillToldWhatWasChanged() {
    with(old).upgrade();
    TestRegistry edited =
        TestRegistry.of(SQUASHED, added("d4", "condition", "c3"), E5)
            .squashedFrom(TestRegistry.of(A1, B2, C3));

    assertThatThrownBy(() -> with(edited).upgrade())
        .isInstanceOf(MigrationRefusedException.class)
        .hasMessageContaining("[RT508] Revision d4 is not what was applied");
  }

  @Test
  void areWhatAScriptExpectsToo() {
    String script = Revisions.of(now).upgradeSql("d4:e5");

    assertThat(script)
        .contains(
            "NOT IN (ARRAY['d4 "
                + checksum(now, "d4")
                + "']::text[], ARRAY['d4 "
                + checksum(old, "d4")
                + "']::text[])");
    assertThat(Revisions.of(now).upgradeSql("base:c3")).contains("<> ARRAY[]::text[]");
  }

  private List<String> recorded() {
    return with(now).current().stream()
        .map(head -> head.revision() + " " + head.checksum())
        .toList();
  }

  private static String checksum(TestRegistry registry, String id) {
    return registry.revisions().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow()
        .checksum();
  }
}
