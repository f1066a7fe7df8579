package dev.retort.schema;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a database has before it has tables: namespaces (what PostgreSQL calls schemas) and
 * extensions.
 *
 * <p>Only what revisions create is known here. A table may be in a namespace that is not: somebody
 * else created it, as it always is with {@code public}.
 *
 * @param namespaces the names of the namespaces, sorted
 * @param extensions the extensions by name, sorted
 */
public record Prerequisites(Set<String> namespaces, Map<String, Extension> extensions) {

  /** Of a schema that has only what every database has. */
  public static final Prerequisites NONE = new Prerequisites(Set.of(), Map.of());

  public Prerequisites {
    namespaces = Collections.unmodifiableSet(new TreeSet<>(namespaces));
    extensions = Collections.unmodifiableMap(new TreeMap<>(extensions));
  }

  /** The same with further namespaces. */
  public Prerequisites withNamespaces(Collection<String> further) {
    return new Prerequisites(
        Stream.concat(namespaces.stream(), further.stream())
            .collect(toCollection(LinkedHashSet::new)),
        extensions);
  }

  Prerequisites with(String namespace) {
    if (namespaces.contains(namespace)) {
      throw new SchemaException("there is already a namespace " + namespace);
    }
    return withNamespaces(Set.of(namespace));
  }

  Prerequisites without(String namespace) {
    requireNamespace(namespace);
    Set<String> left = new TreeSet<>(namespaces);
    left.remove(namespace);
    return new Prerequisites(left, extensions);
  }

  private void requireNamespace(String name) {
    if (!namespaces.contains(name)) {
      throw SchemaException.missing("no revision creates namespace " + name, name, namespaces);
    }
  }

  Prerequisites with(Extension extension) {
    if (extensions.containsKey(extension.name())) {
      throw new SchemaException("there is already an extension " + extension.name());
    }
    Map<String, Extension> more = new TreeMap<>(extensions);
    more.put(extension.name(), extension);
    return new Prerequisites(namespaces, more);
  }

  Prerequisites withoutExtension(String name) {
    requireExtension(name);
    Map<String, Extension> left = new TreeMap<>(extensions);
    left.remove(name);
    return new Prerequisites(namespaces, left);
  }

  /**
   * The extension of that name.
   *
   * @throws SchemaException if no revision creates it
   */
  public Extension requireExtension(String name) {
    Extension extension = extensions.get(name);
    if (extension == null) {
      throw SchemaException.missing(
          "no revision creates extension " + name, name, extensions.keySet());
    }
    return extension;
  }
}
