package dev.retort.testing;

import java.util.Random;

/**
 * What is made up is the same in every build, so that a build fails for what was changed and never
 * for the luck of the draw; {@code -Dretort.seed=N} makes up something else, as the nightly build
 * does.
 */
public final class Randomness {

  private static final long SEED = Long.getLong("retort.seed", 1);

  private Randomness() {}

  /** Where a test that numbers its tries starts. */
  public static long seed() {
    return SEED;
  }

  /** The given randomness, turned into another by the seed. */
  public static Random of(Random given) {
    return new Random(given.nextLong() + SEED);
  }
}
