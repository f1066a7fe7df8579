package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Members;
import dev.retort.processor.entity.source.TypeShapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds Bean Validation's constraints (Jakarta Validation 3.1, sections 3 and 5). */
final class Constraints {

  private static final String CONSTRAINT = "jakarta.validation.Constraint";
  private static final String VALID = "jakarta.validation.Valid";
  private static final String DEFAULT_GROUP = "jakarta.validation.groups.Default";
  private static final String OVERRIDES = "jakarta.validation.OverridesAttribute";
  private static final String COMPOSITION =
      "org.hibernate.validator.constraints.ConstraintComposition";

  /**
   * A constraint at a property.
   *
   * @param use the annotation
   * @param overridden the values that a composed constraint gives to this part of it
   */
  record Constraint(AnnotationUse use, Map<String, AnnotationValue> overridden) {

    String name() {
      return use.name();
    }

    /** A whole number among the constraint's attributes. */
    long number(String attribute) {
      return value(attribute).map(AnnotationValue::getValue).orElse(0) instanceof Number number
          ? number.longValue()
          : 0;
    }

    private Optional<AnnotationValue> value(String attribute) {
      return Optional.ofNullable(overridden.get(attribute)).or(() -> use.value(attribute));
    }

    /** Whether one of the composing constraints is enough (Hibernate Validator). */
    boolean isAnyOf() {
      return composing().size() > 1
          && AnnotationUse.on(use.type(), COMPOSITION)
              .filter(composition -> composition.constant("value").equals("OR"))
              .isPresent();
    }

    /** The constraints that this one consists of, with the attributes that it hands down. */
    List<Constraint> composing() {
      List<Constraint> parts = new ArrayList<>();
      Map<String, Integer> seen = new HashMap<>();
      for (AnnotationUse part : uses(use.type())) {
        int index = seen.merge(part.name(), 1, Integer::sum) - 1;
        parts.add(new Constraint(part, handedDown(part.name(), index)));
      }
      return parts;
    }

    private Map<String, AnnotationValue> handedDown(String part, int index) {
      Map<String, AnnotationValue> values = new HashMap<>();
      for (ExecutableElement attribute :
          ElementFilter.methodsIn(use.type().getEnclosedElements())) {
        for (AnnotationUse override :
            AnnotationUse.allOn(attribute, OVERRIDES, OVERRIDES + ".List")) {
          int wanted = override.integer("constraintIndex");
          boolean meant =
              override.type("constraint").filter(type -> type.toString().equals(part)).isPresent()
                  && (wanted < 0 || wanted == index);
          if (meant) {
            String own = attribute.getSimpleName().toString();
            value(own).ifPresent(v -> values.put(override.text("name").orElse(own), v));
          }
        }
      }
      return values;
    }
  }

  private final TypeShapes shapes;

  Constraints(TypeShapes shapes) {
    this.shapes = shapes;
  }

  /** Where constraints of a property can stand: fields and getters, inherited ones too. */
  List<Element> places(TypeElement type, String property) {
    List<Element> places = new ArrayList<>();
    for (TypeElement current : family(type)) {
      for (Element member : current.getEnclosedElements()) {
        boolean named =
            member.getKind().isField()
                ? member.getSimpleName().contentEquals(property)
                : member instanceof ExecutableElement method
                    && Members.propertyOf(method).equals(property);
        if (named) {
          places.add(member);
        }
      }
    }
    return places;
  }

  /** The constraints of the default group. */
  List<Constraint> at(List<Element> places) {
    List<Constraint> found = new ArrayList<>();
    for (Element place : places) {
      for (AnnotationUse use : uses(place)) {
        List<TypeMirror> groups = use.types("groups");
        if (groups.isEmpty() || groups.stream().anyMatch(g -> g.toString().equals(DEFAULT_GROUP))) {
          found.add(new Constraint(use, Map.of()));
        }
      }
    }
    return found;
  }

  boolean isCascaded(List<Element> places) {
    return places.stream().anyMatch(place -> AnnotationUse.isOn(place, VALID));
  }

  /** The constraint annotations on an element, those in a {@code List} container too. */
  private static List<AnnotationUse> uses(Element element) {
    List<AnnotationUse> uses = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      AnnotationUse use = new AnnotationUse(mirror);
      if (AnnotationUse.isOn(use.type(), CONSTRAINT)) {
        uses.add(use);
      } else {
        use.annotations("value").stream()
            .filter(inner -> AnnotationUse.isOn(inner.type(), CONSTRAINT))
            .forEach(uses::add);
      }
    }
    return uses;
  }

  /** The class with its superclasses and all interfaces. */
  private Set<TypeElement> family(TypeElement type) {
    Set<TypeElement> all = new LinkedHashSet<>();
    collect(type, all);
    return all;
  }

  private void collect(TypeElement type, Set<TypeElement> all) {
    if (all.add(type)) {
      shapes.classOf(type.getSuperclass()).ifPresent(superclass -> collect(superclass, all));
      for (TypeMirror superinterface : type.getInterfaces()) {
        shapes.classOf(superinterface).ifPresent(each -> collect(each, all));
      }
    }
  }
}
