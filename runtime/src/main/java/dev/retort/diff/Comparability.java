package dev.retort.diff;

import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Set;

/** Which types a foreign key can compare with each other: those of one B-tree operator family. */
final class Comparability {

  /** PostgreSQL's families of more than one type that keys are made of. */
  private static final List<Set<String>> FAMILIES =
      List.of(
          Set.of("smallint", "integer", "bigint"),
          Set.of("real", "double precision"),
          Set.of("text", "character varying", "name"));

  private Comparability() {}

  static boolean of(SqlType one, SqlType other) {
    if (one.arrayDimensions() > 0 || other.arrayDimensions() > 0) {
      return one.name().equals(other.name()) && one.arrayDimensions() == other.arrayDimensions();
    }
    return one.name().equals(other.name())
        || FAMILIES.stream()
            .anyMatch(family -> family.contains(one.name()) && family.contains(other.name()));
  }
}
