package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * Comments on tables and columns: Hibernate's {@code @Comment} (its {@code CommentBinder}), and
 * those of Jakarta Persistence 3.2, which count less.
 */
final class Comments {

  private final Reading reading;

  Comments(Reading reading) {
    this.reading = reading;
  }

  /** What an annotation of Jakarta Persistence says, which Hibernate reads since version 7. */
  void jakarta(ColumnDraft column, String text) {
    if (reading.hibernate.isSeven()) {
      on(column, text);
    }
  }

  /** What an annotation of Jakarta Persistence says, which Hibernate reads since version 7. */
  void jakarta(TableDraft table, String text) {
    if (reading.hibernate.isSeven()) {
      table.comment(stored(text));
    }
  }

  void on(ColumnDraft column, String text) {
    column.comment(stored(text));
  }

  /**
   * The comment that PostgreSQL stores. Hibernate puts the text between two quotes as it is, so
   * that a quote must be written twice there. Where it is not, the export's statement fails; here
   * the text is what it looks like. An empty one is none.
   */
  static Optional<String> stored(String text) {
    boolean escaped = text.replace("''", "").indexOf('\'') < 0;
    return Optional.of(escaped ? text.replace("''", "'") : text).filter(t -> !t.isEmpty());
  }

  /** {@code @Comment} on the entity's class: on its table or a secondary one. */
  void ofClass(EntityBinding entity) {
    for (AnnotationUse use : all(entity.type())) {
      List<TableDraft> tables = new ArrayList<>(List.of(entity.table()));
      tables.addAll(entity.secondaryTables().values());
      tables.stream()
          .filter(table -> isOn(use, table))
          .findFirst()
          .orElseThrow(
              () ->
                  new Unmappable(
                      EntityProblems.unsupported(
                          Reading.describe(entity.type()),
                          "@Comment on " + use.string("on") + ", which is no table of it")))
          .comment(stored(use.string("value")));
    }
  }

  /** {@code @Comment} on the attributes of an entity, when all of them have their columns. */
  void ofAttributes(EntityBinding entity) {
    entity
        .members()
        .forEach(
            (path, member) ->
                all(member.element())
                    .forEach(
                        use ->
                            reading.guarded(
                                member.element(), () -> ofAttribute(entity, path, member, use))));
  }

  private void ofAttribute(EntityBinding entity, String path, Member member, AnnotationUse use) {
    if (AttributeBinder.isCollection(member)) {
      ofCollection(entity.collectionTable(path), member, use);
      return;
    }
    entity.columns(path).stream()
        .filter(column -> isOn(use, column))
        .findFirst()
        .orElseThrow(() -> noTarget(use, member.element(), entity.table()))
        .comment(stored(use.string("value")));
  }

  private static void ofCollection(Optional<TableDraft> own, Member member, AnnotationUse use) {
    TableDraft table =
        own.orElseThrow(
            () ->
                new Unmappable(
                    EntityProblems.unsupported(
                        Reading.describe(member.element()),
                        "@Comment on a collection without a table of its own")));
    if (isOn(use, table)) {
      table.comment(stored(use.string("value")));
      return;
    }
    table.columns().stream()
        .filter(column -> isOn(use, column))
        .findFirst()
        .orElseThrow(() -> noTarget(use, member.element(), table))
        .comment(stored(use.string("value")));
  }

  private static List<AnnotationUse> all(Element element) {
    return AnnotationUse.allOn(element, Names.COMMENT, Names.COMMENTS);
  }

  private static boolean isOn(AnnotationUse use, TableDraft table) {
    String on = use.string("on");
    return on.isEmpty() || table.name().text().equalsIgnoreCase(on);
  }

  private static boolean isOn(AnnotationUse use, ColumnDraft column) {
    String on = use.string("on");
    return on.isEmpty() || column.name().text().equalsIgnoreCase(on);
  }

  private static Unmappable noTarget(AnnotationUse use, Element element, TableDraft table) {
    return new Unmappable(
        EntityProblems.unknownColumn(
            "@Comment on " + Reading.describe(element),
            use.string("on"),
            table.name().text(),
            table.columnNames()));
  }
}
