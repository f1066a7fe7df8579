package dev.retort.postgres;

import dev.retort.schema.SqlType;

/** Types as SQL spells them. */
public final class TypeNames {

  private TypeNames() {}

  /**
   * The type as SQL spells it. A name that is not PostgreSQL's own is quoted where needed; {@code
   * namespace.name} is a name in a namespace, and a part that is in double quotes already is
   * understood.
   */
  public static String render(SqlType type) {
    String name = type.isBuiltIn() ? type.name() : quoted(type);
    return type.spell(name) + "[]".repeat(type.arrayDimensions());
  }

  private static String quoted(SqlType type) {
    return type.userDefinedName()
        .map(Identifiers::quote)
        .orElseGet(() -> Identifiers.quote(type.name()));
  }
}
