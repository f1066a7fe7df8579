package dev.retort.processor.entity;

import dev.retort.testing.TestDatabase;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** Hibernate itself: creates the schema of compiled entities, or checks one against them. */
final class HibernateOracle {

  /** Spring Boot's implicit strategy, which adds one rule to Hibernate's. */
  static final class SpringImplicitNaming extends ImplicitNamingStrategyJpaCompliantImpl {

    private static final long serialVersionUID = 1L;

    @Override
    public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
      return toIdentifier(
          source.getOwningPhysicalTableName()
              + "_"
              + source.getAssociationOwningAttributePath().getProperty(),
          source.getBuildingContext());
    }
  }

  private final Path classes;
  private final Collection<String> names;
  private final MappingOptions options;

  HibernateOracle(Path classes, Collection<String> names, MappingOptions options) {
    this.classes = classes;
    this.names = names;
    this.options = options;
  }

  /** Has Hibernate create its schema. */
  void create(TestDatabase database) throws Exception {
    start(database, "create-only");
  }

  /** Has Hibernate check the schema that is there; throws where it misses something. */
  void validate(TestDatabase database) throws Exception {
    start(database, "validate");
  }

  private void start(TestDatabase database, String action) throws Exception {
    Map<String, Object> settings = new HashMap<>();
    settings.put("hibernate.connection.url", database.url());
    settings.put("hibernate.connection.username", database.user());
    settings.put("hibernate.connection.password", database.password());
    settings.put("hibernate.hbm2ddl.auto", action);
    settings.put("hibernate.hbm2ddl.halt_on_error", true);
    settings.put("jakarta.persistence.create-database-schemas", true);
    settings.put("jakarta.persistence.validation.mode", options.beanValidation() ? "ddl" : "none");
    if (options.naming() == MappingOptions.Naming.SPRING) {
      settings.put(
          "hibernate.physical_naming_strategy",
          "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy");
      settings.put("hibernate.implicit_naming_strategy", new SpringImplicitNaming());
    }
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      StandardServiceRegistry registry =
          new StandardServiceRegistryBuilder(
                  new BootstrapServiceRegistryBuilder().applyClassLoader(loader).build())
              .applySettings(settings)
              .build();
      try {
        MetadataSources sources = new MetadataSources(registry);
        for (String name : names) {
          sources.addAnnotatedClass(Class.forName(name, false, loader));
        }
        sources.buildMetadata().buildSessionFactory().close();
      } finally {
        StandardServiceRegistryBuilder.destroy(registry);
      }
    }
  }
}
