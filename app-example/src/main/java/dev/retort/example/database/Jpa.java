package dev.retort.example.database;

import dev.retort.example.model.Machine;
import dev.retort.example.model.MaintenanceRecord;
import dev.retort.example.model.OperatingRange;
import dev.retort.example.model.Prediction;
import dev.retort.example.model.Sensor;
import dev.retort.example.model.SensorReading;
import dev.retort.example.model.User;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import java.util.List;
import javax.sql.DataSource;

/** Hibernate as this application sets it up: in code, on a given data source. */
public final class Jpa {

  private static final List<Class<?>> MODEL =
      List.of(
          Machine.class,
          User.class,
          Sensor.class,
          OperatingRange.class,
          SensorReading.class,
          Prediction.class,
          MaintenanceRecord.class);

  private Jpa() {}

  /** The model on the given database, with nothing said about its schema. */
  public static PersistenceConfiguration on(DataSource database) {
    PersistenceConfiguration configuration = new PersistenceConfiguration("aurum");
    MODEL.forEach(configuration::managedClass);
    return configuration
        .property("jakarta.persistence.nonJtaDataSource", database)
        .property("hibernate.jdbc.batch_size", 50)
        .property("hibernate.jdbc.time_zone", "UTC");
  }

  /**
   * Starts Hibernate and has it compare its mappings with the database.
   *
   * @throws IllegalStateException if a table or column is not as mapped
   */
  public static EntityManagerFactory validating(DataSource database) {
    try {
      return on(database)
          .property("hibernate.hbm2ddl.auto", "validate")
          .createEntityManagerFactory();
    } catch (PersistenceException e) {
      throw new IllegalStateException("Hibernate does not start: " + rootOf(e).getMessage(), e);
    }
  }

  private static Throwable rootOf(Throwable failure) {
    return failure.getCause() == null ? failure : rootOf(failure.getCause());
  }
}
