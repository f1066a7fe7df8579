package dev.retort.processor.generate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Breaks Java code into lines of at most 100 columns, exactly where google-java-format would.
 *
 * <p>The algorithm is that of google-java-format's {@code Doc}: code is a tree of levels, tokens
 * and places to break at; a level that fits into the rest of its line stays on it, and one that
 * does not is broken. The names are the same as there.
 */
final class Layout {

  private static final int MAX_WIDTH = 100;

  /** When a place in a broken level is broken. */
  enum Fill {
    /** Always. */
    UNIFIED,
    /** Where the text up to the next place would not fit. */
    INDEPENDENT,
    /** Always, and the level with it. */
    FORCED
  }

  private sealed interface Doc {
    int width();
  }

  private record Token(String text) implements Doc {
    @Override
    public int width() {
      return text.length();
    }
  }

  private record TextBlock(List<String> lines) implements Doc {
    @Override
    public int width() {
      return MAX_WIDTH + 1;
    }
  }

  private record Break(Fill fill, String flat, int plusIndent) implements Doc {
    @Override
    public int width() {
      return fill == Fill.FORCED ? MAX_WIDTH + 1 : flat.length();
    }
  }

  private static final class Level implements Doc {
    final int plusIndent;
    final List<Doc> docs = new ArrayList<>();

    Level(int plusIndent) {
      this.plusIndent = plusIndent;
    }

    @Override
    public int width() {
      return Layout.width(docs);
    }
  }

  private final Level base = new Level(0);
  private final Deque<Level> open = new ArrayDeque<>(List.of(base));
  private Level appendLevel = base;

  Layout open(int plusIndent) {
    open.push(new Level(plusIndent));
    return this;
  }

  Layout close() {
    Level closed = open.pop();
    open.element().docs.add(closed);
    return this;
  }

  /** Appends to the level of the last break, so that what trails a level counts as part of it. */
  Layout token(String text) {
    appendLevel.docs.add(new Token(text));
    return this;
  }

  /** A text block, which breaks every level that it is in. */
  Layout textBlock(List<String> lines) {
    appendLevel.docs.add(new TextBlock(lines));
    return this;
  }

  Layout breakHere(Fill fill, String flat, int plusIndent) {
    appendLevel = open.element();
    appendLevel.docs.add(new Break(fill, flat, plusIndent));
    return this;
  }

  Layout breakHere(String flat) {
    return breakHere(Fill.UNIFIED, flat, 0);
  }

  /** The code, its first line indented by the given number of spaces, without a final line end. */
  String print(int indent) {
    Printer printer = new Printer();
    printer.out.append(" ".repeat(indent));
    printer.column = indent;
    printer.print(base, indent);
    return printer.out.toString();
  }

  private static int width(List<Doc> docs) {
    int width = 0;
    for (Doc doc : docs) {
      width += doc.width();
    }
    return width;
  }

  private static final class Printer {
    final StringBuilder out = new StringBuilder();
    int column;

    void print(Level level, int indent) {
      if (column + level.width() <= MAX_WIDTH) {
        flat(level);
      } else {
        broken(level, indent + level.plusIndent);
      }
    }

    private void flat(Level level) {
      for (Doc doc : level.docs) {
        if (doc instanceof Token token) {
          append(token.text());
        } else if (doc instanceof Break place) {
          append(place.flat());
        } else if (doc instanceof Level inner) {
          flat(inner);
        }
      }
    }

    private void broken(Level level, int indent) {
      boolean mustBreak = false;
      int at = 0;
      while (at < level.docs.size()) {
        Doc first = level.docs.get(at);
        int start = first instanceof Break ? at + 1 : at;
        int end = start;
        while (end < level.docs.size() && !(level.docs.get(end) instanceof Break)) {
          end++;
        }
        List<Doc> split = level.docs.subList(start, end);
        int width = Layout.width(split);
        if (first instanceof Break place) {
          if (place.fill() != Fill.INDEPENDENT
              || mustBreak
              || column + place.width() + width > MAX_WIDTH) {
            newLine(indent + place.plusIndent());
          } else {
            append(place.flat());
          }
        }
        mustBreak = column + width > MAX_WIDTH;
        for (Doc doc : split) {
          if (doc instanceof Token token) {
            append(token.text());
          } else if (doc instanceof TextBlock block) {
            print(block);
          } else if (doc instanceof Level inner) {
            print(inner, indent);
          }
        }
        at = end;
      }
    }

    /** Not indented where a line would become too long: an indent is all or nothing. */
    private void print(TextBlock block) {
      boolean fits =
          block.lines().stream().allMatch(line -> line.length() + column + 1 <= MAX_WIDTH);
      String indent = fits ? " ".repeat(column) : "";
      if (!fits) {
        out.setLength(out.length() - column);
      }
      out.append("\"\"\"\n");
      for (String line : block.lines()) {
        out.append(line.isEmpty() ? "" : indent).append(line).append('\n');
      }
      out.append(indent).append("\"\"\"");
      column = indent.length() + 3;
    }

    private void newLine(int indent) {
      out.append('\n').append(" ".repeat(indent));
      column = indent;
    }

    private void append(String text) {
      out.append(text);
      column += text.length();
    }
  }
}
