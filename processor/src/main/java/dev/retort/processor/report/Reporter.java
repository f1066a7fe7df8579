package dev.retort.processor.report;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.QualifiedNameable;
import javax.tools.Diagnostic;

/** Hands findings to the compiler, each at its place. The only user of {@link Messager}. */
public final class Reporter {

  private final CompilerEnvironment compiler;
  private final Messager messager;

  public Reporter(CompilerEnvironment compiler) {
    this.compiler = compiler;
    this.messager = compiler.environment().getMessager();
  }

  /** Shows the findings in a stable order, without those that their element suppresses. */
  public void report(Collection<Finding> findings) {
    List<Finding> ordered =
        findings.stream()
            .filter(finding -> !isSuppressed(finding))
            .sorted(Comparator.comparing(Finding::severity))
            .toList();
    ordered.forEach(this::print);
  }

  private void print(Finding finding) {
    Diagnostic.Kind kind =
        switch (finding.severity()) {
          case ERROR -> Diagnostic.Kind.ERROR;
          case WARNING -> Diagnostic.Kind.MANDATORY_WARNING;
          case NOTE -> Diagnostic.Kind.NOTE;
        };
    String text = finding.problem().text();
    if (finding.place().isEmpty()) {
      messager.printMessage(kind, text);
      return;
    }
    Finding.Place place = finding.place().get();
    if (place.line().isPresent()) {
      printAtLine(kind, text, place.element(), place.line().getAsInt());
    } else if (compiler.mayHaveSource(outermost(place.element()))) {
      if (place.annotation().isPresent() && printAtRepeated(kind, text, place)) {
        return;
      }
      if (place.annotation().isPresent()) {
        messager.printMessage(
            kind, text, place.element(), place.annotation().get(), place.value().orElse(null));
      } else {
        messager.printMessage(kind, text, place.element());
      }
    } else {
      messager.printMessage(kind, describe(place.element()) + ": " + text);
    }
  }

  /** What trees are needed for is elsewhere: this class is there without a compiler's. */
  private boolean printAtRepeated(Diagnostic.Kind kind, String text, Finding.Place place) {
    Optional<Trees> trees = compiler.trees();
    return trees.isPresent() && RepeatedAnnotations.print(trees.get(), kind, text, place);
  }

  /** At what stands on the line, else at the class with the line in the text. */
  private void printAtLine(Diagnostic.Kind kind, String text, Element element, int line) {
    Optional<Trees> trees = compiler.trees();
    TreePath path = trees.map(t -> t.getPath(element)).orElse(null);
    if (path != null) {
      CompilationUnitTree unit = path.getCompilationUnit();
      Optional<Tree> tree = TreeAtLine.find(unit, line, trees.get().getSourcePositions());
      if (tree.isPresent()) {
        trees.get().printMessage(kind, text, tree.get(), unit);
        return;
      }
    }
    String where = line == 0 ? "" : outermost(element).getSimpleName() + ".java:" + line + ": ";
    messager.printMessage(kind, where + text, element);
  }

  /** The outermost class, or the package itself. */
  private static Element outermost(Element element) {
    Element at = element;
    while (at.getEnclosingElement() != null
        && at.getEnclosingElement().getKind() != ElementKind.PACKAGE
        && at.getKind() != ElementKind.PACKAGE) {
      at = at.getEnclosingElement();
    }
    return at;
  }

  private static String describe(Element element) {
    return element instanceof QualifiedNameable named
        ? named.getQualifiedName().toString()
        : describe(element.getEnclosingElement()) + "." + element.getSimpleName();
  }

  private static boolean isSuppressed(Finding finding) {
    if (finding.severity() != Finding.Severity.WARNING || finding.place().isEmpty()) {
      return false;
    }
    String key = "retort:" + finding.problem().code();
    for (Element at = finding.place().get().element(); at != null; at = at.getEnclosingElement()) {
      SuppressWarnings suppressed = at.getAnnotation(SuppressWarnings.class);
      if (suppressed != null && List.of(suppressed.value()).contains(key)) {
        return true;
      }
    }
    return false;
  }
}
