package dev.retort.processor.entity;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Knows what the constants of an enum hold in a field, which the compiler's elements do not. */
@FunctionalInterface
public interface EnumValues {

  /** Knows nothing, as of class files. */
  EnumValues UNKNOWN = (type, field) -> Optional.empty();

  /**
   * The value that each constant has in the field, in the order of the constants: strings or
   * numbers.
   *
   * @return empty when one of them is not plain to see
   */
  Optional<List<Object>> of(TypeElement enumType, VariableElement field);
}
