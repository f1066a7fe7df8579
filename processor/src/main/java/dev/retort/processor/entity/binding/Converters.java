package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.source.TypeShapes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Which attribute converter applies to an attribute, and to what type it converts. */
final class Converters {

  /**
   * A converter that applies.
   *
   * @param name its class
   * @param target the type that is stored
   */
  record Applied(String name, TypeMirror target) {}

  /** A converter that is applied to all attributes of a type. */
  private record AutoApplied(TypeMirror domain, Applied converter) {}

  private final TypeShapes shapes;
  private final List<AutoApplied> autoApplied = new ArrayList<>();
  private final Map<String, Applied> registered = new LinkedHashMap<>();

  Converters(TypeShapes shapes) {
    this.shapes = shapes;
  }

  /** Takes note of a class annotated with {@code @Converter}. */
  void add(TypeElement converter) {
    boolean autoApply =
        AnnotationUse.on(converter, Names.CONVERTER)
            .filter(use -> use.bool("autoApply"))
            .isPresent();
    List<TypeMirror> arguments = argumentsOf(converter.asType());
    if (autoApply && arguments.size() == 2) {
      autoApplied.add(
          new AutoApplied(
              arguments.get(0),
              new Applied(converter.getQualifiedName().toString(), arguments.get(1))));
    }
  }

  /** Takes note of a converter that {@code @ConverterRegistration} names. */
  void add(TypeMirror converter, AnnotationUse registration) {
    List<TypeMirror> arguments = argumentsOf(converter);
    if (registration.bool("autoApply") && arguments.size() == 2) {
      TypeMirror domain = registration.type("domainType").orElse(arguments.get(0));
      registered.put(
          TypeShapes.unboxed(shapes.nameOf(domain)),
          new Applied(shapes.nameOf(converter), arguments.get(1)));
    }
  }

  /**
   * The converter for a value of an attribute.
   *
   * @param part what of the attribute: empty for its value, {@code key} or {@code value} for a
   *     map's
   */
  Optional<Applied> of(Member member, TypeMirror type, String part) {
    return of(member, type, part, Optional.empty());
  }

  /**
   * The converter for a value of an attribute.
   *
   * @param outer a {@code @Convert} further out that names the attribute
   */
  Optional<Applied> of(Member member, TypeMirror type, String part, Optional<AnnotationUse> outer) {
    if (outer.isPresent()) {
      return outer.get().bool("disableConversion")
          ? Optional.empty()
          : outer.get().type("converter").flatMap(this::applied);
    }
    for (AnnotationUse use : AnnotationUse.allOn(member.element(), Names.CONVERT, Names.CONVERTS)) {
      if (use.string("attributeName").equals(part)) {
        if (use.bool("disableConversion")) {
          return Optional.empty();
        }
        Optional<Applied> stated = use.type("converter").flatMap(this::applied);
        if (stated.isPresent()) {
          return stated;
        }
      }
    }
    boolean excluded =
        member.has(Names.ID)
            || member.has(Names.VERSION)
            || member.has(Names.ENUMERATED)
            || member.has(Names.TEMPORAL);
    return excluded ? Optional.empty() : autoApplied(type);
  }

  /** One that is registered for the class counts before those that fit the type. */
  private Optional<Applied> autoApplied(TypeMirror type) {
    return Optional.ofNullable(registered.get(TypeShapes.unboxed(shapes.nameOf(type))))
        .or(
            () ->
                autoApplied.stream()
                    .filter(each -> fits(type, each.domain()))
                    .map(AutoApplied::converter)
                    .findFirst());
  }

  /**
   * Whether values of the type are ones of a converter's: of the class or one that extends it, and
   * with the same arguments where the converter has some (Hibernate's {@code typesMatch}).
   */
  private boolean fits(TypeMirror type, TypeMirror domain) {
    String name = shapes.nameOf(domain);
    boolean sameClass = TypeShapes.unboxed(shapes.nameOf(type)).equals(TypeShapes.unboxed(name));
    if (!sameClass && !shapes.isA(type, name)) {
      return false;
    }
    List<TypeMirror> wanted = shapes.argumentsAs(domain, name);
    if (wanted.isEmpty()) {
      return true;
    }
    List<TypeMirror> given = shapes.argumentsAs(type, name);
    return given.size() == wanted.size()
        && IntStream.range(0, wanted.size()).allMatch(i -> fits(given.get(i), wanted.get(i)));
  }

  /** A converter class with the type that it stores; empty where it does not say. */
  Optional<Applied> applied(TypeMirror converter) {
    List<TypeMirror> arguments = argumentsOf(converter);
    return arguments.size() == 2
        ? Optional.of(new Applied(shapes.nameOf(converter), arguments.get(1)))
        : Optional.empty();
  }

  private List<TypeMirror> argumentsOf(TypeMirror converter) {
    return shapes.argumentsAs(converter, Names.ATTRIBUTE_CONVERTER);
  }
}
