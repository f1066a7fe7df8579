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
  private final boolean anyAccess;

  public Members(Types types, HibernateVersion hibernate) {
    this.types = types;
    this.anyAccess = hibernate.isSeven();
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
    List<VariableElement> fields =
        ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(Members::isPersistentField)
            .toList();
    List<ExecutableElement> getters =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(Members::isPersistentGetter)
            .toList();
    // Members that say it themselves come first: the class's access adds those of other names.
    Map<String, Member> stated = new LinkedHashMap<>();
    for (VariableElement field : fields) {
      if (statesAccess(field, AccessType.FIELD)) {
        stated.put(nameOf(field), member(nameOf(field), field, context));
      }
    }
    for (ExecutableElement getter : getters) {
      if (statesAccess(getter, AccessType.PROPERTY)) {
        stated.put(propertyOf(getter), member(propertyOf(getter), getter, context));
      }
    }
    if (record || access == AccessType.FIELD) {
      fields.forEach(field -> members.put(nameOf(field), member(nameOf(field), field, context)));
    } else {
      getters.forEach(
          getter -> members.put(propertyOf(getter), member(propertyOf(getter), getter, context)));
    }
    members.putAll(stated);
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

  private static boolean isPersistentGetter(ExecutableElement method) {
    return !propertyOf(method).isEmpty() && !AnnotationUse.isOn(method, Names.TRANSIENT);
  }

  /** Before Hibernate 7, {@code @Access} on a member counts only if it names what it stands on. */
  private boolean statesAccess(Element member, AccessType own) {
    return AnnotationUse.on(member, Names.ACCESS)
        .filter(use -> anyAccess || use.constant("value").equals(own.name()))
        .isPresent();
  }

  private static String nameOf(VariableElement field) {
    return field.getSimpleName().toString();
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
