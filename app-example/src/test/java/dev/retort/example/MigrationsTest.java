package dev.retort.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.example.database.Jpa;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The history against a real server, and against what Hibernate itself would create. */
class MigrationsTest {

  private static final String TABLES = "698c22942be3";
  private static final String SCHEDULE = "3f2a9c1b04de";
  private static final String STATUS = "b7d41e60c9f5";

  private final TestDatabase database = TestDatabase.create();
  private final Retort retort = Retort.on(database.dataSource());

  @Test
  void createsWhatHibernateWouldCreate() throws SQLException {
    retort.upgrade();
    TestDatabase exported = TestDatabase.create();
    Jpa.on(exported.dataSource())
        .property("hibernate.hbm2ddl.auto", "create-only")
        .createEntityManagerFactory()
        .close();

    assertThat(CatalogFacts.all().of(database))
        .contains("table machines", "column machines.status character varying(20) not null")
        .isEqualTo(CatalogFacts.all().of(exported));
  }

  @Test
  void isAcceptedByHibernate() {
    retort.upgrade();

    Jpa.validating(database.dataSource()).close();
  }

  @Test
  void turnsOperationalIntoStatusAndBack() throws SQLException {
    retort.upgrade(SCHEDULE);
    database.execute(
        """
        INSERT INTO machines (version, code, machine_type, location, operational, created_at,
            updated_at, maintenance_schedule)
        VALUES (0, 'RUNS', 't', 'l', true, now(), now(), 'weekly'),
               (0, 'RESTS', 't', 'l', false, now(), now(), NULL)
        """);

    retort.upgrade();
    assertThat(machines("status")).isEqualTo(Map.of("RUNS", "OPERATIONAL", "RESTS", "OFFLINE"));
    database.execute(
        """
        INSERT INTO machines (version, code, machine_type, location, status, created_at, updated_at)
        VALUES (0, 'IS MENDED', 't', 'l', 'MAINTENANCE', now(), now())
        """);

    retort.downgrade(SCHEDULE);
    assertThat(machines("operational::text"))
        .isEqualTo(Map.of("RUNS", "true", "RESTS", "false", "IS MENDED", "false"));
    assertThat(machines("coalesce(maintenance_schedule, '-')"))
        .isEqualTo(Map.of("RUNS", "weekly", "RESTS", "-", "IS MENDED", "-"));

    retort.upgrade();
    assertThat(machines("status"))
        .isEqualTo(Map.of("RUNS", "OPERATIONAL", "RESTS", "OFFLINE", "IS MENDED", "OFFLINE"));
  }

  @Test
  void comesBackTheWayItWent() throws SQLException {
    retort.upgrade(TABLES);
    var tables = CatalogFacts.all().of(database);
    retort.upgrade(SCHEDULE);
    var schedule = CatalogFacts.all().of(database);
    retort.upgrade(STATUS);

    retort.downgrade(SCHEDULE);
    assertThat(CatalogFacts.all().of(database)).isEqualTo(schedule);
    retort.downgrade(TABLES);
    assertThat(CatalogFacts.all().of(database)).isEqualTo(tables);
    retort.downgrade("base");
    assertThat(CatalogFacts.all().of(database)).isEmpty();
  }

  private Map<String, String> machines(String expression) throws SQLException {
    Map<String, String> values = new TreeMap<>();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT code, " + expression + " FROM machines")) {
      while (rows.next()) {
        values.put(rows.getString(1), rows.getString(2));
      }
    }
    return values;
  }
}
