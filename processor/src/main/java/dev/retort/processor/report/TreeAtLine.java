package dev.retort.processor.report;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.Optional;

/** What stands on a line of a source: where an error that is only known by its line is shown. */
final class TreeAtLine extends TreeScanner<Void, Void> {

  private final CompilationUnitTree unit;
  private final LineMap lines;
  private final SourcePositions positions;
  private final int line;
  private Tree found;

  private TreeAtLine(CompilationUnitTree unit, int line, SourcePositions positions) {
    this.unit = unit;
    this.lines = unit.getLineMap();
    this.positions = positions;
    this.line = line;
  }

  /** The first thing that starts on the line, else the innermost statement that spans it. */
  static Optional<Tree> find(CompilationUnitTree unit, int line, SourcePositions positions) {
    TreeAtLine search = new TreeAtLine(unit, line, positions);
    search.scan(unit, null);
    return Optional.ofNullable(search.found).filter(tree -> !(tree instanceof CompilationUnitTree));
  }

  @Override
  public Void scan(Tree tree, Void nothing) {
    if (tree != null && spans(tree) && isBetter(tree)) {
      found = tree;
    }
    return super.scan(tree, null);
  }

  private boolean isBetter(Tree tree) {
    if (found != null && startLine(found) == line) {
      return false;
    }
    return found == null || startLine(tree) == line || tree instanceof StatementTree;
  }

  private boolean spans(Tree tree) {
    long end = positions.getEndPosition(unit, tree);
    return positions.getStartPosition(unit, tree) >= 0
        && startLine(tree) <= line
        && (end < 0 || lines.getLineNumber(end) >= line);
  }

  private long startLine(Tree tree) {
    return lines.getLineNumber(positions.getStartPosition(unit, tree));
  }
}
