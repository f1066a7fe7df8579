package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.type.BasicType;
import dev.retort.processor.entity.type.ColumnType;
import dev.retort.processor.entity.type.Facets;
import dev.retort.processor.entity.type.JdbcType;
import dev.retort.processor.entity.type.Size;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * {@code @SoftDelete}: the column that says whether a row counts (Hibernate's SoftDeleteHelper).
 */
final class SoftDeleteBinder {

  private static final String NO_CONVERTER = Names.SOFT_DELETE + ".UnspecifiedConversion";

  private static final BasicType STAMP =
      BasicType.of(ColumnType.of(JdbcType.TIMESTAMP_WITH_TIMEZONE, Size.precision(6)));

  private final Reading reading;
  private final BasicBinder basics;

  SoftDeleteBinder(Reading reading, BasicBinder basics) {
    this.reading = reading;
    this.basics = basics;
  }

  /** Adds the column to the table of a hierarchy's root, where the class or its package asks. */
  void bind(EntityBinding root) {
    find(root.classes()).ifPresent(use -> bind(use, root.table(), root.type()));
  }

  /** Adds the column to the table of a collection. */
  void bind(Element collection, TableDraft table) {
    AnnotationUse.on(collection, Names.SOFT_DELETE)
        .or(() -> ofDeclaringClass(collection))
        .or(() -> ofPackage(collection))
        .ifPresent(use -> bind(use, table, collection));
  }

  /** In Hibernate 7, what stands on a class is meant for its collections too. */
  private Optional<AnnotationUse> ofDeclaringClass(Element collection) {
    return reading.hibernate.isSeven()
        ? AnnotationUse.on(collection.getEnclosingElement(), Names.SOFT_DELETE)
        : Optional.empty();
  }

  private Optional<AnnotationUse> find(List<TypeElement> classes) {
    for (int i = classes.size() - 1; i >= 0; i--) {
      Optional<AnnotationUse> use = AnnotationUse.on(classes.get(i), Names.SOFT_DELETE);
      if (use.isPresent()) {
        return use;
      }
    }
    return ofPackage(classes.get(classes.size() - 1));
  }

  private Optional<AnnotationUse> ofPackage(Element element) {
    return AnnotationUse.on(reading.shapes.elements().getPackageOf(element), Names.SOFT_DELETE);
  }

  private void bind(AnnotationUse use, TableDraft table, Element origin) {
    String strategy = use.constant("strategy");
    boolean stamp = strategy.equals("TIMESTAMP");
    boolean active = strategy.equals("ACTIVE");
    ColumnDraft column =
        basics.column(
            ColumnSpec.NOTHING,
            use.text("columnName").orElse(active ? "active" : "deleted"),
            stamp ? STAMP : indicator(use, active, origin),
            origin);
    Optional<String> comment = reading.hibernate.isSeven() ? use.text("comment") : Optional.empty();
    reading.comments.on(column, comment.orElse("Soft-delete indicator"));
    table.add(column.nullable(stamp));
  }

  private BasicType indicator(AnnotationUse use, boolean active, Element origin) {
    TypeMirror converter = use.type("converter").orElseThrow();
    String name = reading.shapes.nameOf(converter);
    if (name.equals(NO_CONVERTER)) {
      return BasicType.of(ColumnType.of(JdbcType.BOOLEAN));
    }
    TypeMirror bool = reading.shapes.elements().getTypeElement("java.lang.Boolean").asType();
    return BuiltInConverters.of(name, active)
        .or(
            () ->
                reading
                    .converters
                    .applied(converter)
                    .map(applied -> basics.converted(origin, bool, applied, Facets.NONE)))
        .orElseThrow(
            () -> new Unmappable(EntityProblems.unknownType(Reading.describe(origin), name)));
  }
}
