package dev.retort.schema;

import static java.util.Objects.requireNonNull;

/**
 * An attribute of a composite type. PostgreSQL has neither NOT NULL nor defaults there.
 *
 * @param name the name as the database stores it
 * @param type the type, which may be an enum type, another composite type or an array
 */
public record Attribute(String name, SqlType type) {

  public Attribute {
    Names.requireName(name);
    requireNonNull(type, "type");
  }

  public static Attribute attribute(String name, SqlType type) {
    return new Attribute(name, type);
  }

  public Attribute withType(SqlType newType) {
    return new Attribute(name, newType);
  }
}
