package dev.retort;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What became of one schema among several that were upgraded.
 *
 * @param schema its name
 * @param result what was done; empty where it failed
 * @param failure why it failed: a {@link dev.retort.problem.RetortException}, or what a listener
 *     threw; whole revisions that were applied before it stay applied
 */
public record SchemaUpgrade(
    String schema, Optional<UpgradeResult> result, Optional<Throwable> failure) {

  public SchemaUpgrade {
    requireNonNull(schema, "schema");
    if (result.isPresent() == failure.isPresent()) {
      throw new IllegalArgumentException("either a result or a failure");
    }
  }

  static SchemaUpgrade done(String schema, UpgradeResult result) {
    return new SchemaUpgrade(schema, Optional.of(result), Optional.empty());
  }

  static SchemaUpgrade failed(String schema, Throwable failure) {
    return new SchemaUpgrade(schema, Optional.empty(), Optional.of(failure));
  }
}
