package dev.retort.processor.entity.source;

import java.util.Map;

/** What things are called that nobody named (Hibernate's implicit naming strategies). */
public enum ImplicitNaming {
  /** Hibernate's default. */
  JPA,
  /** As Jakarta Persistence was read once: after tables, not entities. */
  LEGACY_JPA,
  /** After the whole path of an attribute. */
  COMPONENT_PATH,
  /** Spring Boot's: join tables after the property. */
  SPRING;

  private static final String PACKAGE = "org.hibernate.boot.model.naming.ImplicitNamingStrategy";

  /** The classes that are known, and Hibernate's short names of them. */
  static final Map<String, ImplicitNaming> NAMES =
      Map.of(
          "default",
          JPA,
          "jpa",
          JPA,
          PACKAGE + "JpaCompliantImpl",
          JPA,
          "legacy-jpa",
          LEGACY_JPA,
          PACKAGE + "LegacyJpaImpl",
          LEGACY_JPA,
          "component-path",
          COMPONENT_PATH,
          PACKAGE + "ComponentPathImpl",
          COMPONENT_PATH,
          "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy",
          SPRING,
          "org.springframework.boot.hibernate.SpringImplicitNamingStrategy",
          SPRING);
}
