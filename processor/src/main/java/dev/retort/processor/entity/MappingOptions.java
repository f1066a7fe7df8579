package dev.retort.processor.entity;

import static java.util.Objects.requireNonNull;

import dev.retort.processor.entity.source.GeneratorClass;
import dev.retort.processor.entity.source.HibernateSettings;
import dev.retort.processor.entity.source.HibernateVersion;
import java.util.Map;

/**
 * The choices that an application makes for Hibernate in its configuration, which annotations do
 * not show.
 *
 * @param naming how table and column names are derived
 * @param beanValidation whether Bean Validation's constraints shape the schema: Hibernate applies
 *     them when a validation provider is on the application's class path and {@code
 *     jakarta.persistence.validation.mode} has not turned it off
 * @param hibernate the version whose rules apply
 * @param generators what generator classes of the application need in the database, by their names
 * @param settings Hibernate's settings that change the schema
 */
public record MappingOptions(
    Naming naming,
    boolean beanValidation,
    HibernateVersion hibernate,
    Map<String, GeneratorClass> generators,
    HibernateSettings settings) {

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
    requireNonNull(hibernate, "hibernate");
    requireNonNull(settings, "settings");
    generators = Map.copyOf(generators);
  }

  /** The given naming, without Bean Validation, in Hibernate 7. */
  public static MappingOptions of(Naming naming) {
    return new MappingOptions(naming, false, HibernateVersion.V7, Map.of(), HibernateSettings.NONE);
  }

  public MappingOptions withBeanValidation(boolean applied) {
    return new MappingOptions(naming, applied, hibernate, generators, settings);
  }

  public MappingOptions withHibernate(HibernateVersion version) {
    return new MappingOptions(naming, beanValidation, version, generators, settings);
  }

  public MappingOptions withGenerators(Map<String, GeneratorClass> classes) {
    return new MappingOptions(naming, beanValidation, hibernate, classes, settings);
  }

  public MappingOptions withSettings(HibernateSettings made) {
    return new MappingOptions(naming, beanValidation, hibernate, generators, made);
  }
}
