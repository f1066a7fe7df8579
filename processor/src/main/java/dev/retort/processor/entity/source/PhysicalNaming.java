package dev.retort.processor.entity.source;

import java.util.Map;

/** What becomes of a name on its way to the database (Hibernate's physical naming strategies). */
public enum PhysicalNaming {
  /** Nothing. */
  STANDARD,
  /** {@code camelCase} becomes {@code snake_case}. */
  SNAKE_CASE;

  private static final String PACKAGE = "org.hibernate.boot.model.naming.";

  /** The classes that are known. */
  static final Map<String, PhysicalNaming> NAMES =
      Map.of(
          PACKAGE + "PhysicalNamingStrategyStandardImpl",
          STANDARD,
          PACKAGE + "CamelCaseToUnderscoresNamingStrategy",
          SNAKE_CASE,
          PACKAGE + "PhysicalNamingStrategySnakeCaseImpl",
          SNAKE_CASE);
}
