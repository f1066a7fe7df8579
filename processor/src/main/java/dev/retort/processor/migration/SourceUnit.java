package dev.retort.processor.migration;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source text of a revision.
 *
 * @param uri where it is; any unique URI for text that is not in a file
 * @param text the text
 * @param revisions the revisions that are declared in it
 */
record SourceUnit(URI uri, String text, List<DeclaredRevision> revisions) {

  private static final Pattern PACKAGE =
      Pattern.compile("(?m)^\\s*package\\s+([\\p{javaJavaIdentifierPart}.]+)\\s*;");

  /** What to call it in a message: its revision's id, or the file where it has none yet. */
  String name() {
    return revisions.isEmpty() ? uri.toString() : revisions.get(0).id();
  }

  /** The name that javac demands of the file: that of its outermost public class. */
  String fileName() {
    if (revisions.isEmpty()) {
      String path = uri.getPath() == null ? "" : uri.getPath();
      return path.substring(path.lastIndexOf('/') + 1);
    }
    String name = revisions.get(0).binaryName();
    return name.substring(name.lastIndexOf('.') + 1).replaceFirst("\\$.*", "") + ".java";
  }

  /** The package that the text declares; empty for the unnamed one. */
  String packageName() {
    Matcher declaration = PACKAGE.matcher(text);
    return declaration.find() ? declaration.group(1) : "";
  }

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
}
