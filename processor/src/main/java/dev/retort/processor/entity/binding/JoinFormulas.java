package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import java.util.ArrayList;
import java.util.List;

/** What joins an association: columns, or formulas, which have no columns of their own. */
final class JoinFormulas {

  private JoinFormulas() {}

  /** The {@code @JoinColumn}s of an association, those among formulas too. */
  static List<AnnotationUse> columns(Member member) {
    List<AnnotationUse> columns =
        new ArrayList<>(
            AnnotationUse.allOn(member.element(), Names.JOIN_COLUMN, Names.JOIN_COLUMNS));
    for (AnnotationUse either : either(member)) {
      if (either.states("column")) {
        either.annotation("column").ifPresent(columns::add);
      }
    }
    return columns;
  }

  /** The {@code @JoinFormula}s of an association. */
  static List<AnnotationUse> formulas(Member member) {
    List<AnnotationUse> formulas = new ArrayList<>();
    member.find(Names.JOIN_FORMULA).ifPresent(formulas::add);
    for (AnnotationUse either : either(member)) {
      if (either.states("formula")) {
        either.annotation("formula").ifPresent(formulas::add);
      }
    }
    return formulas;
  }

  private static List<AnnotationUse> either(Member member) {
    return AnnotationUse.allOn(
        member.element(), Names.JOIN_COLUMN_OR_FORMULA, Names.JOIN_COLUMNS_OR_FORMULAS);
  }
}
