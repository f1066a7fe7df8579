package dev.retort.processor.entity.type;

import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Names;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** How enums are stored: the number or the name, and the check constraint that limits it. */
final class EnumTypes {

  private EnumTypes() {}

  /** The names of the constants, in declaration order. */
  static List<String> constants(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
        .map(element -> element.getSimpleName().toString())
        .toList();
  }

  /** The field whose values are stored in place of ordinal and name (Persistence 3.2). */
  static Optional<VariableElement> enumeratedValue(TypeElement type) {
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (AnnotationUse.isOn(field, Names.ENUMERATED_VALUE)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** By number: {@code smallint} with {@code between}; Hibernate takes a TINYINT up to 128. */
  static BasicType ordinal(TypeElement type, Optional<ColumnType> stated) {
    int count = constants(type).size();
    ColumnType byNumber =
        stated.orElse(ColumnType.of(count <= 128 ? JdbcType.TINYINT : JdbcType.SMALLINT));
    return BasicType.of(byNumber).checked(column -> column.sql() + " between 0 and " + (count - 1));
  }

  /** Names in a column of length 1 are a {@code char(1)} ({@code EnumJavaType}). */
  static ColumnType column(Size size) {
    return size.length().equals(OptionalInt.of(1))
        ? ColumnType.of(JdbcType.CHAR, Size.length(1))
        : ColumnType.of(JdbcType.VARCHAR, Size.length(255));
  }

  /** By name: {@code varchar} with {@code in (…)}. */
  static BasicType named(TypeElement type, ColumnType column) {
    List<String> names = constants(type);
    return BasicType.of(column).checked(name -> InCondition.of(name, names));
  }

  /**
   * By the value of a field, limited to the values that there are.
   *
   * @param values the values; empty leaves the limit out
   */
  static Optional<BasicType> byField(VariableElement field, Optional<List<Object>> values) {
    Optional<ColumnType> column =
        switch (field.asType().toString()) {
          case "java.lang.String" -> Optional.of(ColumnType.of(JdbcType.VARCHAR, Size.length(255)));
          case "byte" -> Optional.of(ColumnType.of(JdbcType.TINYINT));
          case "short", "int" -> Optional.of(ColumnType.of(JdbcType.SMALLINT));
          default -> Optional.empty();
        };
    return column.map(
        type ->
            values
                .map(
                    known ->
                        BasicType.of(type)
                            .checked(
                                name ->
                                    InCondition.of(
                                        name, ConvertedValues.inHashOrder(known, known.size()))))
                .orElseGet(() -> BasicType.of(type).uncheckedFor(field)));
  }

  /**
   * By a type of the database's own: its name is that of the class, which no naming strategy sees,
   * and its labels are sorted unless it is an ordinal one ({@code PostgreSQLEnumJdbcType}).
   */
  static BasicType ofDatabase(TypeElement type, List<String> labels, boolean sorted) {
    QualifiedName name = QualifiedName.of(Identifier.of(type.getSimpleName().toString()).stored());
    return BasicType.of(
        ColumnType.of(new EnumType(name, sorted ? labels.stream().sorted().toList() : labels)));
  }
}
