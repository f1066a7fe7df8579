package dev.retort.processor.entity.source;

import dev.retort.processor.entity.source.Members.AccessType;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A persistent field or property of a class.
 *
 * @param name the attribute's name
 * @param type its type, with the class's type variables resolved
 * @param element the field or getter that carries the annotations
 */
public record Member(String name, TypeMirror type, Element element) {

  /** The type as the class declares it, with its type variables. */
  public TypeMirror declaredType() {
    if (element instanceof ExecutableElement getter) {
      return getter.getReturnType();
    }
    return element instanceof VariableElement field ? field.asType() : type;
  }

  /** How the classes that are embedded here are accessed, unless they say otherwise. */
  public AccessType access() {
    return element.getKind() == ElementKind.METHOD ? AccessType.PROPERTY : AccessType.FIELD;
  }

  public boolean has(String annotation) {
    return AnnotationUse.isOn(element, annotation);
  }

  public Optional<AnnotationUse> find(String annotation) {
    return AnnotationUse.on(element, annotation);
  }

  /** The annotation on the member, or on an annotation that is there. */
  public Optional<AnnotationUse> findMeta(String annotation) {
    return find(annotation)
        .or(
            () ->
                AnnotationUse.all(element).stream()
                    .flatMap(use -> AnnotationUse.on(use.type(), annotation).stream())
                    .findFirst());
  }
}
