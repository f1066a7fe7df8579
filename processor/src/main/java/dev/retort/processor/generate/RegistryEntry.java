package dev.retort.processor.generate;

import static java.util.Objects.requireNonNull;

import dev.retort.revision.RevisionInfo;

/**
 * A revision as the registry lists it.
 *
 * @param info what is known of it without its class
 * @param packageName the package of its class; empty for the unnamed one
 * @param className the name of its class inside the package; a nested one as {@code Outer.Inner}
 */
public record RegistryEntry(RevisionInfo info, String packageName, String className) {

  public RegistryEntry {
    requireNonNull(info, "info");
    requireNonNull(packageName, "packageName");
    requireNonNull(className, "className");
  }
}
