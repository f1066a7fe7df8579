package dev.retort.processor.entity.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * An annotation on an element, read by name: the annotation's class is needed by the compiler, not
 * by the processor.
 *
 * <p>A member that is not written has its default; one that the annotation does not declare (an
 * older version of it) reads as empty, false, 0 or none, even where a class file that was compiled
 * with a newer version states it: reflection, by which Hibernate reads, passes over it too.
 *
 * @param mirror the annotation
 */
public record AnnotationUse(AnnotationMirror mirror) {

  /** The annotation of that name on the element itself; nothing is inherited. */
  public static Optional<AnnotationUse> on(Element element, String annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (nameOf(mirror).equals(annotation)) {
        return Optional.of(new AnnotationUse(mirror));
      }
    }
    return Optional.empty();
  }

  /** All annotations on the element itself. */
  public static List<AnnotationUse> all(Element element) {
    return element.getAnnotationMirrors().stream().map(AnnotationUse::new).toList();
  }

  public static boolean isOn(Element element, String annotation) {
    return on(element, annotation).isPresent();
  }

  /** All uses of a repeatable annotation, alone or inside its container. */
  public static List<AnnotationUse> allOn(Element element, String annotation, String container) {
    List<AnnotationUse> uses = new ArrayList<>();
    on(element, annotation).ifPresent(uses::add);
    on(element, container).ifPresent(all -> uses.addAll(all.annotations("value")));
    return uses;
  }

  /** The qualified name of the annotation's type. */
  public String name() {
    return nameOf(mirror);
  }

  /** The annotation's own type. */
  public TypeElement type() {
    return (TypeElement) mirror.getAnnotationType().asElement();
  }

  private static String nameOf(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  /** Whether the member is written out. */
  public boolean states(String member) {
    return stated(member).isPresent() && declared(member).isPresent();
  }

  /** The text, or empty. */
  public String string(String member) {
    return value(member).map(value -> value.getValue().toString()).orElse("");
  }

  /** The text where it is not blank. */
  public Optional<String> text(String member) {
    return Optional.of(string(member)).filter(text -> !text.isBlank());
  }

  public boolean bool(String member) {
    return value(member).map(AnnotationValue::getValue).orElse(false).equals(true);
  }

  public int integer(String member) {
    return value(member).map(AnnotationValue::getValue).orElse(0) instanceof Number number
        ? number.intValue()
        : 0;
  }

  /** The name of an enum constant, or empty. */
  public String constant(String member) {
    return value(member).map(AnnotationValue::getValue).orElse("")
            instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : "";
  }

  /** A class literal, unless it is void, the usual "not given". */
  public Optional<TypeMirror> type(String member) {
    return value(member)
        .map(AnnotationValue::getValue)
        .filter(TypeMirror.class::isInstance)
        .map(TypeMirror.class::cast)
        .filter(type -> type.getKind() != TypeKind.VOID);
  }

  /** Class literals. */
  public List<TypeMirror> types(String member) {
    return list(member).stream()
        .map(AnnotationValue::getValue)
        .filter(TypeMirror.class::isInstance)
        .map(TypeMirror.class::cast)
        .toList();
  }

  /** A nested annotation. */
  public Optional<AnnotationUse> annotation(String member) {
    return value(member)
        .map(AnnotationValue::getValue)
        .filter(AnnotationMirror.class::isInstance)
        .map(value -> new AnnotationUse((AnnotationMirror) value));
  }

  /** Nested annotations. */
  public List<AnnotationUse> annotations(String member) {
    return list(member).stream()
        .map(AnnotationValue::getValue)
        .filter(AnnotationMirror.class::isInstance)
        .map(value -> new AnnotationUse((AnnotationMirror) value))
        .toList();
  }

  public List<String> strings(String member) {
    return list(member).stream().map(value -> value.getValue().toString()).toList();
  }

  /** The value as the compiler has it, to show a problem at. */
  public Optional<AnnotationValue> value(String member) {
    return declared(member)
        .flatMap(method -> stated(member).or(() -> Optional.ofNullable(method.getDefaultValue())));
  }

  private Optional<AnnotationValue> stated(String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  private Optional<ExecutableElement> declared(String member) {
    for (ExecutableElement method :
        ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements())) {
      if (method.getSimpleName().contentEquals(member)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }

  private List<AnnotationValue> list(String member) {
    List<AnnotationValue> values = new ArrayList<>();
    if (value(member).map(AnnotationValue::getValue).orElse(null) instanceof List<?> list) {
      for (Object item : list) {
        values.add((AnnotationValue) item);
      }
    }
    return values;
  }
}
