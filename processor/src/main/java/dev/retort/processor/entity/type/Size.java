package dev.retort.processor.entity.type;

import java.util.OptionalInt;

/**
 * How long or precise a column is; empty where its type has no such measure or nobody said.
 *
 * @param length characters or bytes
 * @param precision digits; for times, the digits of a second's fraction
 * @param scale digits after the point
 */
public record Size(OptionalInt length, OptionalInt precision, OptionalInt scale) {

  public static final Size NONE =
      new Size(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

  public static Size length(int length) {
    return new Size(OptionalInt.of(length), OptionalInt.empty(), OptionalInt.empty());
  }

  public static Size precision(int precision) {
    return new Size(OptionalInt.empty(), OptionalInt.of(precision), OptionalInt.empty());
  }

  public static Size precision(int precision, int scale) {
    return new Size(OptionalInt.empty(), OptionalInt.of(precision), OptionalInt.of(scale));
  }

  /** This size where it says something, and the given one where it does not. */
  public Size orElse(Size other) {
    return new Size(
        length.isPresent() ? length : other.length,
        precision.isPresent() ? precision : other.precision,
        scale.isPresent() ? scale : other.scale);
  }
}
