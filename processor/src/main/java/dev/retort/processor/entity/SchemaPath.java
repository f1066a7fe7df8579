package dev.retort.processor.entity;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;

/**
 * The place of something inside a schema; the key under which its origin in the sources is kept.
 *
 * @param kind what it is
 * @param owner its table, or its own name for a table, sequence or type
 * @param name its name inside the table or composite type; empty for a table, sequence or type
 */
public record SchemaPath(Kind kind, QualifiedName owner, String name) {

  /** What can have an origin in the sources. */
  public enum Kind {
    TABLE,
    COLUMN,
    CONSTRAINT,
    INDEX,
    SEQUENCE,
    ENUM_TYPE,
    COMPOSITE_TYPE,
    ATTRIBUTE
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

  public static SchemaPath compositeType(QualifiedName compositeType) {
    return new SchemaPath(Kind.COMPOSITE_TYPE, compositeType, "");
  }

  /** An attribute of a composite type, which is its owner. */
  public static SchemaPath attribute(QualifiedName compositeType, String attribute) {
    return new SchemaPath(Kind.ATTRIBUTE, compositeType, attribute);
  }

  /** What a table or column is called, without its namespace or table. */
  public String localName() {
    return kind == Kind.TABLE ? owner.local() : name;
  }

  /** Whether the schema has the table or column. */
  public boolean isIn(Schema schema) {
    return schema
        .table(owner)
        .filter(table -> kind == Kind.TABLE || table.column(name).isPresent())
        .isPresent();
  }

  /** Whether it is a table or belongs to one. */
  public boolean isOfTable() {
    return switch (kind) {
      case TABLE, COLUMN, CONSTRAINT, INDEX -> true;
      case SEQUENCE, ENUM_TYPE, COMPOSITE_TYPE, ATTRIBUTE -> false;
    };
  }
}
