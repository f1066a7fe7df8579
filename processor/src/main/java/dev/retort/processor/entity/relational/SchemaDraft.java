package dev.retort.processor.entity.relational;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.report.Finding;
import dev.retort.schema.DefinedObjects;
import dev.retort.schema.Definition;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.Element;

/** All tables, sequences and types in the making. Mutable, confined to one reading. */
public final class SchemaDraft {

  private final Map<QualifiedName, TableDraft> tables = new LinkedHashMap<>();
  private final Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();
  private final Map<QualifiedName, Element> sequenceOrigins = new LinkedHashMap<>();
  private final Map<QualifiedName, List<Supplier<List<NumberedColumn>>>> numbered =
      new LinkedHashMap<>();
  private final List<Finding> merged = new ArrayList<>();

  /**
   * Adds a table and returns it, or the one that has the name already. That two names are one to
   * PostgreSQL, which cuts them, is an error.
   */
  public TableDraft add(TableDraft table) {
    TableDraft known = tables.putIfAbsent(table.qualifiedName(), table);
    if (known != null && !known.name().canonical().equals(table.name().canonical())) {
      merged.add(
          Finding.error(
              EntityProblems.conflict(
                  "PostgreSQL cuts the names of the tables "
                      + known.name().text()
                      + " and "
                      + table.name().text()
                      + " to the same 63 bytes"),
              table.origin()));
    }
    return known == null ? table : known;
  }

  /** Takes a table out that turned out to have no rows of its own. */
  public void remove(TableDraft table) {
    tables.remove(table.qualifiedName());
  }

  /** Adds a sequence, and returns the one that has the name already where it says otherwise. */
  public Optional<Sequence> add(Sequence sequence, Element origin) {
    Sequence known = sequences.putIfAbsent(sequence.name(), sequence);
    sequenceOrigins.putIfAbsent(sequence.name(), origin);
    return Optional.ofNullable(known).filter(other -> !other.equals(sequence));
  }

  /**
   * Takes note of what a sequence numbers.
   *
   * @param columns asked when all tables are there
   */
  public void numbers(QualifiedName sequence, Supplier<List<NumberedColumn>> columns) {
    numbered.computeIfAbsent(sequence, s -> new ArrayList<>()).add(columns);
  }

  /**
   * The finished schema.
   *
   * @param origins is told where each part comes from
   * @param findings takes what does not fit together
   */
  public Schema finish(Origins origins, List<Finding> findings) {
    findings.addAll(merged);
    Map<QualifiedName, Table> finished = new LinkedHashMap<>();
    for (TableDraft draft : tables.values()) {
      if (draft.isQuery()) {
        continue;
      }
      try {
        Table table = new TableFinisher(draft, origins, findings).finish();
        finished.put(table.name(), table);
      } catch (IllegalArgumentException e) {
        findings.add(
            Finding.error(
                EntityProblems.impossible(String.valueOf(e.getMessage())), draft.origin()));
      }
    }
    KeyNames keys = new KeyNames(sequences.keySet());
    tables.values().stream()
        .filter(draft -> finished.containsKey(draft.qualifiedName()))
        .sorted(Comparator.comparing(draft -> draft.name().canonical()))
        .forEach(
            draft ->
                finished.computeIfPresent(
                    draft.qualifiedName(), (name, table) -> keys.free(table, draft, origins)));
    sequenceOrigins.forEach(origins::sequence);
    numbered.forEach(
        (sequence, columns) ->
            columns.forEach(
                each ->
                    each.get().stream()
                        .filter(column -> finished.containsKey(column.table()))
                        .forEach(column -> origins.numbered(sequence, column))));
    List<ColumnDraft> columns = new ArrayList<>();
    for (TableDraft draft : tables.values()) {
      if (finished.containsKey(draft.qualifiedName())) {
        draft.columns().forEach(column -> addWithParts(column, columns));
      }
    }
    return new Schema(finished, sequences, enumTypes(columns, origins, findings))
        .withCompositeTypes(StructTypes.of(columns, origins, findings))
        .withDefinedObjects(views(origins, findings));
  }

  /** The column and, where its values hold an embeddable, the columns that they consist of. */
  private static void addWithParts(ColumnDraft column, List<ColumnDraft> columns) {
    columns.add(column);
    column
        .aggregate()
        .ifPresent(
            aggregate -> aggregate.parts().columns().forEach(part -> addWithParts(part, columns)));
  }

  /** Entities that Hibernate makes views of: {@code create view … as}, after all tables. */
  private DefinedObjects views(Origins origins, List<Finding> findings) {
    List<View> views = new ArrayList<>();
    for (TableDraft draft : tables.values()) {
      if (draft.view().isPresent()) {
        try {
          Definition query = Definition.definition(draft.view().get());
          View view = new View(draft.qualifiedName(), false, query);
          views.add(view);
          origins.object(view.id(), draft.origin());
        } catch (IllegalArgumentException e) {
          findings.add(
              Finding.error(
                  EntityProblems.impossible(String.valueOf(e.getMessage())), draft.origin()));
        }
      }
    }
    return DefinedObjects.of(views);
  }

  /** The enum types of the columns; Hibernate makes one for each class, whoever uses it. */
  private static Map<QualifiedName, EnumType> enumTypes(
      List<ColumnDraft> columns, Origins origins, List<Finding> findings) {
    Map<QualifiedName, EnumType> types = new LinkedHashMap<>();
    for (ColumnDraft column : columns) {
      Optional<EnumType> type = column.type().enumType();
      if (type.isEmpty()) {
        continue;
      }
      EnumType known = types.putIfAbsent(type.get().name(), type.get());
      if (known == null) {
        origins.enumType(type.get().name(), column.origin());
      } else if (!known.equals(type.get())) {
        findings.add(
            Finding.error(
                EntityProblems.conflict(
                    "The enum type "
                        + known.name()
                        + " is mapped with labels "
                        + known.labelsInWords()
                        + " and with "
                        + type.get().labelsInWords()),
                column.origin()));
      }
    }
    return types;
  }
}
