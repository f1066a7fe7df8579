package dev.retort.processor.entity;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.QualifiedName;

/**
 * The place of something inside a schema; the key under which its origin in the sources is kept.
 *
 * @param kind what it is
 * @param owner its table, or its own name for a table, sequence or enum type
 * @param name its name inside the table; empty for a table, sequence or enum type
 */
public record SchemaPath(Kind kind, QualifiedName owner, String name) {

  /** What can have an origin in the sources. */
  public enum Kind {
    TABLE,
    COLUMN,
    CONSTRAINT,
    INDEX,
    SEQUENCE,
    ENUM_TYPE
  }

  public SchemaPath {
    requireNonNull(kind, "kind");
    requireNonNull(owner, "owner");
    requireNonNull(name, "name");
  }

  public static SchemaPath table(QualifiedName table) {
    return new SchemaPath(Kind.TABLE, table, "");
  }

  public static SchemaPath column(QualifiedName table, String column) {
    return new SchemaPath(Kind.COLUMN, table, column);
  }

  public static SchemaPath constraint(QualifiedName table, String constraint) {
    return new SchemaPath(Kind.CONSTRAINT, table, constraint);
  }

  public static SchemaPath index(QualifiedName table, String index) {
    return new SchemaPath(Kind.INDEX, table, index);
  }

  public static SchemaPath sequence(QualifiedName sequence) {
    return new SchemaPath(Kind.SEQUENCE, sequence, "");
  }

  public static SchemaPath enumType(QualifiedName enumType) {
    return new SchemaPath(Kind.ENUM_TYPE, enumType, "");
  }
}
