package dev.retort.schema;

import static java.util.Objects.requireNonNull;

/**
 * Where a label of an enum type goes: next to another one.
 *
 * @param side on which side of the neighbour
 * @param neighbour a label that is there already
 */
public record EnumPosition(Side side, String neighbour) {

  /** A side of the neighbour. */
  public enum Side {
    BEFORE,
    AFTER
  }

  public EnumPosition {
    requireNonNull(side, "side");
    EnumType.requireLabel(neighbour);
  }

  /** Directly before the given label. */
  public static EnumPosition before(String neighbour) {
    return new EnumPosition(Side.BEFORE, neighbour);
  }

  /** Directly after the given label. */
  public static EnumPosition after(String neighbour) {
    return new EnumPosition(Side.AFTER, neighbour);
  }
}
