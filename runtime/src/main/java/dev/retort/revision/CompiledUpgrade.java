package dev.retort.revision;

import java.util.List;

/**
 * A revision's upgrade as the statements that it comes to, written when the revision was compiled,
 * so that a boot that applies it needs neither its class nor what would make SQL of it.
 *
 * @param locks about how many relations the statements lock
 * @param statements the statements in order, each without a semicolon at its end
 */
public record CompiledUpgrade(int locks, List<String> statements) {

  public CompiledUpgrade {
    statements = List.copyOf(statements);
  }
}
