package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.testing.TestRegistry.revision;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.HistoryEntry;
import dev.retort.migrate.MigrationRefusedException;
import dev.retort.operation.Operation;
import dev.retort.predecessor.Predecessor;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.OperationScripts;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases with rows that another tool has made go on under Retort. */
class ImportTest {

  private static final String CREATE =
      "CREATE TABLE machines (id bigint PRIMARY KEY, name varchar(20));";
  private static final String FILL = "INSERT INTO machines VALUES (1, 'press'), (2, 'lathe');";

  private static final TestRegistry REGISTRY =
      TestRegistry.of(
          revision(
              "a1",
              op ->
                  op.createTable(
                      "machines",
                      column("id", bigint()),
                      column("name", varchar(20)),
                      primaryKey("id"))),
          revision("b2", op -> op.addColumn("machines", column("status", varchar(9))), "a1"));

  @TempDir private Path folder;

  private final TestDatabase database = TestDatabase.create();
  private final Retort retort = Retort.on(database.dataSource()).registry(REGISTRY);

  @Test
  void goesOnAfterFlyway() throws IOException, SQLException {
    flyway("V1__Create_machines.sql", CREATE, "V2__Fill.sql", FILL);

    goesOn(Predecessor.FLYWAY, "2 (Fill)");
  }

  @Test
  void goesOnAfterLiquibase() throws IOException, SQLException, LiquibaseException {
    liquibase();

    goesOn(Predecessor.LIQUIBASE, "fill of maya in changelog.sql");
  }

  @Test
  void goesOnAfterAlembic() throws SQLException {
    alembic();

    goesOn(Predecessor.ALEMBIC, "1975ea83b712");
  }

  private void goesOn(Predecessor tool, String at) throws SQLException {
    List<String> before = CatalogFacts.all().of(database).stream().toList();

    ImportResult result = retort.importFrom(tool, "a1");

    assertThat(result.differences()).isEmpty();
    assertThat(result.imported()).isTrue();
    assertThat(result.history().at()).containsExactly(at);
    assertThat(result.to()).containsExactly("a1");
    assertThat(CatalogFacts.all().of(database)).containsExactlyElementsOf(before);
    assertThat(retort.history())
        .extracting(HistoryEntry::tag)
        .containsExactly(Optional.of(tool.title() + " " + at));

    assertThat(retort.upgrade().applied()).hasSize(1);
    assertThat(OperationScripts.rows(database, "SELECT id, name, status FROM machines ORDER BY id"))
        .containsExactly("1 press null", "2 lathe null");
    assertThat(retort.check(tool.tables().toArray(String[]::new)).agrees()).isTrue();
    assertThatThrownBy(() -> retort.importFrom(tool, "heads"))
        .isInstanceOf(MigrationRefusedException.class)
        .hasMessageContaining("[RT532]")
        .hasMessageContaining("it is at b2");
  }

  @Test
  void recordsNothingWhereTheDatabaseDiffers() throws SQLException {
    alembic();

    ImportResult result = retort.importFrom(Predecessor.ALEMBIC, "heads");

    assertThat(result.imported()).isFalse();
    assertThat(result.to()).isEmpty();
    assertThat(result.differences())
        .extracting(Operation::describe)
        .containsExactly("add column machines.status");
    assertThat(retort.current()).isEmpty();
    assertThat(retort.history()).isEmpty();
  }

  @Test
  void refusesADatabaseThatTheToolHasNotMigrated() {
    for (Predecessor tool : Predecessor.values()) {
      assertThatThrownBy(() -> retort.importFrom(tool, "heads"))
          .isInstanceOf(MigrationRefusedException.class)
          .hasMessageContaining("[RT530] Schema public has no table " + tool.tables().get(0));
    }
  }

  @Test
  void refusesWorkThatIsNotDone() throws IOException, SQLException, LiquibaseException {
    flyway("V1__Create_machines.sql", CREATE);
    database.execute("UPDATE flyway_schema_history SET success = false");
    assertThatThrownBy(() -> retort.importFrom(Predecessor.FLYWAY, "heads"))
        .hasMessageContaining("[RT531] Flyway has not ended its work on this database:")
        .hasMessageContaining("migration 1 (Create machines) has failed.");

    database.execute("DROP TABLE machines, flyway_schema_history");
    liquibase();
    database.execute("UPDATE databasechangeloglock SET locked = true, lockedby = 'ci (10.0.0.4)'");
    assertThatThrownBy(() -> retort.importFrom(Predecessor.LIQUIBASE, "heads"))
        .hasMessageContaining("[RT531] Liquibase has not ended its work on this database: its lock")
        .hasMessageContaining("is held by ci (10.0.0.4)");
    assertThat(retort.current()).isEmpty();
  }

  private void flyway(String... namesAndTexts) throws IOException {
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      Files.writeString(folder.resolve(namesAndTexts[i]), namesAndTexts[i + 1]);
    }
    Flyway.configure()
        .dataSource(database.dataSource())
        .locations("filesystem:" + folder)
        .load()
        .migrate();
  }

  private void liquibase() throws IOException, SQLException, LiquibaseException {
    Files.writeString(
        folder.resolve("changelog.sql"),
        "-- liquibase formatted sql\n-- changeset maya:create\n"
            + CREATE
            + "\n-- changeset maya:fill\n"
            + FILL
            + "\n",
        UTF_8);
    try (Connection connection = database.connection();
        Liquibase liquibase =
            new Liquibase(
                "changelog.sql",
                new DirectoryResourceAccessor(folder),
                DatabaseFactory.getInstance()
                    .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
      liquibase.update(new Contexts());
    }
  }

  /** As Alembic's MigrationContext creates it. */
  private void alembic() throws SQLException {
    database.execute(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
            + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));"
            + " INSERT INTO alembic_version VALUES ('1975ea83b712');"
            + CREATE
            + FILL);
  }
}
