package dev.retort.processor.entity.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Questions about types: what they are called, what they are made of. */
public final class TypeShapes {

  private final Elements elements;
  private final Types types;

  public TypeShapes(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The type's erased name, such as {@code int}, {@code java.util.List}, {@code byte[]}. */
  public String nameOf(TypeMirror type) {
    TypeMirror bound = bound(type);
    if (bound instanceof ArrayType array) {
      return nameOf(array.getComponentType()) + "[]";
    }
    if (bound instanceof DeclaredType declared) {
      return ((TypeElement) declared.asElement()).getQualifiedName().toString();
    }
    return bound.getKind().isPrimitive()
        ? bound.getKind().name().toLowerCase(Locale.ROOT)
        : bound.toString();
  }

  /** The name with its type arguments, such as {@code java.util.List<java.lang.String>}. */
  public String genericNameOf(TypeMirror type) {
    TypeMirror bound = bound(type);
    if (bound instanceof ArrayType array) {
      return genericNameOf(array.getComponentType()) + "[]";
    }
    List<String> arguments =
        bound instanceof DeclaredType declared
            ? declared.getTypeArguments().stream().map(this::argumentName).toList()
            : List.of();
    return nameOf(bound) + (arguments.isEmpty() ? "" : "<" + String.join(", ", arguments) + ">");
  }

  private String argumentName(TypeMirror argument) {
    if (argument instanceof WildcardType wildcard) {
      return wildcard.getSuperBound() != null
          ? "? super " + genericNameOf(wildcard.getSuperBound())
          : wildcard.getExtendsBound() != null
              ? "? extends " + genericNameOf(wildcard.getExtendsBound())
              : "?";
    }
    // A variable may be in its own bound.
    return argument instanceof TypeVariable ? nameOf(argument) : genericNameOf(argument);
  }

  /** A type variable's or wildcard's upper bound, any other type as it is. */
  public TypeMirror bound(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      return bound(variable.getUpperBound());
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null
          ? elements.getTypeElement("java.lang.Object").asType()
          : bound(wildcard.getExtendsBound());
    }
    return type;
  }

  /** The class of a declared type. */
  public Optional<TypeElement> classOf(TypeMirror type) {
    return bound(type) instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  /** The class of that canonical name. */
  public Optional<TypeElement> classNamed(String name) {
    return Optional.ofNullable(elements.getTypeElement(name));
  }

  public boolean isEnum(TypeMirror type) {
    return classOf(type).filter(element -> element.getKind() == ElementKind.ENUM).isPresent();
  }

  /** Whether values of the type can be assigned to the class of that name, generics aside. */
  public boolean isA(TypeMirror type, String className) {
    TypeElement target = elements.getTypeElement(className);
    return target != null
        && !type.getKind().isPrimitive()
        && bound(type).getKind() != TypeKind.ERROR
        && types.isAssignable(types.erasure(bound(type)), types.erasure(target.asType()));
  }

  /** The type arguments that the type has as the given class, e.g. of a list as Collection. */
  public List<TypeMirror> argumentsAs(TypeMirror type, String className) {
    TypeMirror bound = bound(type);
    if (bound instanceof DeclaredType declared) {
      if (nameOf(declared).equals(className)) {
        return List.copyOf(declared.getTypeArguments());
      }
      for (TypeMirror supertype : types.directSupertypes(declared)) {
        if (isA(supertype, className)) {
          return argumentsAs(supertype, className);
        }
      }
    }
    return List.of();
  }

  /** A wrapper's primitive name, any other name as it is. */
  public static String unboxed(String name) {
    return switch (name) {
      case "java.lang.Boolean" -> "boolean";
      case "java.lang.Byte" -> "byte";
      case "java.lang.Short" -> "short";
      case "java.lang.Integer" -> "int";
      case "java.lang.Long" -> "long";
      case "java.lang.Float" -> "float";
      case "java.lang.Double" -> "double";
      case "java.lang.Character" -> "char";
      default -> name;
    };
  }

  public Types types() {
    return types;
  }

  public Elements elements() {
    return elements;
  }
}
