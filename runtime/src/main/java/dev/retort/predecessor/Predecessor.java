package dev.retort.predecessor;

import java.util.List;
import java.util.Locale;

/** A tool that migrated a database before Retort. */
public enum Predecessor {
  /** Flyway's {@code flyway_schema_history}. */
  FLYWAY("Flyway"),
  /** Liquibase's {@code databasechangelog} and its lock. */
  LIQUIBASE("Liquibase"),
  /** Alembic's {@code alembic_version}. */
  ALEMBIC("Alembic");

  private final String title;

  Predecessor(String title) {
    this.title = title;
  }

  /** The name of the tool. */
  public String title() {
    return title;
  }

  /** The word by which commands know it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tables that it keeps, as it names them unless told otherwise; the first is its history. */
  public List<String> tables() {
    return switch (this) {
      case FLYWAY -> List.of("flyway_schema_history");
      case LIQUIBASE -> List.of("databasechangelog", "databasechangeloglock");
      case ALEMBIC -> List.of("alembic_version");
    };
  }
}
