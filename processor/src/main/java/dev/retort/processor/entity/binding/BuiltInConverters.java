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
    return switch (converter) {
      case "org.hibernate.type.YesNoConverter" -> Optional.of(letters("N", "Y"));
      case "org.hibernate.type.TrueFalseConverter" -> Optional.of(letters("F", "T"));
      case "org.hibernate.type.NumericBooleanConverter" ->
          Optional.of(
              BasicType.of(ColumnType.of(JdbcType.INTEGER))
                  .checked(column -> column.sql() + " in (0, 1)"));
      default -> Optional.empty();
    };
  }

  private static BasicType letters(String no, String yes) {
    return BasicType.of(ColumnType.of(JdbcType.CHAR, Size.length(1)))
        .checked(column -> column.sql() + " in ('" + no + "', '" + yes + "')");
  }
}
