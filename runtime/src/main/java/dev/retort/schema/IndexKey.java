package dev.retort.schema;

/**
 * One column of an index.
 *
 * @param column the column's name
 * @param descending whether the index runs from high to low here (NULLs first, as PostgreSQL does)
 */
public record IndexKey(String column, boolean descending) {

  public IndexKey {
    Names.requireName(column);
  }

  public static IndexKey asc(String column) {
    return new IndexKey(column, false);
  }

  public static IndexKey desc(String column) {
    return new IndexKey(column, true);
  }
}
