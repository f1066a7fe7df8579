package dev.retort;

import dev.retort.migrate.SchemasFailedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of several schemas that were upgraded.
 *
 * @param schemas one for each, in the order in which they were named
 */
public record SchemaUpgrades(List<SchemaUpgrade> schemas) {

  public SchemaUpgrades {
    schemas = List.copyOf(schemas);
  }

  /** Those to which something was applied. */
  public List<SchemaUpgrade> changed() {
    return schemas.stream()
        .filter(each -> each.result().filter(UpgradeResult::changed).isPresent())
        .toList();
  }

  /** Those that ended with a failure. */
  public List<SchemaUpgrade> failed() {
    return schemas.stream().filter(each -> each.failure().isPresent()).toList();
  }

  /**
   * The same, where none has failed.
   *
   * @throws SchemasFailedException if one has (RT537), with what each has failed with
   */
  public SchemaUpgrades orThrow() {
    Map<String, Throwable> failures = new LinkedHashMap<>();
    for (SchemaUpgrade each : failed()) {
      failures.put(each.schema(), each.failure().orElseThrow());
    }
    if (!failures.isEmpty()) {
      throw new SchemasFailedException(failures, schemas.size());
    }
    return this;
  }
}
