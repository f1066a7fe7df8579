package dev.retort.schema;

/** What happens to referring rows when the row that they refer to is deleted or its key changes. */
public enum ReferentialAction {
  NO_ACTION,
  RESTRICT,
  CASCADE,
  SET_NULL,
  SET_DEFAULT;

  /** The action as SQL spells it. */
  public String sql() {
    return name().replace('_', ' ');
  }
}
