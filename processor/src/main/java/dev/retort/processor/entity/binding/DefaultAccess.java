package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.HibernateVersion;
import dev.retort.processor.entity.source.Members;
import dev.retort.processor.entity.source.Members.AccessType;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.source.TypeShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Whether the fields or the getters of an entity and its mapped superclasses are mapped, where
 * neither a class nor a member says so itself: {@code determineDefaultAccessType} of Hibernate's
 * {@code InheritanceState}.
 */
final class DefaultAccess {

  private static final String PERSISTENCE = "jakarta.persistence.";

  /** Of Jakarta Persistence, and all the same no mapping. */
  private static final Set<String> NO_MAPPING =
      Set.of(
          "Access",
          "PostLoad",
          "PostPersist",
          "PostRemove",
          "PostUpdate",
          "PrePersist",
          "PreRemove",
          "PreUpdate",
          "Transient");

  private final TypeShapes shapes;
  private final HibernateVersion hibernate;

  DefaultAccess(TypeShapes shapes, HibernateVersion hibernate) {
    this.shapes = shapes;
    this.hibernate = hibernate;
  }

  /** The default of an entity class. */
  AccessType of(TypeElement entity) {
    List<TypeElement> classes = new ArrayList<>();
    Optional<TypeElement> current = Optional.of(entity);
    while (current.isPresent()) {
      classes.add(current.get());
      current = shapes.classOf(current.get().getSuperclass());
    }
    return hibernate.isSeven() ? inSeven(classes) : beforeSeven(classes);
  }

  /** The id decides wherever nothing says {@code @Access}, then any other annotated member. */
  private static AccessType inSeven(List<TypeElement> classes) {
    Optional<AccessType> ofId =
        first(
            classes.stream()
                .filter(type -> isManaged(type) && !AnnotationUse.isOn(type, Names.ACCESS)),
            type -> gettersFirst(type, member -> isId(member) && saysNothing(member)));
    Stream<TypeElement> mapped =
        Stream.concat(
            Stream.concat(classes.stream().limit(1), root(classes).stream()),
            classes.stream()
                .skip(1)
                .filter(type -> AnnotationUse.isOn(type, Names.MAPPED_SUPERCLASS)));
    return ofId.or(() -> first(mapped, DefaultAccess::ofMembers)).orElse(AccessType.PROPERTY);
  }

  /** What the topmost class says counts for all, then the id's place, whatever stands there. */
  private static AccessType beforeSeven(List<TypeElement> classes) {
    TypeElement top = classes.get(classes.size() - 1);
    if (isManaged(top) && AnnotationUse.isOn(top, Names.ACCESS)) {
      return Members.accessOf(top, AccessType.FIELD);
    }
    return first(
            classes.stream().filter(DefaultAccess::isManaged),
            type -> gettersFirst(type, DefaultAccess::isId))
        .orElse(AccessType.FIELD);
  }

  private static Optional<AccessType> first(
      Stream<TypeElement> classes, Function<TypeElement, Optional<AccessType>> rule) {
    return classes.map(rule).flatMap(Optional::stream).findFirst();
  }

  private static Optional<TypeElement> root(List<TypeElement> classes) {
    return classes.stream()
        .filter(type -> AnnotationUse.isOn(type, Names.ENTITY))
        .reduce((lower, upper) -> upper);
  }

  private static Optional<AccessType> gettersFirst(TypeElement type, Predicate<Element> rule) {
    if (hasGetter(type, rule)) {
      return Optional.of(AccessType.PROPERTY);
    }
    return hasField(type, rule) ? Optional.of(AccessType.FIELD) : Optional.empty();
  }

  private static Optional<AccessType> ofMembers(TypeElement type) {
    Predicate<Element> rule = member -> isMapped(member) && saysNothing(member);
    if (hasField(type, rule)) {
      return Optional.of(AccessType.FIELD);
    }
    return hasGetter(type, rule) ? Optional.of(AccessType.PROPERTY) : Optional.empty();
  }

  private static boolean hasField(TypeElement type, Predicate<Element> rule) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream().anyMatch(rule);
  }

  private static boolean hasGetter(TypeElement type, Predicate<Element> rule) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .anyMatch(method -> !Members.propertyOf(method).isEmpty() && rule.test(method));
  }

  private static boolean isManaged(TypeElement type) {
    return AnnotationUse.isOn(type, Names.ENTITY)
        || AnnotationUse.isOn(type, Names.MAPPED_SUPERCLASS);
  }

  private static boolean isId(Element member) {
    return AnnotationUse.isOn(member, Names.ID) || AnnotationUse.isOn(member, Names.EMBEDDED_ID);
  }

  private static boolean saysNothing(Element member) {
    return !AnnotationUse.isOn(member, Names.ACCESS)
        && !AnnotationUse.isOn(member, Names.TRANSIENT);
  }

  private static boolean isMapped(Element member) {
    return AnnotationUse.all(member).stream()
        .map(AnnotationUse::name)
        .anyMatch(
            name ->
                name.startsWith(PERSISTENCE)
                    && !NO_MAPPING.contains(name.substring(PERSISTENCE.length())));
  }
}
