package dev.retort.processor.generate;

import dev.retort.schema.QualifiedName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** The variables of a method that record operations: {@code op}, and one for each namespace. */
final class Recorders {

  private final Map<String, String> variables = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>(Set.of("op", "connection"));

  String of(QualifiedName name) {
    return name.namespace()
        .map(namespace -> variables.computeIfAbsent(namespace, this::newVariable))
        .orElse("op");
  }

  /** The namespaces that were asked for, each with its variable. */
  Map<String, String> variables() {
    return variables;
  }

  private String newVariable(String namespace) {
    String letters = namespace.replaceAll("[^A-Za-z0-9]", "");
    String stem =
        letters.isEmpty() || !Character.isLetter(letters.charAt(0))
            ? "namespace" + letters
            : letters.substring(0, 1).toLowerCase(Locale.ROOT) + letters.substring(1);
    if (SourceVersion.isKeyword(stem)) {
      stem = stem + "Schema";
    }
    stem = stem.substring(0, Math.min(stem.length(), 30));
    String variable = stem;
    for (int i = 2; !taken.add(variable); i++) {
      variable = stem + i;
    }
    return variable;
  }
}
