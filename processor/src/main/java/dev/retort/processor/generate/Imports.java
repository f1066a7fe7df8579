package dev.retort.processor.generate;

import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what a source file imports, and hands out the simple names. */
final class Imports {

  private final SortedSet<String> statics = new TreeSet<>();
  private final SortedSet<String> types = new TreeSet<>();

  /** The name of a static member, imported. */
  String member(Class<?> owner, String name) {
    statics.add(owner.getName() + "." + name);
    return name;
  }

  /** The simple name of a type, imported. */
  String type(Class<?> type) {
    types.add(type.getName());
    return type.getSimpleName();
  }

  /** Static imports first, then the others, each block followed by an empty line. */
  String text() {
    StringBuilder text = new StringBuilder();
    statics.forEach(name -> text.append("import static ").append(name).append(";\n"));
    if (!statics.isEmpty()) {
      text.append('\n');
    }
    types.forEach(name -> text.append("import ").append(name).append(";\n"));
    return text.append('\n').toString();
  }
}
