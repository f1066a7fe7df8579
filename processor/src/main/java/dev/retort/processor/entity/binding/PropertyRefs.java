package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.type.BasicType;
import dev.retort.processor.entity.type.ColumnType;
import dev.retort.processor.entity.type.Facets;
import dev.retort.processor.entity.type.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Associations to one that refer to an attribute of the target, not to its key:
 * {@code @PropertyRef} of Hibernate 7. Unlike join columns that name other columns, it makes
 * nothing unique; where the attribute is not, PostgreSQL takes no foreign key.
 */
final class PropertyRefs {

  private final Reading reading;
  private final Joins joins;

  PropertyRefs(Reading reading, Joins joins) {
    this.reading = reading;
    this.joins = joins;
  }

  /** Refuses the annotation where Hibernate does not read it as for an association to one. */
  static void refuse(Member member, String what) {
    if (member.has(Names.PROPERTY_REF)) {
      throw new Unmappable(EntityProblems.unsupported(Reading.describe(member.element()), what));
    }
  }

  /**
   * The columns that refer to the attribute. Stated ones are paired with its columns by position,
   * whatever they say about the columns referred to.
   */
  Joins.Pairs to(
      AnnotationUse annotation,
      List<AnnotationUse> joinColumns,
      EntityBinding target,
      Member member) {
    String attribute = annotation.string("value");
    List<ColumnDraft> referenced = referenced(attribute, target, member);
    List<ColumnDraft> columns = new ArrayList<>();
    if (joinColumns.isEmpty() && referenced.size() == 1 && target.key().size() == 1) {
      columns.add(implicit(referenced.get(0), attribute, target, member));
      return new Joins.Pairs(columns, referenced);
    }
    if (joinColumns.size() != referenced.size()) {
      throw new Unmappable(
          EntityProblems.joinColumnCount(
              Reading.describe(member.element()), joinColumns.size(), referenced.size()));
    }
    for (int i = 0; i < joinColumns.size(); i++) {
      columns.add(
          joins.explicit(
              joinColumns.get(i),
              referenced.get(i),
              target.table(),
              member.name(),
              member.element()));
    }
    return new Joins.Pairs(columns, referenced);
  }

  /**
   * Hibernate calls the column after the target's key and gives it the length of that, or else the
   * size that the attribute's type has when nobody says.
   */
  private ColumnDraft implicit(
      ColumnDraft referenced, String attribute, EntityBinding target, Member member) {
    ColumnDraft key = target.key().get(0);
    ColumnDraft column = joins.implicit(key, target.table(), member.name(), member.element());
    ColumnType type = referenced.type();
    Size unstated =
        target
            .member(attribute)
            .flatMap(known -> reading.basics.of(known.type(), Facets.of(known)))
            .map(BasicType::column)
            .filter(known -> known.jdbcType() == type.jdbcType())
            .map(ColumnType::size)
            .orElse(Size.NONE);
    boolean sizedByKey = type.jdbcType().isCharacter() && key.type().jdbcType().isCharacter();
    return column.type(
        new ColumnType(
            type.jdbcType(),
            sizedByKey ? key.type().size() : unstated,
            type.element(),
            type.definition(),
            type.enumType()));
  }

  private static List<ColumnDraft> referenced(
      String attribute, EntityBinding target, Member member) {
    if (target.key().isEmpty()) {
      throw Unmappable.consequence();
    }
    List<ColumnDraft> inside = target.columnsInside(attribute);
    List<ColumnDraft> columns = inside.isEmpty() ? target.columns(attribute) : inside;
    if (columns.isEmpty()
        || target.member(attribute).filter(AttributeBinder::isToOne).isPresent()) {
      throw new Unmappable(
          EntityProblems.unsupported(
              Reading.describe(member.element()),
              "@PropertyRef(\"" + attribute + "\"), which is no basic or embedded attribute,"));
    }
    return columns;
  }
}
