package dev.retort.processor.report;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Knows from the sources what the compiler's elements do not say: the values of enums. */
public interface EnumValues {

  /** Knows nothing, as of class files. */
  EnumValues UNKNOWN =
      new EnumValues() {
        @Override
        public Optional<List<Object>> of(TypeElement enumType, VariableElement field) {
          return Optional.empty();
        }

        @Override
        public Optional<List<Optional<Object>>> converted(
            TypeElement converter, Optional<TypeElement> enumType) {
          return Optional.empty();
        }
      };

  /**
   * The value that each constant has in the field, in the order of the constants: strings or
   * numbers.
   *
   * @return empty when one of them is not plain to see
   */
  Optional<List<Object>> of(TypeElement enumType, VariableElement field);

  /**
   * What a converter returns for each value that there is.
   *
   * @param enumType the enum that it converts; empty where it converts booleans
   * @return for each constant of the enum, or for false, true, and null if that is converted to a
   *     value; within, empty for null. Empty when one of them is not plain to see
   */
  Optional<List<Optional<Object>>> converted(TypeElement converter, Optional<TypeElement> enumType);
}
