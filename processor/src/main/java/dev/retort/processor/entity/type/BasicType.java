package dev.retort.processor.entity.type;

import dev.retort.processor.entity.naming.Identifier;
import java.util.Optional;
import java.util.function.Function;

/**
 * How Hibernate stores a Java type in one column.
 *
 * @param column the column's type
 * @param check the check condition that comes with the type, for a column of the given name
 */
public record BasicType(ColumnType column, Optional<Function<Identifier, String>> check) {

  public static BasicType of(ColumnType column) {
    return new BasicType(column, Optional.empty());
  }

  public BasicType checked(Function<Identifier, String> condition) {
    return new BasicType(column, Optional.of(condition));
  }
}
