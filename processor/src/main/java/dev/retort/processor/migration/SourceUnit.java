package dev.retort.processor.migration;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The source text of a revision.
 *
 * @param uri where it is; any unique URI for text that is not in a file
 * @param text the text
 * @param revisions the revisions that are declared in it
 */
record SourceUnit(URI uri, String text, List<DeclaredRevision> revisions) {

  /** The number, from 1, of the line that the character with the given index is in. */
  int lineAt(int index) {
    int line = 1;
    for (int i = 0; i < Math.min(index, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }

  /** The start of each line, as index into the text. */
  List<Integer> lineStarts() {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        starts.add(i + 1);
      }
    }
    return starts;
  }
}
