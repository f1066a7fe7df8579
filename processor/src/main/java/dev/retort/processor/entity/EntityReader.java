package dev.retort.processor.entity;

import static java.util.Objects.requireNonNull;

import dev.retort.processor.entity.binding.ModelBinder;
import dev.retort.processor.entity.naming.NamingRules;
import dev.retort.processor.entity.source.ImplicitNaming;
import dev.retort.processor.entity.source.PhysicalNaming;
import dev.retort.processor.report.EnumValues;
import dev.retort.processor.report.Finding;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads entity classes into the schema that Hibernate ORM would create for them on PostgreSQL,
 * without starting Hibernate and without its classes: 7.4, or 6.6 if the options say so.
 *
 * <p>Holds no state between readings; not for several threads, as the compiler's own utilities are
 * not.
 */
public final class EntityReader {

  private final Elements elements;
  private final Types types;
  private final MappingOptions options;
  private final EnumValues enumValues;

  /** A reader that does not know what the constants of enums hold. */
  public EntityReader(Elements elements, Types types, MappingOptions options) {
    this(elements, types, options, EnumValues.UNKNOWN);
  }

  /**
   * A reader.
   *
   * @param enumValues knows what the constants of enums hold, for {@code @EnumeratedValue}
   */
  public EntityReader(
      Elements elements, Types types, MappingOptions options, EnumValues enumValues) {
    this.enumValues = requireNonNull(enumValues, "enumValues");
    this.elements = requireNonNull(elements, "elements");
    this.types = requireNonNull(types, "types");
    this.options = requireNonNull(options, "options");
  }

  /**
   * Reads the model. What cannot be read is a finding at its element; the rest is read all the
   * same.
   *
   * @param managedTypes every entity, embeddable, mapped superclass and converter; others are
   *     ignored
   */
  public EntityModel read(Collection<? extends TypeElement> managedTypes) {
    return read(managedTypes, List.of());
  }

  /**
   * Reads the model, as {@link #read(Collection)} does.
   *
   * @param packages those that declare views, functions or triggers and hold none of the types
   */
  public EntityModel read(
      Collection<? extends TypeElement> managedTypes, Collection<PackageElement> packages) {
    boolean spring = options.naming() == MappingOptions.Naming.SPRING;
    NamingRules naming =
        new NamingRules(
            options
                .settings()
                .implicitNaming()
                .orElse(spring ? ImplicitNaming.SPRING : ImplicitNaming.JPA),
            options
                .settings()
                .physicalNaming()
                .orElse(spring ? PhysicalNaming.SNAKE_CASE : PhysicalNaming.STANDARD),
            options.hibernate());
    OriginMap origins = new OriginMap();
    List<Finding> findings = new ArrayList<>();
    Schema schema =
        new ModelBinder(
                elements,
                types,
                naming,
                options.beanValidation(),
                options.hibernate(),
                options.generators(),
                options.settings(),
                enumValues,
                findings)
            .bind(managedTypes)
            .finish(origins, findings);
    findings.addAll(RelationNameClashes.in(schema, origins.asMap()));
    DeclaredObjects objects = new DeclaredObjects(schema, origins.objects(), findings);
    objects.read(managedTypes, packages, elements);
    return new EntityModel(
        objects.schema(),
        origins.asMap(),
        FormerNames.of(origins.asMap(), naming),
        objects.places(),
        findings,
        origins.numbered());
  }
}
