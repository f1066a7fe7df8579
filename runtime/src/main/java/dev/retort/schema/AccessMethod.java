package dev.retort.schema;

import java.util.Map;
import java.util.Optional;

/**
 * What PostgreSQL's own index access methods can do, as {@code pg_indexam_has_property} and {@code
 * pg_index_column_has_property} say it for versions 13 to 18. Of others nothing is known here: the
 * server decides.
 *
 * @param unique whether it can forbid duplicates
 * @param ordered whether its keys have an order
 * @param includes whether it can carry columns that are no keys
 * @param severalKeys whether it can have more than one key
 */
record AccessMethod(boolean unique, boolean ordered, boolean includes, boolean severalKeys) {

  static final String DEFAULT = "btree";

  private static final Map<String, AccessMethod> KNOWN =
      Map.of(
          DEFAULT,
          new AccessMethod(true, true, true, true),
          "hash",
          new AccessMethod(false, false, false, false),
          "gin",
          new AccessMethod(false, false, false, true),
          "gist",
          new AccessMethod(false, false, true, true),
          "brin",
          new AccessMethod(false, false, false, true),
          // It includes columns since PostgreSQL 14.
          "spgist",
          new AccessMethod(false, false, true, false));

  /** Requires of an index what its method can do. */
  static void requireAble(Index index) {
    what(index)
        .ifPresent(
            fact -> {
              throw new SchemaException(
                  "index " + index.name() + " by " + index.method() + " " + fact);
            });
  }

  private static Optional<String> what(Index index) {
    AccessMethod method = KNOWN.get(index.method());
    if (method == null) {
      return Optional.empty();
    }
    if (index.unique() && !method.unique) {
      return Optional.of("cannot be unique");
    }
    if (!method.severalKeys && index.keys().size() > 1) {
      return Optional.of("cannot have more than one key");
    }
    if (!method.ordered && index.keys().stream().anyMatch(IndexKey::isOrdered)) {
      return Optional.of("has no order of its keys");
    }
    return index.included().isEmpty() || method.includes
        ? Optional.empty()
        : Optional.of("cannot include columns");
  }
}
