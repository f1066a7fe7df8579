package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * A column whose values are labels of an enum type, or arrays of them.
 *
 * @param table the column's table
 * @param column the column's name
 * @param arrayDimensions 0 for a plain column, 1 for an array
 */
public record EnumColumn(QualifiedName table, String column, int arrayDimensions)
    implements Comparable<EnumColumn> {

  private static final Comparator<EnumColumn> ORDER =
      Comparator.comparing(EnumColumn::table)
          .thenComparing(EnumColumn::column)
          .thenComparing(EnumColumn::arrayDimensions);

  public EnumColumn {
    requireNonNull(table, "table");
    Names.requireName(column);
    if (arrayDimensions < 0) {
      throw new IllegalArgumentException("array dimensions must not be negative");
    }
  }

  @Override
  public int compareTo(EnumColumn other) {
    return ORDER.compare(this, other);
  }

  /** The column as people write it, {@code table.column[]}; unquoted, so not for SQL. */
  @Override
  public String toString() {
    return table + "." + column + "[]".repeat(arrayDimensions);
  }
}
