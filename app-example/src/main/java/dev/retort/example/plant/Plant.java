package dev.retort.example.plant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.retort.example.model.Machine;
import dev.retort.example.model.Prediction;
import dev.retort.example.model.SensorReading;
import dev.retort.example.model.User;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;

/** Reads the plant. Safe for use by several threads. */
public final class Plant {

  private final EntityManagerFactory jpa;

  public Plant(EntityManagerFactory jpa) {
    this.jpa = jpa;
  }

  /** All machines, by code. */
  public List<MachineView> machines() {
    return jpa.callInTransaction(
        em -> {
          Map<Long, List<MachineView.Reading>> readings = latestReadings(em);
          return em
              .createQuery(
                  "select m from Machine m left join fetch m.tags left join fetch m.responsible"
                      + " order by m.code",
                  Machine.class)
              .getResultList()
              .stream()
              .map(machine -> view(machine, readings.getOrDefault(machine.id(), List.of())))
              .toList();
        });
  }

  /** All predictions, the newest first. */
  public List<PredictionView> predictions() {
    return jpa.callInTransaction(
        em ->
            em
                .createQuery(
                    "select p from Prediction p join fetch p.machine"
                        + " order by p.predictedAt desc, p.machine.code",
                    Prediction.class)
                .getResultList()
                .stream()
                .map(Plant::view)
                .toList());
  }

  private static Map<Long, List<MachineView.Reading>> latestReadings(EntityManager em) {
    return em
        .createQuery(
            "select r from SensorReading r join fetch r.sensor s where r.recordedAt ="
                + " (select max(l.recordedAt) from SensorReading l where l.sensor = s)"
                + " order by s.name",
            SensorReading.class)
        .getResultList()
        .stream()
        .collect(groupingBy(r -> r.sensor().machine().id(), mapping(Plant::view, toList())));
  }

  private static MachineView view(Machine machine, List<MachineView.Reading> readings) {
    return new MachineView(
        machine.code(),
        machine.machineType(),
        machine.location(),
        machine.status(),
        machine.maintenanceSchedule(),
        machine.ratedPowerKw(),
        machine.commissionedOn(),
        machine.tags().stream().sorted().toList(),
        machine.responsible().stream().map(User::displayName).sorted().toList(),
        readings);
  }

  private static MachineView.Reading view(SensorReading reading) {
    return new MachineView.Reading(
        reading.sensor().name(),
        reading.sensor().kind(),
        reading.measuredValue(),
        reading.sensor().unit(),
        reading.recordedAt(),
        reading.sensor().range().contains(reading.measuredValue()));
  }

  private static PredictionView view(Prediction prediction) {
    return new PredictionView(
        prediction.machine().code(),
        prediction.predictedAt(),
        prediction.riskScore(),
        prediction.failureProbability(),
        prediction.hoursToMaintenance(),
        prediction.failureType(),
        prediction.confidence(),
        prediction.modelVersion());
  }
}
