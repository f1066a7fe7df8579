package dev.retort.schema;

/** A type name that PostgreSQL does not have. */
public final class UnknownTypeException extends SchemaException {

  private static final long serialVersionUID = 1L;

  UnknownTypeException(String fact) {
    super(fact);
  }
}
