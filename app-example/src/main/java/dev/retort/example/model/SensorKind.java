package dev.retort.example.model;

/** What a sensor measures. */
public enum SensorKind {
  TEMPERATURE,
  VIBRATION,
  PRESSURE,
  POWER
}
