package dev.retort.processor.migration;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Which classes a source uses, and whether it would end the compiler. Class files would not tell: a
 * constant of another class is copied into them.
 */
final class SourceUses extends TreePathScanner<Void, Void> {

  private static final Set<String> EXITS =
      Set.of("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt");

  private final CompilationUnitTree unit;
  private final Trees trees;
  private final Elements elements;
  private final Set<TypeElement> seen = new HashSet<>();
  private final Map<String, Integer> otherSources = new LinkedHashMap<>();
  private OptionalInt exit = OptionalInt.empty();
  private boolean libraries;

  private SourceUses(CompilationUnitTree unit, Trees trees, Elements elements) {
    this.unit = unit;
    this.trees = trees;
    this.elements = elements;
  }

  /**
   * What a source uses.
   *
   * @param otherSources the classes of other sources of the same compilation, each with the line of
   *     its first use
   * @param exit the first line that would end the Java machine, if any
   * @param libraries whether it uses anything but itself, the JDK and Retort
   */
  record Uses(Map<String, Integer> otherSources, OptionalInt exit, boolean libraries) {}

  static Uses of(CompilationUnitTree unit, Trees trees, Elements elements) {
    SourceUses scanner = new SourceUses(unit, trees, elements);
    scanner.scan(unit, null);
    return new Uses(scanner.otherSources, scanner.exit, scanner.libraries);
  }

  @Override
  public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
    note(identifier);
    return super.visitIdentifier(identifier, null);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
    note(select);
    return super.visitMemberSelect(select, null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
    note(reference);
    return super.visitMemberReference(reference, null);
  }

  private void note(Tree tree) {
    Element element = trees.getElement(getCurrentPath());
    if (exit.isEmpty() && endsTheMachine(element)) {
      exit = OptionalInt.of(lineOf(tree));
    }
    TypeElement used = outermost(element);
    if (used == null || !seen.add(used)) {
      return;
    }
    TreePath declaration = trees.getPath(used);
    if (declaration == null) {
      libraries |= !isPlatform(used) && !RevisionClassLoader.isApi(name(used));
    } else if (declaration.getCompilationUnit() != unit) {
      otherSources.put(name(used), lineOf(tree));
    }
  }

  private int lineOf(Tree tree) {
    long start = trees.getSourcePositions().getStartPosition(unit, tree);
    return (int) unit.getLineMap().getLineNumber(start);
  }

  private static boolean endsTheMachine(Element element) {
    return element instanceof ExecutableElement method
        && method.getEnclosingElement() instanceof TypeElement owner
        && EXITS.contains(name(owner) + "." + method.getSimpleName());
  }

  private boolean isPlatform(TypeElement type) {
    ModuleElement module = elements.getModuleOf(type);
    return module != null && !module.isUnnamed();
  }

  private static String name(TypeElement type) {
    return type.getQualifiedName().toString();
  }

  /** The outermost class that the element is in; null for packages and the like. */
  private static TypeElement outermost(Element element) {
    TypeElement found = null;
    for (Element at = element; at != null; at = at.getEnclosingElement()) {
      if (at instanceof TypeElement type) {
        found = type;
      }
    }
    return found;
  }
}
