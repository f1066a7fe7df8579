package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Members;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/**
 * Tells of annotation types that the compiler does not find. A class file names them all the same,
 * but their defaults and the annotations on them are not known, and no compiler complains. (In
 * sources it does.)
 */
final class MissingAnnotations {

  private static final List<String> MAPPING =
      List.of("jakarta.persistence.", "org.hibernate.annotations.");
  private static final List<String> VALIDATION =
      List.of("jakarta.validation.", "org.hibernate.validator.");

  /**
   * What compilers, generators, serializers and readers of code look at, and Hibernate does not.
   */
  private static final List<String> NO_MAPPING =
      List.of(
          "com.fasterxml.jackson.",
          "com.google.errorprone.annotations.",
          "com.google.gson.",
          "edu.umd.cs.findbugs.annotations.",
          "io.swagger.",
          "jakarta.annotation.",
          "jakarta.json.bind.",
          "jakarta.xml.bind.",
          "java.",
          "javax.annotation.",
          "javax.xml.bind.",
          "kotlin.",
          "lombok.",
          "org.apiguardian.",
          "org.checkerframework.",
          "org.jetbrains.annotations.",
          "org.jspecify.annotations.",
          "org.springframework.lang.");

  private final Reading reading;
  private final Set<TypeElement> seen = new HashSet<>();
  private final Set<String> warned = new HashSet<>();

  MissingAnnotations(Reading reading) {
    this.reading = reading;
  }

  /** Looks at a class and its fields and getters, unless that was done already. */
  void report(TypeElement type) {
    if (seen.add(type)) {
      reportOn(type);
      type.getEnclosedElements().stream()
          .filter(member -> member.getKind().isField() || isGetter(member))
          .forEach(this::reportOn);
    }
  }

  private static boolean isGetter(Element member) {
    return member instanceof ExecutableElement method && !Members.propertyOf(method).isEmpty();
  }

  private void reportOn(Element element) {
    for (AnnotationUse use : AnnotationUse.all(element)) {
      if (use.mirror().getAnnotationType().getKind() == TypeKind.ERROR) {
        reportMissing(element, use.name());
      }
    }
  }

  private void reportMissing(Element element, String annotation) {
    boolean validation = startsWithAny(annotation, VALIDATION);
    if (startsWithAny(annotation, MAPPING) || (validation && reading.beanValidation)) {
      reading.error(
          EntityProblems.missingAnnotation(Reading.describe(element), annotation), element);
    } else if (!validation && !startsWithAny(annotation, NO_MAPPING) && warned.add(annotation)) {
      reading.warning(
          EntityProblems.unknownAnnotation(Reading.describe(element), annotation), element);
    }
  }

  private static boolean startsWithAny(String name, List<String> prefixes) {
    return prefixes.stream().anyMatch(name::startsWith);
  }
}
