package dev.retort.processor.generate;

import static java.util.Objects.requireNonNull;

import dev.retort.revision.CompiledUpgrade;
import dev.retort.revision.RevisionInfo;
import java.util.Optional;

/**
 * A revision as the registry lists it.
 *
 * @param info what is known of it without its class
 * @param packageName the package of its class; empty for the unnamed one
 * @param className the name of its class inside the package; a nested one as {@code Outer.Inner}
 * @param upgrade the statements of its upgrade, where a boot needs nothing else
 */
public record RegistryEntry(
    RevisionInfo info, String packageName, String className, Optional<CompiledUpgrade> upgrade) {

  public RegistryEntry {
    requireNonNull(info, "info");
    requireNonNull(packageName, "packageName");
    requireNonNull(className, "className");
    requireNonNull(upgrade, "upgrade");
  }

  /** A revision whose operations a boot has to ask for. */
  public RegistryEntry(RevisionInfo info, String packageName, String className) {
    this(info, packageName, className, Optional.empty());
  }

  /** The same revision with the statements of its upgrade, if a boot needs nothing else. */
  RegistryEntry withUpgrade(Optional<CompiledUpgrade> compiled) {
    return new RegistryEntry(info, packageName, className, compiled);
  }
}
