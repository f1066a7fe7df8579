package dev.retort.schema;

import java.util.Set;

/** An object that is its definition: it holds no rows of its own that could not be made anew. */
public sealed interface DefinedObject permits View, Routine, Trigger {

  ObjectId id();

  Definition definition();

  /** The same object with another text, comment or dependencies. */
  DefinedObject withDefinition(Definition newDefinition);

  /** Whether the other is the same object and says the same, whatever is said about it. */
  boolean sameText(DefinedObject other);

  /** All names in its text outside of literals, and those that it states to need. */
  Set<String> names();

  /** Whether nothing but the order of changes tells the two apart. */
  default boolean sameAs(DefinedObject other) {
    return sameText(other) && definition().comment().equals(other.definition().comment());
  }
}
