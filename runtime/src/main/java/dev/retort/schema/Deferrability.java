package dev.retort.schema;

/** When a constraint is checked, and whether a transaction may put that off. */
public enum Deferrability {
  /** After each row or statement, always. */
  NOT_DEFERRABLE(""),
  /** After each statement, unless a transaction says {@code SET CONSTRAINTS … DEFERRED}. */
  DEFERRABLE("DEFERRABLE"),
  /** When the transaction ends, unless it says {@code SET CONSTRAINTS … IMMEDIATE}. */
  INITIALLY_DEFERRED("DEFERRABLE INITIALLY DEFERRED");

  private final String sql;

  Deferrability(String sql) {
    this.sql = sql;
  }

  /** The clause as SQL spells it; empty for the default. */
  public String sql() {
    return sql;
  }
}
