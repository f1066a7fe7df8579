package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The name of a table or sequence, with its namespace (what PostgreSQL calls a schema) where one is
 * given.
 *
 * <p>Names are kept exactly as the database stores them: case matters and nothing is quoted here.
 *
 * @param namespace the namespace, or empty for the one that migrations run in
 * @param local the name inside the namespace; never blank
 */
public record QualifiedName(Optional<String> namespace, String local)
    implements Comparable<QualifiedName> {

  /** What the namespace that migrations run in is called in PostgreSQL, unless it is another. */
  public static final String DEFAULT_NAMESPACE = "public";

  public QualifiedName {
    requireNonNull(namespace, "namespace");
    Names.requireName(local);
    if (namespace.isPresent()) {
      Names.requireName(namespace.get());
    }
  }

  /** A name in the namespace that migrations run in. */
  public static QualifiedName of(String local) {
    return new QualifiedName(Optional.empty(), local);
  }

  /** A name in the given namespace. */
  public static QualifiedName of(String namespace, String local) {
    return new QualifiedName(Optional.of(namespace), local);
  }

  /** The same namespace with another local name. */
  public QualifiedName withLocal(String newLocal) {
    return new QualifiedName(namespace, newLocal);
  }

  /** The name as people write it, with the namespace also where it is the default one. */
  public String inFull() {
    return namespace.orElse(DEFAULT_NAMESPACE) + "." + local;
  }

  @Override
  public int compareTo(QualifiedName other) {
    int order = namespace.orElse("").compareTo(other.namespace.orElse(""));
    return order != 0 ? order : local.compareTo(other.local);
  }

  /**
   * Spread over all bits: names that differ in a number alone, as those of many tables do, would
   * meet in a few buckets of a hash table.
   */
  @Override
  public int hashCode() {
    int hash = (31 * namespace.hashCode() + local.hashCode()) * 0x9E3779B9;
    return hash ^ (hash >>> 16);
  }

  /** The name as people write it, {@code namespace.local}; unquoted, so not for SQL. */
  @Override
  public String toString() {
    return namespace.isPresent() ? namespace.get() + "." + local : local;
  }
}
