package dev.retort.processor.entity;

import java.util.Collection;
import java.util.Map;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/**
 * Starts Hibernate. Loaded once with each version of it, see {@link HibernateLibrary}, so it knows
 * no other class of the tests.
 */
public final class HibernateStarter {

  /** Spring Boot's implicit strategy, which adds one rule to Hibernate's. */
  public static final class SpringImplicitNaming extends ImplicitNamingStrategyJpaCompliantImpl {

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

  private HibernateStarter() {}

  /** Starts and stops Hibernate with the entities, which it loads from the given loader. */
  public static void start(
      Map<String, Object> settings, Collection<String> names, ClassLoader entities)
      throws ClassNotFoundException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(entities);
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder(
                new BootstrapServiceRegistryBuilder().applyClassLoader(entities).build())
            .applySettings(settings)
            .build();
    try {
      MetadataSources sources = new MetadataSources(registry);
      for (String name : names) {
        sources.addAnnotatedClass(Class.forName(name, false, entities));
      }
      sources.buildMetadata().buildSessionFactory().close();
    } finally {
      StandardServiceRegistryBuilder.destroy(registry);
      thread.setContextClassLoader(before);
    }
  }
}
