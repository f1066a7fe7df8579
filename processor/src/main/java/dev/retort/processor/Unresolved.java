package dev.retort.processor;

import dev.retort.processor.report.CompilerEnvironment;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/**
 * Whether classes mention what the compiler does not know: a misspelt name, or a class that another
 * processor generates in a later round. Such a class says nothing reliable. What is still unknown
 * in the last round is an error of the compiler's own, and needs none of Retort's.
 */
final class Unresolved {

  /** How javac shows a value that it could not evaluate. A text would stand in quotes. */
  private static final String ERROR_VALUE = "<error>";

  private final CompilerEnvironment compiler;

  Unresolved(CompilerEnvironment compiler) {
    this.compiler = compiler;
  }

  /**
   * Whether one of the classes or of their superclasses has a supertype, an attribute's type or an
   * annotation that is not known.
   *
   * <p>Of a class file only the supertypes count: no compiler complains of the rest, so it must not
   * keep Retort silent.
   */
  boolean among(Collection<TypeElement> types) {
    Set<TypeElement> seen = new HashSet<>();
    return types.stream().anyMatch(type -> isIn(type, seen));
  }

  private boolean isIn(TypeElement type, Set<TypeElement> seen) {
    if (!seen.add(type)) {
      return false;
    }
    return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
            .anyMatch(Unresolved::mentions)
        || (compiler.mayHaveSource(type) && isInSource(type))
        || superclass(type).filter(above -> isIn(above, seen)).isPresent();
  }

  private static boolean isInSource(TypeElement type) {
    List<? extends Element> members = type.getEnclosedElements();
    return isAnnotated(type)
        || ElementFilter.fieldsIn(members).stream()
            .anyMatch(field -> isAnnotated(field) || mentions(field.asType()))
        || ElementFilter.methodsIn(members).stream()
            .filter(method -> method.getParameters().isEmpty())
            .anyMatch(Unresolved::isInGetter);
  }

  private static boolean isInGetter(ExecutableElement method) {
    return isAnnotated(method) || mentions(method.getReturnType());
  }

  private static Optional<TypeElement> superclass(TypeElement type) {
    return type.getSuperclass() instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement above
        ? Optional.of(above)
        : Optional.empty();
  }

  private static boolean isAnnotated(Element element) {
    return element.getAnnotationMirrors().stream().anyMatch(Unresolved::isIn);
  }

  private static boolean isIn(AnnotationMirror annotation) {
    return mentions(annotation.getAnnotationType())
        || annotation.getElementValues().values().stream().anyMatch(Unresolved::isIn);
  }

  private static boolean isIn(AnnotationValue annotationValue) {
    Object value = annotationValue.getValue();
    if (value instanceof List<?> items) {
      return items.stream().anyMatch(item -> isIn((AnnotationValue) item));
    }
    if (value instanceof AnnotationMirror nested) {
      return isIn(nested);
    }
    if (value instanceof TypeMirror type) {
      return mentions(type);
    }
    return value == null || annotationValue.toString().equals(ERROR_VALUE);
  }

  private static boolean mentions(TypeMirror type) {
    if (type == null) {
      return false;
    }
    if (type.getKind() == TypeKind.ERROR) {
      return true;
    }
    if (type instanceof DeclaredType declared) {
      return declared.getTypeArguments().stream().anyMatch(Unresolved::mentions);
    }
    if (type instanceof ArrayType array) {
      return mentions(array.getComponentType());
    }
    return type instanceof WildcardType wildcard
        && (mentions(wildcard.getExtendsBound()) || mentions(wildcard.getSuperBound()));
  }
}
