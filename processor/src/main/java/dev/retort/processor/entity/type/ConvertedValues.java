package dev.retort.processor.entity.type;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The check that limits a column to what a converter returns, as Hibernate writes it ({@code
 * EnumJavaType}, {@code BooleanJavaType}, {@code Dialect.getCheckCondition}).
 */
public final class ConvertedValues {

  private ConvertedValues() {}

  /**
   * A column that is limited to the given values.
   *
   * @param values the values, empty for null; in the order of the constants of an enum
   * @param hashed whether Hibernate keeps them in a hash set
   */
  public static BasicType limited(
      ColumnType column, List<Optional<Object>> values, boolean hashed) {
    boolean isText = column.jdbcType().isCharacter();
    List<Object> distinct = values.stream().<Object>flatMap(Optional::stream).toList();
    if (hashed) {
      distinct = inHashOrder(distinct, values.size());
    }
    List<Object> literals =
        distinct.stream().map(value -> isText ? value.toString() : value).toList();
    boolean nullable = values.stream().anyMatch(Optional::isEmpty);
    return BasicType.of(column)
        .checked(
            name ->
                InCondition.of(name, literals)
                    + (nullable ? " or " + name.sql() + " is null" : ""));
  }

  /**
   * The distinct values in the order in which the hash set that Hibernate keeps them in has them.
   *
   * @param size how many the set was made for
   */
  static List<Object> inHashOrder(List<Object> values, int size) {
    Map<Object, Object> hashed = new HashMap<>(Math.max((int) (size / 0.75f) + 1, 16), 0.75f);
    values.forEach(value -> hashed.put(value, value));
    return List.copyOf(hashed.keySet());
  }
}
