package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.relational.CheckDraft;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.type.ColumnType;
import dev.retort.processor.entity.type.JdbcType;
import dev.retort.processor.entity.type.Size;
import java.util.List;
import java.util.Optional;

/** Bean Validation's constraints as Hibernate's {@code TypeSafeActivator} applies them to DDL. */
final class BeanValidation {

  private static final String CONSTRAINTS = "jakarta.validation.constraints.";
  private static final List<String> NOT_NULL =
      List.of(CONSTRAINTS + "NotNull", CONSTRAINTS + "NotBlank", CONSTRAINTS + "NotEmpty");

  private BeanValidation() {}

  static boolean isNotNull(Member member) {
    return NOT_NULL.stream().anyMatch(member::has);
  }

  /** Applies the constraints of the default group to a basic attribute's column. */
  static void apply(ColumnDraft column, Member member, boolean keepNullable) {
    if (isNotNull(member) && !keepNullable) {
      column.nullable(false);
    }
    range(column, member, "Min", ">=");
    range(column, member, "Max", "<=");
    if (column.type().jdbcType() == JdbcType.VARCHAR) {
      maxLength(member).ifPresent(max -> column.type(resized(column.type(), Size.length(max))));
    }
    if (column.type().jdbcType() == JdbcType.NUMERIC) {
      member
          .find(CONSTRAINTS + "Digits")
          .ifPresent(
              digits -> {
                int fraction = digits.integer("fraction");
                column.type(
                    resized(
                        column.type(),
                        Size.precision(digits.integer("integer") + fraction, fraction)));
              });
    }
  }

  private static void range(
      ColumnDraft column, Member member, String constraint, String comparison) {
    member
        .find(CONSTRAINTS + constraint)
        .ifPresent(
            use ->
                column.check(
                    new CheckDraft(
                        Optional.empty(),
                        column.name().sql() + comparison + use.string("value"),
                        member.element())));
  }

  private static Optional<Integer> maxLength(Member member) {
    return member
        .find(CONSTRAINTS + "Size")
        .or(() -> member.find("org.hibernate.validator.constraints.Length"))
        .map((AnnotationUse use) -> use.integer("max"))
        .filter(max -> max < Integer.MAX_VALUE);
  }

  private static ColumnType resized(ColumnType type, Size size) {
    return type.withSize(size.orElse(type.size()));
  }
}
