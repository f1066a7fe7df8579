package dev.retort.processor.entity;

import dev.retort.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hibernate itself: creates the schema of compiled entities, or checks one against them. */
final class HibernateOracle {

  /** Spring Boot's implicit strategy as the tests have it. */
  private static final String SPRING = HibernateStarter.class.getName() + "$SpringImplicitNaming";

  private final HibernateLibrary library;
  private final List<Path> classPath;
  private final Collection<String> names;
  private final MappingOptions options;

  /**
   * Hibernate with a model.
   *
   * @param classPath where the entities are, and what they need beside Hibernate
   * @param names the binary names of the classes of the model
   */
  HibernateOracle(
      HibernateLibrary library,
      List<Path> classPath,
      Collection<String> names,
      MappingOptions options) {
    this.library = library;
    this.classPath = classPath;
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

  /** Has Hibernate update the schema that is there, as far as it does. */
  void update(TestDatabase database) throws Exception {
    start(database, "update");
  }

  private void start(TestDatabase database, String action) throws Exception {
    Map<String, Object> settings = new HashMap<>(options.settings().values());
    settings.put("hibernate.connection.url", database.url());
    settings.put("hibernate.connection.username", database.user());
    settings.put("hibernate.connection.password", database.password());
    settings.put("hibernate.hbm2ddl.auto", action);
    // For version 18 Hibernate makes generated columns virtual, for all before it stored ones.
    settings.put("jakarta.persistence.database-major-version", 17);
    // What PostgreSQL refuses, Hibernate's users do without as well.
    settings.put("hibernate.hbm2ddl.halt_on_error", false);
    settings.put("hibernate.query.startup_check", false);
    // Listeners have no part in the schema, and may want an application around them.
    settings.put("hibernate.jpa_callbacks.enabled", false);
    settings.put("jakarta.persistence.create-database-schemas", true);
    settings.put("jakarta.persistence.validation.mode", options.beanValidation() ? "ddl" : "none");
    if (options.naming() == MappingOptions.Naming.SPRING) {
      settings.putIfAbsent(
          "hibernate.physical_naming_strategy",
          "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy");
      settings.putIfAbsent("hibernate.implicit_naming_strategy", SPRING);
    }
    if (String.valueOf(settings.get("hibernate.implicit_naming_strategy"))
        .startsWith("org.springframework.")) {
      settings.put("hibernate.implicit_naming_strategy", SPRING);
    }
    try (URLClassLoader entities =
        new URLClassLoader(HibernateLibrary.urls(classPath), library.loader())) {
      library.starter().invoke(null, settings, names, entities);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception failure ? failure : e;
    }
  }
}
