package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.type.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code @Column} and its relatives say, read so that a default is nothing said.
 *
 * @param name the column's name
 * @param stated whether there is an annotation at all
 * @param nullable whether NULL is allowed
 * @param unique whether it is unique
 * @param size length, precision and scale
 * @param secondPrecision the digits of a second's fraction
 * @param definition the SQL that replaces the type
 * @param table the secondary table
 * @param checks check constraints
 * @param comment the column's comment, which Hibernate reads since version 7
 */
record ColumnSpec(
    Optional<String> name,
    boolean stated,
    boolean nullable,
    boolean unique,
    Size size,
    OptionalInt secondPrecision,
    Optional<String> definition,
    Optional<String> table,
    List<AnnotationUse> checks,
    Optional<String> comment) {

  /** The default of {@code @Column(length)}, which Hibernate takes for nothing said. */
  private static final int DEFAULT_LENGTH = 255;

  static final ColumnSpec NOTHING =
      new ColumnSpec(
          Optional.empty(),
          false,
          true,
          false,
          Size.NONE,
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty());

  /** Nothing but the table. */
  static ColumnSpec in(Optional<String> table) {
    return new ColumnSpec(
        NOTHING.name,
        false,
        NOTHING.nullable,
        NOTHING.unique,
        NOTHING.size,
        NOTHING.secondPrecision,
        NOTHING.definition,
        table,
        NOTHING.checks,
        NOTHING.comment);
  }

  /** The same with the digits of a second's fraction, where they are given. */
  ColumnSpec withFraction(OptionalInt digits) {
    return digits.isEmpty()
        ? this
        : new ColumnSpec(
            name, stated, nullable, unique, size, digits, definition, table, checks, comment);
  }

  static ColumnSpec of(Optional<AnnotationUse> column) {
    return column.map(ColumnSpec::of).orElse(NOTHING);
  }

  static ColumnSpec of(AnnotationUse column) {
    int length = column.integer("length");
    int precision = column.integer("precision");
    int secondPrecision =
        column.value("secondPrecision").isPresent() ? column.integer("secondPrecision") : -1;
    return new ColumnSpec(
        column.text("name"),
        true,
        column.bool("nullable"),
        column.bool("unique"),
        new Size(
            length == DEFAULT_LENGTH || column.value("length").isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(length),
            precision > 0 ? OptionalInt.of(precision) : OptionalInt.empty(),
            precision > 0 ? OptionalInt.of(column.integer("scale")) : OptionalInt.empty()),
        secondPrecision >= 0 ? OptionalInt.of(secondPrecision) : OptionalInt.empty(),
        column.text("columnDefinition"),
        column.text("table"),
        column.annotations("check"),
        column.text("comment"));
  }
}
