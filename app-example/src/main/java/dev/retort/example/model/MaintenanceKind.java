package dev.retort.example.model;

/** Why maintenance was done. */
public enum MaintenanceKind {
  INSPECTION,
  PREVENTIVE,
  CORRECTIVE
}
