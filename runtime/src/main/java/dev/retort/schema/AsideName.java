package dev.retort.schema;

/** The name of something while another thing takes its place, by which one sees what it was. */
public final class AsideName {

  private static final String PREFIX = "retort_old_";

  private AsideName() {}

  /** The name with a prefix, cut where PostgreSQL would cut it, but never within a character. */
  public static String of(String name) {
    String aside = PREFIX + name;
    while (!Names.fits(aside)) {
      aside = aside.substring(0, aside.offsetByCodePoints(aside.length(), -1));
    }
    return aside;
  }
}
