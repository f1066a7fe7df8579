package dev.retort.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of types as {@link SqlType} holds them: one text for namespace and name. */
final class DottedNames {

  /** One part of a dotted name: in quotes as PostgreSQL writes it, or plain. */
  private static final Pattern PART =
      Pattern.compile("\\G\"((?:[^\"]|\"\")+)\"(\\.|$)|\\G([^\".]+)(\\.|$)");

  private DottedNames() {}

  /** The name as one text, its parts in quotes where they could be misunderstood. */
  static String write(QualifiedName name) {
    return name.namespace().map(namespace -> part(namespace) + ".").orElse("") + part(name.local());
  }

  private static String part(String part) {
    return part.indexOf('.') < 0 && part.indexOf('"') < 0
        ? part
        : '"' + part.replace("\"", "\"\"") + '"';
  }

  /** The name that the text stands for; empty where it is not one of one or two parts. */
  static Optional<QualifiedName> read(String text) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(text);
    int end = 0;
    while (end < text.length() && matcher.find()) {
      boolean plain = matcher.group(1) == null;
      parts.add(plain ? matcher.group(3) : matcher.group(1).replace("\"\"", "\""));
      end = matcher.end();
    }
    boolean understood = end == text.length() && !text.endsWith(".") && parts.size() <= 2;
    if (!understood || !parts.stream().allMatch(Names::isName)) {
      return Optional.empty();
    }
    return Optional.of(
        parts.size() == 1
            ? QualifiedName.of(parts.get(0))
            : QualifiedName.of(parts.get(0), parts.get(1)));
  }
}
