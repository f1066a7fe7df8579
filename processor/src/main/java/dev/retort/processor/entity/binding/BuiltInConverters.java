package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.type.BasicType;
import dev.retort.processor.entity.type.ColumnType;
import dev.retort.processor.entity.type.JdbcType;
import dev.retort.processor.entity.type.Size;
import java.util.Optional;

/** Hibernate's own converters of booleans, whose values are known. */
final class BuiltInConverters {

  private BuiltInConverters() {}

  /** The storage and check of a converter of {@code org.hibernate.type}, or empty. */
  static Optional<BasicType> of(String converter) {
    return of(converter, false);
  }

  /** The same where the meaning of true and false is exchanged. */
  static Optional<BasicType> of(String converter, boolean reversed) {
    return switch (converter) {
      case "org.hibernate.type.YesNoConverter" -> Optional.of(letter("'N'", "'Y'", reversed));
      case "org.hibernate.type.TrueFalseConverter" -> Optional.of(letter("'F'", "'T'", reversed));
      case "org.hibernate.type.NumericBooleanConverter" ->
          Optional.of(limited(ColumnType.of(JdbcType.INTEGER), "0", "1", reversed));
      default -> Optional.empty();
    };
  }

  private static BasicType letter(String no, String yes, boolean reversed) {
    return limited(ColumnType.of(JdbcType.CHAR, Size.length(1)), no, yes, reversed);
  }

  private static BasicType limited(ColumnType type, String no, String yes, boolean reversed) {
    String values = reversed ? yes + ", " + no : no + ", " + yes;
    return BasicType.of(type).checked(column -> column.sql() + " in (" + values + ")");
  }
}
