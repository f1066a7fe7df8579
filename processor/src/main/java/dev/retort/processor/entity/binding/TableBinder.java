package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.naming.HashedNames;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.relational.IndexDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.relational.UniqueDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Tables, and what the annotations of a table say about unique constraints, indexes, checks. */
final class TableBinder {

  private final Reading reading;

  TableBinder(Reading reading) {
    this.reading = reading;
  }

  /**
   * Adds a table.
   *
   * @param annotation {@code @Table} or one of its relatives
   * @param implicitName its name where the annotation gives none
   */
  TableDraft create(Optional<AnnotationUse> annotation, Identifier implicitName, Element origin) {
    Identifier logical =
        annotation.flatMap(a -> a.text("name")).map(Identifier::of).orElse(implicitName);
    Optional<Identifier> namespace = reading.namespace(annotation.flatMap(a -> a.text("schema")));
    TableDraft table =
        reading.schema.add(
            new TableDraft(reading.naming.physical(logical), logical, namespace, origin));
    return table;
  }

  /** The comment that an annotation of Jakarta Persistence states. */
  void comment(TableDraft table, AnnotationUse annotation) {
    annotation.text("comment").ifPresent(text -> reading.comments.jakarta(table, text));
  }

  /** Adds the unique constraints, indexes and checks that the annotation states. */
  void constrain(TableDraft table, AnnotationUse annotation, Element origin) {
    if (annotation.text("options").isPresent()) {
      throw new Unmappable(
          EntityProblems.unsupported("Table " + table.name().text(), "table options"));
    }
    for (AnnotationUse unique : annotation.annotations("uniqueConstraints")) {
      unique(table, unique, unique.strings("columnNames"), origin);
    }
    for (AnnotationUse index : annotation.annotations("indexes")) {
      index(table, index, origin);
    }
    for (AnnotationUse check : annotation.annotations("check")) {
      table.check(BasicBinder.checkOf(check, "constraint", origin));
    }
  }

  /** Adds the constraint of a {@code @UniqueConstraint}, or of an {@code @Index} that is one. */
  private void unique(
      TableDraft table, AnnotationUse annotation, List<String> columns, Element origin) {
    String options = annotation.text("options").orElse("").strip();
    Deferrability deferrability =
        ConstraintOptions.deferrability(options)
            .orElseThrow(
                () ->
                    new Unmappable(
                        EntityProblems.unsupported(
                            "A unique constraint of table " + table.name().text(),
                            "the options " + options)));
    List<Identifier> written = columns.stream().map(Identifier::of).toList();
    Optional<Identifier> stated = annotation.text("name").map(Identifier::of);
    table.unique(
        stated.map(Identifier::text).orElseGet(() -> HashedNames.unique(table.name(), written)),
        new UniqueDraft(
            stated,
            written.stream().map(reading.naming::physical).toList(),
            true,
            deferrability,
            origin));
  }

  private void index(TableDraft table, AnnotationUse annotation, Element origin) {
    List<IndexText.Part> parts = IndexText.parts(annotation.string("columnList"));
    List<Identifier> written = parts.stream().map(part -> Identifier.of(part.text())).toList();
    String place = "An index of table " + table.name().text();
    if (annotation.bool("unique") && parts.stream().noneMatch(IndexText.Part::isPasted)) {
      // Hibernate makes a unique constraint of it.
      unique(table, annotation, written.stream().map(Identifier::toString).toList(), origin);
      return;
    }
    Identifier name =
        annotation
            .text("name")
            .map(Identifier::of)
            .map(TableBinder::unquoted)
            .orElseGet(() -> Identifier.of(HashedNames.index(table.name(), written)));
    IndexText.Options options =
        annotation.text("options").map(text -> options(place, text)).orElse(IndexText.Options.NONE);
    List<Identifier> columns = new ArrayList<>();
    List<IndexKey> keys = new ArrayList<>();
    for (IndexText.Part part : IndexText.distinct(parts)) {
      keys.add(part.isPasted() ? pasted(place, part, columns) : column(part, columns));
    }
    columns.addAll(options.included());
    Index index =
        Index.index(name.stored(), keys.toArray(IndexKey[]::new))
            .include(options.included().stream().map(Identifier::stored).toArray(String[]::new))
            .withPredicate(options.condition());
    index = annotation.bool("unique") ? index.asUnique() : index;
    index = options.nullsDistinct() ? index : index.nullsNotDistinct();
    if (!table.index(new IndexDraft(name, index, columns, origin))) {
      throw new Unmappable(
          EntityProblems.conflict(
              "Table " + table.name().text() + " has two indexes named " + name.text()));
    }
  }

  /** Hibernate writes the name of an index without the quotes that an annotation gives it. */
  private static Identifier unquoted(Identifier name) {
    boolean bare = !Identifier.of(name.text()).quoted();
    return new Identifier(name.text(), !bare);
  }

  private IndexKey column(IndexText.Part part, List<Identifier> columns) {
    Identifier column = reading.naming.physical(Identifier.of(part.text()));
    columns.add(column);
    return part.isDescending() ? IndexKey.desc(column.stored()) : IndexKey.asc(column.stored());
  }

  private static IndexKey pasted(String place, IndexText.Part part, List<Identifier> columns) {
    IndexKey key =
        IndexText.pasted(part)
            .orElseThrow(
                () ->
                    new Unmappable(
                        IndexText.isClosed(part)
                            ? EntityProblems.unsupported(place, "the key " + part.text())
                            : EntityProblems.indexKey(place, part.text())));
    key.column().ifPresent(name -> columns.add(new Identifier(name, true)));
    return key;
  }

  private static IndexText.Options options(String place, String text) {
    return IndexText.options(text)
        .orElseThrow(
            () -> new Unmappable(EntityProblems.unsupported(place, "the options " + text.strip())));
  }
}
