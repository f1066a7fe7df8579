package dev.retort.processor.report;

import static java.util.Objects.requireNonNull;

import dev.retort.problem.Problem;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * A problem and the place that it is shown at.
 *
 * @param severity whether it fails the compilation
 * @param problem what is wrong
 * @param place the element, or empty for the compilation as a whole
 */
public record Finding(Severity severity, Problem problem, Optional<Place> place) {

  /** How much a finding weighs. */
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }

  /**
   * A place in the sources.
   *
   * @param element the element
   * @param annotation the annotation on it, where the problem is there
   * @param value the value in that annotation, where the problem is there
   * @param line a line inside the element, where the problem is there
   */
  public record Place(
      Element element,
      Optional<AnnotationMirror> annotation,
      Optional<AnnotationValue> value,
      OptionalInt line) {

    public Place {
      requireNonNull(element, "element");
    }

    /** The element as a whole. */
    public static Place of(Element element) {
      return new Place(element, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }
  }

  /** The same finding with another sentence after its fact. */
  public Finding withFact(String sentence) {
    return new Finding(
        severity,
        new Problem(problem.code(), problem.fact() + " " + sentence, problem.fix()),
        place);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  public static Finding error(Problem problem, Element element) {
    return at(Severity.ERROR, problem, element);
  }

  public static Finding warning(Problem problem, Element element) {
    return at(Severity.WARNING, problem, element);
  }

  /** A warning that belongs to no element. */
  public static Finding warning(Problem problem) {
    return new Finding(Severity.WARNING, problem, Optional.empty());
  }

  /** An error that belongs to no element. */
  public static Finding error(Problem problem) {
    return new Finding(Severity.ERROR, problem, Optional.empty());
  }

  /** An error at a value of an annotation on the element. */
  public static Finding error(
      Problem problem, Element element, AnnotationMirror annotation, AnnotationValue value) {
    return new Finding(
        Severity.ERROR,
        problem,
        Optional.of(
            new Place(
                element,
                Optional.of(annotation),
                Optional.ofNullable(value),
                OptionalInt.empty())));
  }

  /** An error at a line inside the element. */
  public static Finding error(Problem problem, Element element, int line) {
    return new Finding(
        Severity.ERROR,
        problem,
        Optional.of(new Place(element, Optional.empty(), Optional.empty(), OptionalInt.of(line))));
  }

  private static Finding at(Severity severity, Problem problem, Element element) {
    return new Finding(severity, problem, Optional.of(Place.of(element)));
  }

  /** A note that belongs to no element. */
  public static Finding note(Problem problem) {
    return new Finding(Severity.NOTE, problem, Optional.empty());
  }
}
