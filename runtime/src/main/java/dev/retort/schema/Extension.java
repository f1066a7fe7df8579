package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An extension of PostgreSQL, such as {@code pg_trgm}: its types, functions and operator classes
 * are no part of the schema model.
 *
 * @param name the extension's name, which belongs to the whole database
 * @param namespace where its objects are created; empty for the default namespace
 */
public record Extension(String name, Optional<String> namespace) {

  public Extension {
    requireNonNull(name, "name");
    requireNonNull(namespace, "namespace");
  }
}
