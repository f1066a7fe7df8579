package dev.retort.migrate;

/** The version of this library, as the history table records it. */
public final class RetortVersion {

  /** A constant rather than a resource: nothing to load at boot or to declare to GraalVM. */
  public static final String CURRENT = "0.1.0-SNAPSHOT";

  private RetortVersion() {}

  /** The version of the library that is running; {@link #CURRENT} is copied into its users. */
  public static String running() {
    return CURRENT;
  }
}
