package dev.retort.processor.entity;

import static java.util.Objects.requireNonNull;

/**
 * The choices that an application makes for Hibernate in its configuration, which annotations do
 * not show.
 *
 * @param naming how table and column names are derived
 * @param beanValidation whether Bean Validation's constraints shape the schema: Hibernate applies
 *     them when a validation provider is on the application's class path and {@code
 *     jakarta.persistence.validation.mode} has not turned it off
 */
public record MappingOptions(Naming naming, boolean beanValidation) {

  /** The pairs of naming strategies that are known. */
  public enum Naming {
    /** Hibernate's own defaults: names as Jakarta Persistence states them. */
    JPA,
    /**
     * Spring Boot's: {@code CamelCaseToUnderscoresNamingStrategy} and {@code
     * SpringImplicitNamingStrategy}.
     */
    SPRING
  }

  public MappingOptions {
    requireNonNull(naming, "naming");
  }

  /** The given naming, without Bean Validation. */
  public static MappingOptions of(Naming naming) {
    return new MappingOptions(naming, false);
  }

  public MappingOptions withBeanValidation(boolean applied) {
    return new MappingOptions(naming, applied);
  }
}
