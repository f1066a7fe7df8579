package dev.retort.processor.migration;

import static java.util.stream.Collectors.joining;

import dev.retort.processor.diagnostic.RevisionProblems;
import dev.retort.processor.report.Finding;
import dev.retort.revision.Timeouts;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the declarations of revisions and checks that the migrator could use each class. */
public final class RevisionCollector {

  /** The name of {@link dev.retort.revision.Migration}. */
  public static final String MIGRATION = "dev.retort.revision.Migration";

  private static final Pattern CHECKSUM = Pattern.compile("\\d+:[0-9a-f]{64}");

  private static final String LOCK_TIMEOUT = "lockTimeout";
  private static final String STATEMENT_TIMEOUT = "statementTimeout";
  private static final String REVISION = "dev.retort.revision.Revision";

  private final Elements elements;
  private final Types types;

  public RevisionCollector(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /**
   * The revisions that the given classes declare.
   *
   * @param revisions those that can be used
   * @param findings why others cannot
   */
  public record Collected(List<DeclaredRevision> revisions, List<Finding> findings) {}

  /** Reads the given classes; those without {@code @Migration} are passed over. */
  public Collected collect(Collection<? extends TypeElement> classes) {
    List<DeclaredRevision> revisions = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (TypeElement type : classes) {
      Optional<? extends AnnotationMirror> annotation = migration(type);
      if (annotation.isPresent()) {
        List<String> faults = faults(type);
        findings.addAll(faultyValues(type, annotation.get()));
        if (faults.isEmpty()) {
          revisions.add(declared(type, annotation.get()));
        } else {
          String why = faults.stream().collect(joining(", "));
          findings.add(
              Finding.error(
                  RevisionProblems.unusableClass(type.getQualifiedName().toString(), why), type));
        }
      }
    }
    return new Collected(List.copyOf(revisions), List.copyOf(findings));
  }

  private static Optional<? extends AnnotationMirror> migration(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .filter(mirror -> nameOf(mirror).equals(MIGRATION))
        .findFirst();
  }

  private static String nameOf(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  private DeclaredRevision declared(TypeElement type, AnnotationMirror annotation) {
    return new DeclaredRevision(
        string(annotation, "revision").orElse(""),
        strings(annotation, "downRevision"),
        string(annotation, "message").orElse(""),
        value(annotation, "irreversible").filter(v -> v.getValue().equals(true)).isPresent(),
        strings(annotation, "dependsOn"),
        strings(annotation, "branchLabels"),
        strings(annotation, "replaces"),
        strings(annotation, "formerChecksums"),
        new Timeouts(timeout(annotation, LOCK_TIMEOUT), timeout(annotation, STATEMENT_TIMEOUT)),
        elements.getBinaryName(type).toString(),
        type,
        annotation);
  }

  /** What keeps the migrator from making an instance and calling it. */
  private List<String> faults(TypeElement type) {
    List<String> faults = new ArrayList<>();
    if (type.getKind() != ElementKind.CLASS) {
      faults.add("it is not a class");
      return faults;
    }
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      faults.add("it is abstract");
    }
    for (Element at = type; at.getKind().isClass(); at = at.getEnclosingElement()) {
      if (!at.getModifiers().contains(Modifier.PUBLIC)) {
        faults.add(at.equals(type) ? "it is not public" : at.getSimpleName() + " is not public");
      }
    }
    if (type.getEnclosingElement().getKind().isClass()
        && !type.getModifiers().contains(Modifier.STATIC)) {
      faults.add("it is an inner class that is not static");
    }
    boolean constructible =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(
                constructor ->
                    constructor.getParameters().isEmpty()
                        && constructor.getModifiers().contains(Modifier.PUBLIC));
    if (!constructible) {
      faults.add("it has no public constructor without parameters");
    }
    TypeElement revision = elements.getTypeElement(REVISION);
    if (revision != null
        && type.getSuperclass().getKind() != TypeKind.ERROR
        && !types.isAssignable(type.asType(), revision.asType())) {
      faults.add("it does not implement " + REVISION);
    }
    return faults;
  }

  /** What can be told of the annotation's values without looking at other revisions. */
  private static List<Finding> faultyValues(TypeElement type, AnnotationMirror annotation) {
    List<Finding> findings = new ArrayList<>();
    String id = string(annotation, "revision").orElse("");
    value(annotation, "created")
        .filter(created -> !isInstant(String.valueOf(created.getValue())))
        .map(
            created ->
                Finding.error(
                    RevisionProblems.noInstant(id, String.valueOf(created.getValue())),
                    type,
                    annotation,
                    created))
        .ifPresent(findings::add);
    Set<String> followed = new HashSet<>();
    for (String down : strings(annotation, "downRevision")) {
      if (!followed.add(down)) {
        findings.add(
            Finding.error(
                RevisionProblems.followsTwice(id, down),
                type,
                annotation,
                value(annotation, "downRevision").orElse(null)));
      }
    }
    faultyReplacement(type, annotation, id).ifPresent(findings::add);
    for (String member : List.of(LOCK_TIMEOUT, STATEMENT_TIMEOUT)) {
      String text = string(annotation, member).orElse("");
      if (!text.isEmpty() && Timeouts.parse(text).isEmpty()) {
        findings.add(
            Finding.error(
                RevisionProblems.noTimeout(id, member, text),
                type,
                annotation,
                value(annotation, member).orElse(null)));
      }
    }
    return findings;
  }

  /** Both members are written by a squash, and only go together. */
  private static Optional<Finding> faultyReplacement(
      TypeElement type, AnnotationMirror annotation, String id) {
    List<String> replaces = strings(annotation, "replaces");
    List<String> checksums = strings(annotation, "formerChecksums");
    Optional<String> noChecksum =
        checksums.stream().filter(each -> !CHECKSUM.matcher(each).matches()).findFirst();
    if (noChecksum.isPresent()) {
      return Optional.of(
          Finding.error(
              RevisionProblems.noChecksum(id, noChecksum.get()),
              type,
              annotation,
              value(annotation, "formerChecksums").orElse(null)));
    }
    return replaces.isEmpty() == checksums.isEmpty()
        ? Optional.empty()
        : Optional.of(Finding.error(RevisionProblems.replacesByHalf(id), type, annotation, null));
  }

  private static Optional<Duration> timeout(AnnotationMirror annotation, String member) {
    return string(annotation, member).flatMap(Timeouts::parse);
  }

  private static boolean isInstant(String text) {
    try {
      return text.isEmpty() || Instant.parse(text) != null;
    } catch (DateTimeParseException none) {
      return false;
    }
  }

  private static Optional<String> string(AnnotationMirror annotation, String member) {
    return value(annotation, member).map(value -> String.valueOf(value.getValue()));
  }

  private static List<String> strings(AnnotationMirror annotation, String member) {
    Object value = value(annotation, member).map(AnnotationValue::getValue).orElse(List.of());
    if (!(value instanceof List<?> list)) {
      return List.of();
    }
    return list.stream().map(item -> String.valueOf(((AnnotationValue) item).getValue())).toList();
  }

  /** The value of a member as it is written in the source, if it is. */
  static Optional<AnnotationValue> value(AnnotationMirror annotation, String member) {
    Map<? extends ExecutableElement, ? extends AnnotationValue> values =
        annotation.getElementValues();
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
        .<AnnotationValue>map(Map.Entry::getValue)
        .findFirst();
  }
}
