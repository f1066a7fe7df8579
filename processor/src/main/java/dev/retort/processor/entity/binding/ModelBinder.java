package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.naming.NamingRules;
import dev.retort.processor.entity.relational.SchemaDraft;
import dev.retort.processor.entity.source.GeneratorClass;
import dev.retort.processor.entity.source.HibernateSettings;
import dev.retort.processor.entity.source.HibernateVersion;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.TypeShapes;
import dev.retort.processor.report.EnumValues;
import dev.retort.processor.report.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Maps a whole model in Hibernate's order, which decides what happens when two mappings meet in one
 * column: tables, identifiers, basic attributes, associations to one, collections, constraints.
 */
public final class ModelBinder {

  private final Reading reading;
  private final AttributeBinder attributes;
  private final HierarchyBinder hierarchies;
  private final IdentifierBinder identifiers;

  /**
   * A binder for one reading.
   *
   * @param generators what generator classes of the application need in the database
   * @param settings Hibernate's settings that change the schema
   * @param enumValues what the constants of an enum hold in a field, where it is known
   * @param findings takes what cannot be mapped
   */
  public ModelBinder(
      Elements elements,
      Types types,
      NamingRules naming,
      boolean beanValidation,
      HibernateVersion hibernate,
      Map<String, GeneratorClass> generators,
      HibernateSettings settings,
      EnumValues enumValues,
      List<Finding> findings) {
    this.reading =
        new Reading(
            new TypeShapes(elements, types),
            naming,
            beanValidation,
            hibernate,
            generators,
            settings,
            enumValues,
            findings);
    BasicBinder basics = new BasicBinder(reading);
    TableBinder tables = new TableBinder(reading);
    Joins joins = new Joins(reading);
    this.attributes = new AttributeBinder(reading, basics, joins, tables);
    this.hierarchies = new HierarchyBinder(reading, tables, basics, joins);
    this.identifiers = new IdentifierBinder(reading, attributes, basics, hierarchies);
  }

  /** Maps the given types. */
  public SchemaDraft bind(Collection<? extends TypeElement> managedTypes) {
    new EntityFinder(reading).register(managedTypes);
    List<EntityBinding> entities = new ArrayList<>(reading.entities.values());
    for (EntityBinding entity : entities) {
      reading.guarded(entity.type(), () -> hierarchies.createTable(entity));
    }
    Set<EntityBinding> failed = new HashSet<>();
    for (EntityBinding entity : entities) {
      if (entity.parent().isEmpty()) {
        failed.add(entity);
      }
      if (entity.parent().isEmpty() && entity.hasTable()) {
        reading.guarded(
            entity.type(),
            () -> {
              identifiers.bind(entity);
              failed.remove(entity);
            });
      }
    }
    for (EntityBinding entity : entities) {
      if (entity.hasTable() && !failed.contains(entity.root())) {
        bindAttributes(entity);
      }
    }
    reading.runPostponed();
    reading.formatted.warn();
    for (EntityBinding entity : entities) {
      if (entity.hasTable() && !failed.contains(entity.root())) {
        reading.comments.ofAttributes(entity);
      }
    }
    if (reading.beanValidation) {
      BeanValidation validation = new BeanValidation(reading, attributes);
      entities.stream()
          .filter(entity -> entity.hasTable() && !failed.contains(entity.root()))
          .forEach(validation::apply);
    }
    for (EntityBinding entity : entities) {
      if (entity.parent().isEmpty() && !failed.contains(entity)) {
        reading.guarded(entity.type(), () -> hierarchies.finish(entity));
      }
    }
    return reading.schema;
  }

  private void bindAttributes(EntityBinding entity) {
    Holder holder = hierarchies.holder(entity);
    for (Member member : hierarchies.members(entity)) {
      reading.guarded(
          member.element(),
          () -> {
            if (!identifiers.isId(entity, member)) {
              attributes.bind(holder, member);
            }
          });
    }
  }
}
