package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.naming.HashedNames;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.relational.IndexDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.relational.UniqueDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;

/** Tables, and what the annotations of a table say about unique constraints, indexes, checks. */
final class TableBinder {

  private static final Pattern WHERE =
      Pattern.compile("where\\s+(.+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

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
    Optional<Identifier> namespace =
        annotation
            .flatMap(a -> a.text("schema"))
            .map(name -> reading.naming.physical(Identifier.of(name)));
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
      if (unique.text("options").isPresent()) {
        throw new Unmappable(
            EntityProblems.unsupported(
                "A unique constraint of table " + table.name().text(), "options"));
      }
      unique(table, unique.text("name"), unique.strings("columnNames"), origin);
    }
    for (AnnotationUse index : annotation.annotations("indexes")) {
      index(table, index, origin);
    }
    for (AnnotationUse check : annotation.annotations("check")) {
      table.check(BasicBinder.checkOf(check, "constraint", origin));
    }
  }

  private void unique(
      TableDraft table, Optional<String> name, List<String> columns, Element origin) {
    List<Identifier> written = columns.stream().map(Identifier::of).toList();
    Optional<Identifier> stated = name.map(Identifier::of);
    table.unique(
        stated.map(Identifier::text).orElseGet(() -> HashedNames.unique(table.name(), written)),
        new UniqueDraft(
            stated, written.stream().map(reading.naming::physical).toList(), true, origin));
  }

  /** The condition of a partial index, which Hibernate takes as the index's options. */
  private static Optional<String> predicate(TableDraft table, AnnotationUse index) {
    Optional<String> options = index.text("options").map(String::strip);
    if (options.isEmpty()) {
      return Optional.empty();
    }
    Matcher where = WHERE.matcher(options.get());
    if (!where.matches() || index.bool("unique")) {
      throw new Unmappable(
          EntityProblems.unsupported(
              "An index of table " + table.name().text(), "the options " + options.get()));
    }
    return Optional.of(where.group(1));
  }

  private void index(TableDraft table, AnnotationUse annotation, Element origin) {
    List<Identifier> written = new ArrayList<>();
    List<IndexDraft.Key> keys = new ArrayList<>();
    for (String part : annotation.string("columnList").split(",", -1)) {
      String text = part.strip();
      if (text.isEmpty()) {
        continue;
      }
      if (text.startsWith("(")) {
        throw new Unmappable(
            EntityProblems.unsupported(
                "An index of table " + table.name().text(), "an expression"));
      }
      String lower = text.toLowerCase(Locale.ROOT);
      boolean descending = lower.endsWith(" desc");
      String column =
          descending
              ? text.substring(0, text.length() - 5)
              : lower.endsWith(" asc") ? text.substring(0, text.length() - 4) : text;
      written.add(Identifier.of(column));
      keys.add(new IndexDraft.Key(reading.naming.physical(Identifier.of(column)), descending));
    }
    Optional<String> predicate = predicate(table, annotation);
    if (annotation.bool("unique")) {
      // Hibernate makes a unique constraint of it.
      unique(
          table,
          annotation.text("name"),
          written.stream().map(Identifier::toString).toList(),
          origin);
      return;
    }
    Identifier name =
        annotation
            .text("name")
            .map(Identifier::of)
            .orElseGet(() -> Identifier.of(HashedNames.index(table.name(), written)));
    if (!table.index(new IndexDraft(name, keys, predicate, origin))) {
      throw new Unmappable(
          EntityProblems.conflict(
              "Table " + table.name().text() + " has two indexes named " + name.text()));
    }
  }
}
