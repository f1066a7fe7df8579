package dev.retort.processor;

import dev.retort.processor.entity.source.EnumValues;
import dev.retort.processor.report.CompilerEnvironment;
import dev.retort.processor.report.ConverterTrees;
import dev.retort.processor.report.EnumValueTrees;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Lets entities be read with what the compiler's syntax trees know. */
record SourceValues(EnumValueTrees fields, ConverterTrees converters) implements EnumValues {

  /** What the compiler's trees know; nothing where it has none. */
  static EnumValues of(CompilerEnvironment compiler) {
    return compiler
        .enumValues()
        .flatMap(
            fields ->
                compiler
                    .converters()
                    .map(converters -> (EnumValues) new SourceValues(fields, converters)))
        .orElse(EnumValues.UNKNOWN);
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
