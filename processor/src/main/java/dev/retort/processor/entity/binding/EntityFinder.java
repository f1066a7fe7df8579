package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.binding.EntityBinding.Strategy;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Sorts the managed types: entities with their hierarchies, embeddables, converters. */
final class EntityFinder {

  private final Reading reading;
  private final TypeRegistrations registrations;
  private final DefaultAccess access;

  EntityFinder(Reading reading) {
    this.reading = reading;
    this.registrations = new TypeRegistrations(reading);
    this.access = new DefaultAccess(reading.shapes, reading.hibernate);
  }

  /** Registers every managed type with the reading. */
  void register(Collection<? extends TypeElement> managedTypes) {
    for (TypeElement type : managedTypes) {
      if (AnnotationUse.isOn(type, Names.CONVERTER)) {
        reading.converters.add(type);
      }
      if (AnnotationUse.isOn(type, Names.EMBEDDABLE)) {
        reading.embeddables.add(type.getQualifiedName().toString());
        registerSubclass(type);
      }
      registerGenerators(type);
      registrations.read(type);
      registrations.read(reading.shapes.elements().getPackageOf(type));
    }
    for (TypeElement type : managedTypes) {
      if (AnnotationUse.isOn(type, Names.ENTITY)) {
        entity(type);
      }
    }
  }

  private void registerSubclass(TypeElement embeddable) {
    superclass(embeddable)
        .filter(superclass -> AnnotationUse.isOn(superclass, Names.EMBEDDABLE))
        .map(superclass -> superclass.getQualifiedName().toString())
        .ifPresent(
            superclass ->
                reading
                    .embeddableSubclasses
                    .computeIfAbsent(superclass, name -> new ArrayList<>())
                    .add(embeddable));
  }

  /** Generators that are seen from everywhere: those of packages, and before 7 all there are. */
  private void registerGenerators(TypeElement type) {
    registerGenerators((Element) reading.shapes.elements().getPackageOf(type));
    if (!reading.hibernate.isSeven()) {
      registerGenerators((Element) type);
      type.getEnclosedElements().forEach(this::registerGenerators);
    }
  }

  private void registerGenerators(Element place) {
    register(
        place, Names.SEQUENCE_GENERATOR, Names.SEQUENCE_GENERATORS, reading.sequenceGenerators);
    register(place, Names.TABLE_GENERATOR, Names.TABLE_GENERATORS, reading.tableGenerators);
    register(place, Names.GENERIC_GENERATOR, Names.GENERIC_GENERATORS, reading.genericGenerators);
  }

  private static void register(
      Element place, String annotation, String container, Map<String, AnnotationUse> known) {
    for (AnnotationUse use : AnnotationUse.allOn(place, annotation, container)) {
      known.putIfAbsent(use.string("name"), use);
    }
  }

  private EntityBinding entity(TypeElement type) {
    EntityBinding known = reading.entities.get(type.getQualifiedName().toString());
    if (known != null) {
      return known;
    }
    List<TypeElement> classes = new ArrayList<>(List.of(type));
    Optional<EntityBinding> parent = Optional.empty();
    Optional<TypeElement> current = superclass(type);
    while (current.isPresent() && parent.isEmpty()) {
      if (AnnotationUse.isOn(current.get(), Names.ENTITY)) {
        parent = Optional.of(entity(current.get()));
      } else if (AnnotationUse.isOn(current.get(), Names.MAPPED_SUPERCLASS)) {
        classes.add(0, current.get());
      }
      current = superclass(current.get());
    }
    EntityBinding entity =
        new EntityBinding(
            type,
            AnnotationUse.on(type, Names.ENTITY)
                .flatMap(use -> use.text("name"))
                .orElseGet(() -> defaultName(type)),
            parent,
            classes,
            access.of(type),
            parent.map(EntityBinding::strategy).orElseGet(() -> strategy(classes)));
    reading.entities.put(type.getQualifiedName().toString(), entity);
    return entity;
  }

  /** The class's name without its package; a nested class's with its outer class and a $. */
  private String defaultName(TypeElement type) {
    String binary = reading.shapes.elements().getBinaryName(type).toString();
    return binary.substring(binary.lastIndexOf('.') + 1);
  }

  private Optional<TypeElement> superclass(TypeElement type) {
    return reading.shapes.classOf(type.getSuperclass());
  }

  private static Strategy strategy(List<TypeElement> classes) {
    return classes.stream()
        .flatMap(type -> AnnotationUse.on(type, Names.INHERITANCE).stream())
        .map(use -> Strategy.valueOf(use.constant("strategy")))
        .reduce((first, last) -> last)
        .orElse(Strategy.SINGLE_TABLE);
  }
}
