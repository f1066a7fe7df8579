package dev.retort.processor.entity.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Which fields or getters of one class are persistent (Jakarta Persistence 3.2, section 2.3).
 *
 * <p>Ordered by name, as Hibernate orders them; a record's in the order of its components.
 */
public final class Members {

  /** Where the annotations of a class are, unless it or a member says otherwise. */
  public enum AccessType {
    FIELD,
    PROPERTY
  }

  private final Types types;

  public Members(Types types) {
    this.types = types;
  }

  /**
   * The persistent members that the class itself declares.
   *
   * @param type the class
   * @param context the class or a subclass of it, which binds its type variables
   * @param inherited the access type of its hierarchy or of the class that embeds it
   */
  public List<Member> of(TypeElement type, DeclaredType context, AccessType inherited) {
    AccessType access = accessOf(type, inherited);
    boolean record = type.getKind() == ElementKind.RECORD;
    Map<String, Member> members = record ? new LinkedHashMap<>() : new TreeMap<>();
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (isPersistentField(field) && (record || access == AccessType.FIELD)) {
        Member member = member(field.getSimpleName().toString(), field, context);
        members.put(member.name(), member);
      }
    }
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (isPersistentField(field) && AnnotationUse.isOn(field, Names.ACCESS)) {
        members.put(
            field.getSimpleName().toString(),
            member(field.getSimpleName().toString(), field, context));
      }
    }
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      String property = propertyOf(method);
      if (!property.isEmpty()
          && ((access == AccessType.PROPERTY && !record)
              || AnnotationUse.isOn(method, Names.ACCESS))) {
        if (!AnnotationUse.isOn(method, Names.TRANSIENT)) {
          members.put(property, member(property, method, context));
        }
      }
    }
    return new ArrayList<>(members.values());
  }

  /** The class's own access type where it states one. */
  public static AccessType accessOf(TypeElement type, AccessType inherited) {
    return AnnotationUse.on(type, Names.ACCESS)
        .map(access -> AccessType.valueOf(access.constant("value")))
        .orElse(inherited);
  }

  private Member member(String name, Element element, DeclaredType context) {
    TypeMirror seen = types.asMemberOf(context, element);
    return new Member(
        name, seen instanceof ExecutableType method ? method.getReturnType() : seen, element);
  }

  private static boolean isPersistentField(VariableElement field) {
    return !field.getModifiers().contains(Modifier.STATIC)
        && !field.getModifiers().contains(Modifier.TRANSIENT)
        && !field.getSimpleName().toString().startsWith("$$_hibernate")
        && !AnnotationUse.isOn(field, Names.TRANSIENT);
  }

  /** The name of the property that a getter reads, or empty. */
  public static String propertyOf(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    boolean getter =
        method.getParameters().isEmpty()
            && !method.getModifiers().contains(Modifier.STATIC)
            && method.getReturnType().getKind() != TypeKind.VOID;
    if (getter && name.startsWith("get") && name.length() > 3 && !name.equals("getClass")) {
      return decapitalized(name.substring(3));
    }
    if (getter
        && name.startsWith("is")
        && name.length() > 2
        && (method.getReturnType().getKind() == TypeKind.BOOLEAN
            || method.getReturnType().toString().endsWith("java.lang.Boolean"))) {
      return decapitalized(name.substring(2));
    }
    return "";
  }

  /** As {@code java.beans.Introspector}: URL stays URL. */
  private static String decapitalized(String name) {
    if (name.length() > 1
        && Character.isUpperCase(name.charAt(0))
        && Character.isUpperCase(name.charAt(1))) {
      return name;
    }
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
