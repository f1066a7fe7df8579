package dev.retort.processor.entity.type;

import dev.retort.processor.entity.naming.Identifier;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.VariableElement;

/**
 * How Hibernate stores a Java type in one column.
 *
 * @param column the column's type
 * @param unknownValues the field whose values would limit the column, were they known
 * @param check the check condition that comes with the type, for a column of the given name
 */
public record BasicType(
    ColumnType column,
    Optional<Function<Identifier, String>> check,
    Optional<VariableElement> unknownValues) {

  public static BasicType of(ColumnType column) {
    return new BasicType(column, Optional.empty(), Optional.empty());
  }

  public BasicType checked(Function<Identifier, String> condition) {
    return new BasicType(column, Optional.of(condition), unknownValues);
  }

  /** The same with a check that is left out, because the values in the field are not known. */
  BasicType uncheckedFor(VariableElement field) {
    return new BasicType(column, check, Optional.of(field));
  }
}
