package dev.retort.catalog;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.Schema;
import java.util.List;

/**
 * What a database has.
 *
 * @param schema what the schema model can express of it
 * @param beyond what it cannot, a line each: options of views, collations of indexes, exclusion
 *     constraints and the like; sorted
 */
public record LiveSchema(Schema schema, List<String> beyond) {

  public LiveSchema {
    requireNonNull(schema, "schema");
    beyond = List.copyOf(beyond);
  }
}
