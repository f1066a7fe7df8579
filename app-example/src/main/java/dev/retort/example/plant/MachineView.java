package dev.retort.example.plant;

import dev.retort.example.model.MachineStatus;
import dev.retort.example.model.SensorKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A machine as the API shows it, with the latest reading of each of its sensors. */
public record MachineView(
    String code,
    String machineType,
    String location,
    MachineStatus status,
    Optional<String> maintenanceSchedule,
    Optional<BigDecimal> ratedPowerKw,
    Optional<LocalDate> commissionedOn,
    List<String> tags,
    List<String> responsible,
    List<Reading> readings) {

  /** The latest value of a sensor. */
  public record Reading(
      String sensor,
      SensorKind kind,
      BigDecimal value,
      String unit,
      Instant recordedAt,
      boolean inRange) {}
}
