package dev.retort.processor.report;

import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** What the compiler's syntax trees tell of the values of enums. */
record SourceValues(EnumValueTrees fields, ConverterTrees converters) implements EnumValues {

  SourceValues(Trees trees) {
    this(new EnumValueTrees(trees), new ConverterTrees(trees));
  }

  @Override
  public Optional<List<Object>> of(TypeElement enumType, VariableElement field) {
    return fields.of(enumType, field);
  }

  @Override
  public Optional<List<Optional<Object>>> converted(
      TypeElement converter, Optional<TypeElement> enumType) {
    return enumType
        .map(type -> converters.ofEnum(converter, type))
        .orElseGet(() -> converters.ofBoolean(converter));
  }
}
