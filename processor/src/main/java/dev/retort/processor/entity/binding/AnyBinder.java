package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.type.BasicType;
import dev.retort.processor.entity.type.ColumnType;
import dev.retort.processor.entity.type.Facets;
import dev.retort.processor.entity.type.JdbcType;
import dev.retort.processor.entity.type.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * {@code @Any} and the elements of {@code @ManyToAny}: a column that says what kind of entity is
 * referred to, and one with its key. Nothing constrains them.
 */
final class AnyBinder {

  private final BasicBinder basics;

  AnyBinder(BasicBinder basics) {
    this.basics = basics;
  }

  /** Adds the columns of an attribute. */
  List<ColumnDraft> bind(Holder holder, Member member) {
    boolean optional = member.find(Names.ANY).orElseThrow().bool("optional");
    return columns(member, ToOneBinder.joinColumns(holder, member), holder.table(), !optional);
  }

  /** Adds the columns of a collection's elements. */
  List<ColumnDraft> bindElements(Member member, List<AnnotationUse> joinColumns, TableDraft table) {
    return columns(member, joinColumns, table, true);
  }

  private List<ColumnDraft> columns(
      Member member, List<AnnotationUse> joinColumns, TableDraft table, boolean keyRequired) {
    if (joinColumns.size() != 1) {
      throw new Unmappable(
          EntityProblems.joinColumnCount(
              Reading.describe(member.element()), joinColumns.size(), 1));
    }
    List<ColumnDraft> columns = new ArrayList<>();
    if (!member.has(Names.FORMULA)) {
      columns.add(table.add(discriminator(member)));
    }
    columns.add(table.add(key(member, joinColumns.get(0), keyRequired)));
    return columns;
  }

  private ColumnDraft discriminator(Member member) {
    String kind =
        member.findMeta(Names.ANY_DISCRIMINATOR).map(use -> use.constant("value")).orElse("STRING");
    ColumnType type =
        switch (kind) {
          case "CHAR" -> ColumnType.of(JdbcType.CHAR, Size.length(1));
          case "INTEGER" -> ColumnType.of(JdbcType.INTEGER);
          default -> ColumnType.of(JdbcType.VARCHAR, Size.length(255));
        };
    ColumnSpec spec = ColumnSpec.of(member.find(Names.COLUMN));
    return basics.column(
        spec, spec.name().orElse(member.name()), BasicType.of(type), member.element());
  }

  private ColumnDraft key(Member member, AnnotationUse joinColumn, boolean required) {
    Element origin = member.element();
    ColumnSpec spec =
        new ColumnSpec(
            joinColumn.text("name"),
            true,
            joinColumn.bool("nullable"),
            joinColumn.bool("unique"),
            Size.NONE,
            ColumnSpec.NOTHING.secondPrecision(),
            joinColumn.text("columnDefinition"),
            Optional.empty(),
            joinColumn.annotations("check"),
            joinColumn.text("comment"));
    TypeMirror type =
        member
            .findMeta(Names.ANY_KEY_JAVA_CLASS)
            .flatMap(use -> use.type("value"))
            .orElseThrow(
                () ->
                    new Unmappable(
                        EntityProblems.unsupported(
                            Reading.describe(origin), "a key without @AnyKeyJavaClass")));
    ColumnDraft column =
        basics.column(
            spec,
            spec.name().orElse(member.name() + "_id"),
            basics.basicType(member, type, Facets.ofAnyKey(member), "key", spec),
            origin);
    return required ? column.nullable(false) : column;
  }
}
