package dev.retort.example.plant;

import dev.retort.example.model.Machine;
import dev.retort.example.model.MachineStatus;
import dev.retort.example.model.MaintenanceKind;
import dev.retort.example.model.MaintenanceRecord;
import dev.retort.example.model.OperatingRange;
import dev.retort.example.model.Prediction;
import dev.retort.example.model.Sensor;
import dev.retort.example.model.SensorKind;
import dev.retort.example.model.SensorReading;
import dev.retort.example.model.User;
import dev.retort.example.model.UserRole;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The plant that an empty database is filled with, so that there is something to serve. */
public final class SamplePlant {

  private static final int READINGS_PER_SENSOR = 12;

  private final EntityManager em;
  private final Instant now;

  private SamplePlant(EntityManager em, Instant now) {
    this.em = em;
    this.now = now;
  }

  /**
   * Writes the sample if there is no machine yet. Processes that start at once write it once.
   *
   * @return whether it was written
   */
  public static boolean writeInto(EntityManagerFactory jpa, Instant now) {
    return jpa.callInTransaction(
        em -> {
          em.createNativeQuery("LOCK TABLE machines IN SHARE ROW EXCLUSIVE MODE").executeUpdate();
          long machines =
              em.createQuery("select count(m) from Machine m", Long.class).getSingleResult();
          if (machines > 0) {
            return false;
          }
          new SamplePlant(em, now.truncatedTo(ChronoUnit.SECONDS)).write();
          return true;
        });
  }

  private void write() {
    User ada = user("ada@plant.example", "Ada Lind", UserRole.ENGINEER);
    User ben = user("ben@plant.example", "Ben Okafor", UserRole.OPERATOR);

    Machine mill = machine("CNC-001", "CNC mill", "Hall A", MachineStatus.OPERATIONAL, "15.00");
    mill.scheduleMaintenance("every 500 h");
    mill.tags().addAll(List.of("critical", "line-1"));
    mill.responsible().addAll(List.of(ada, ben));
    sensor(mill, "spindle temperature", SensorKind.TEMPERATURE, "°C", "20", "85", "71.5", "0.8");
    sensor(mill, "spindle vibration", SensorKind.VIBRATION, "mm/s", "0", "4.5", "2.1", "0.24");
    predict(mill, "0.6240", "0.4810", 120, "bearing wear", 0.91);

    Machine press =
        machine("PRESS-001", "hydraulic press", "Hall B", MachineStatus.OPERATIONAL, "45.50");
    press.scheduleMaintenance("first Monday of the month");
    press.tags().add("line-2");
    press.responsible().add(ben);
    sensor(press, "oil pressure", SensorKind.PRESSURE, "bar", "150", "210", "188", "-0.5");
    predict(press, "0.1820", "0.0930", 640, "seal leak", 0.77);

    Machine robot =
        machine("WELD-001", "welding robot", "Hall A", MachineStatus.MAINTENANCE, "7.25");
    robot.responsible().add(ada);
    sensor(robot, "supply power", SensorKind.POWER, "kW", "0", "9", "0.4", "0");
    em.persist(
        new MaintenanceRecord(
                robot,
                ada,
                MaintenanceKind.CORRECTIVE,
                now.minus(2, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC),
                new BigDecimal("1240.00"))
            .noting("Wire feeder replaced.", LocalDateTime.ofInstant(now, ZoneOffset.UTC)));
  }

  private User user(String email, String name, UserRole role) {
    User user = new User(email, name, role);
    em.persist(user);
    return user;
  }

  private Machine machine(
      String code, String type, String location, MachineStatus status, String powerKw) {
    Machine machine = new Machine(code, type, location, status);
    machine.commission(LocalDate.of(2022, 1, 15), new BigDecimal(powerKw));
    em.persist(machine);
    return machine;
  }

  /** A sensor with readings five minutes apart, which go from a first value in equal steps. */
  private void sensor(
      Machine machine,
      String name,
      SensorKind kind,
      String unit,
      String low,
      String high,
      String first,
      String step) {
    OperatingRange range = new OperatingRange(new BigDecimal(low), new BigDecimal(high));
    Sensor sensor = new Sensor(machine, name, kind, unit, range);
    em.persist(sensor);
    for (int i = 0; i < READINGS_PER_SENSOR; i++) {
      Instant at = now.minus(5L * (READINGS_PER_SENSOR - 1 - i), ChronoUnit.MINUTES);
      BigDecimal value =
          new BigDecimal(first).add(new BigDecimal(step).multiply(BigDecimal.valueOf(i)));
      em.persist(new SensorReading(sensor, at, value));
    }
  }

  private void predict(
      Machine machine, String risk, String probability, int hours, String failure, double sure) {
    em.persist(
        new Prediction(
                machine, now, new BigDecimal(risk), new BigDecimal(probability), hours, "v1.0.0")
            .of(failure, sure));
  }
}
