package dev.retort.example.model;

/** What a machine is doing. Revision b7d41e60c9f5 replaced a plain yes or no by it. */
public enum MachineStatus {
  OPERATIONAL,
  MAINTENANCE,
  OFFLINE
}
