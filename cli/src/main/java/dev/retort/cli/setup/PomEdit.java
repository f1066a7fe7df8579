package dev.retort.cli.setup;

import eu.maveniverse.domtrip.Document;
import eu.maveniverse.domtrip.DomTripException;
import eu.maveniverse.domtrip.Element;
import eu.maveniverse.domtrip.maven.PomEditor;
import java.util.List;
import java.util.stream.Stream;

/** Adds elements to a project file, in Maven's order and as its author lays it out. */
final class PomEdit {

  private final PomEditor editor;
  private final String before;
  private boolean changed;

  private PomEdit(PomEditor editor, String before) {
    this.editor = editor;
    this.before = before;
  }

  static PomEdit of(String pom) throws UnusablePomException {
    try {
      PomEditor editor = new PomEditor(Document.of(pom));
      if (editor.root() != null && editor.root().localName().equals("project")) {
        return new PomEdit(editor, pom);
      }
    } catch (DomTripException e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
    throw unusable("its root is not <project>");
  }

  private static UnusablePomException unusable(String reason) {
    return new UnusablePomException(
        reason, "correct it, or add Retort by hand as the README shows.");
  }

  Element root() {
    return editor.root();
  }

  /** The text with what was added; the very text where that is nothing. */
  String text() {
    return changed ? editor.toXml() : before;
  }

  /** The child of that name, which is added where there is none. */
  Element child(Element parent, String name) {
    return parent.childElement(name).orElseGet(() -> insert(parent, name));
  }

  Element insert(Element parent, String name) {
    changed = true;
    Element added = editor.insertMavenElement(parent, name);
    String blank = added.precedingWhitespace();
    String end = blank.replaceFirst("^\\s*?(\\r?\\n[ \\t]*)$", "$1");
    added.innerPrecedingWhitespace(end);
    // The sections of a project stand apart.
    boolean first = parent.childElements().findFirst().orElseThrow() == added;
    if (parent == editor.root() && !first && end.equals(blank) && !blank.isEmpty()) {
      added.precedingWhitespace(blank.replaceFirst("(\\r?\\n)", "$1$1"));
    }
    return added;
  }

  void insert(Element parent, String name, String text) {
    changed = true;
    editor.insertMavenElement(parent, name, text);
  }

  /** An element without content. */
  void insertEmpty(Element parent, String name) {
    changed = true;
    editor.insertMavenElement(parent, name).selfClosing(true);
  }

  /** All elements on a path from another, where any step may have several. */
  static List<Element> all(Element from, String... path) {
    Stream<Element> found = Stream.of(from);
    for (String name : path) {
      found = found.flatMap(each -> each.childElements(name));
    }
    return found.toList();
  }

  /** The text of a child; empty if there is none. */
  static String text(Element parent, String name) {
    return parent.childTextOr(name, "").strip();
  }

  static boolean isArtifact(Element element, String artifact) {
    return text(element, "artifactId").equals(artifact);
  }
}
