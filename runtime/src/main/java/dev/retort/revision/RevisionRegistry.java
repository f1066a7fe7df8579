package dev.retort.revision;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The revisions of an application. The processor generates the implementation and registers it for
 * {@link java.util.ServiceLoader}; nobody else needs to implement it, except in tests.
 */
public interface RevisionRegistry {

  /** The checksum of each head by its id: all that a boot with nothing to do looks at. */
  Map<String, String> heads();

  /**
   * The other checksums under which a database may record a head, by its id: those that it had
   * before revisions were squashed. Heads without such are left out.
   */
  default Map<String, List<String>> formerHeads() {
    return Map.of();
  }

  /** All revisions, each after those that it follows. */
  List<RevisionInfo> revisions();

  /**
   * A new instance of the revision with the given id.
   *
   * @throws IllegalArgumentException if there is none
   */
  Revision create(String id);

  /**
   * The statements of a revision's upgrade; empty where its operations have to be asked for, as
   * they run code or SQL of its author, send rows, or run outside a transaction.
   *
   * @param id the id of one of the {@link #revisions}
   */
  default Optional<CompiledUpgrade> compiledUpgrade(String id) {
    return Optional.empty();
  }
}
