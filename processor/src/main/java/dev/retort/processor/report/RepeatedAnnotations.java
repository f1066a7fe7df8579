package dev.retort.processor.report;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * Where an annotation stands that is on an element several times: the compiler puts such
 * annotations into one that is nowhere in the source, and knows no place of theirs.
 */
final class RepeatedAnnotations {

  private RepeatedAnnotations() {}

  /** The annotation in the declaration; empty for one that is not repeated. */
  static Optional<AnnotationTree> find(Tree declaration, Element element, AnnotationMirror sought) {
    for (AnnotationMirror container : element.getAnnotationMirrors()) {
      for (AnnotationValue member : container.getElementValues().values()) {
        if (member.getValue() instanceof List<?> values) {
          int place = placeOf(values, sought);
          if (place >= 0) {
            return nth(annotations(declaration), sought, place);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static int placeOf(List<?> values, AnnotationMirror sought) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof AnnotationValue value && value.getValue().equals(sought)) {
        return i;
      }
    }
    return -1;
  }

  private static List<? extends AnnotationTree> annotations(Tree declaration) {
    if (declaration instanceof ClassTree type) {
      return type.getModifiers().getAnnotations();
    }
    return declaration instanceof PackageTree named ? named.getAnnotations() : List.of();
  }

  private static Optional<AnnotationTree> nth(
      List<? extends AnnotationTree> annotations, AnnotationMirror sought, int place) {
    String name = "." + sought.getAnnotationType().asElement().getSimpleName();
    return annotations.stream()
        .filter(tree -> ("." + tree.getAnnotationType()).endsWith(name))
        .skip(place)
        .findFirst()
        .map(tree -> tree);
  }
}
