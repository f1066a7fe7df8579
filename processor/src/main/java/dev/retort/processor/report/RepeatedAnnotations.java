package dev.retort.processor.report;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/**
 * Where an annotation stands that is on an element several times: the compiler puts such
 * annotations into one that is nowhere in the source, and knows no place of theirs.
 */
final class RepeatedAnnotations {

  private RepeatedAnnotations() {}

  /** Tells of the place's annotation where it stands; false for one that is not repeated. */
  static boolean print(Trees trees, Diagnostic.Kind kind, String text, Finding.Place place) {
    TreePath path = trees.getPath(place.element());
    if (path == null) {
      return false;
    }
    Optional<AnnotationTree> found =
        find(path.getLeaf(), place.element(), place.annotation().orElseThrow());
    found.ifPresent(tree -> trees.printMessage(kind, text, tree, path.getCompilationUnit()));
    return found.isPresent();
  }

  private static Optional<AnnotationTree> find(
      Tree declaration, Element element, AnnotationMirror sought) {
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
