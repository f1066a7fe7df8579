package dev.retort.processor.entity.relational;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.report.Finding;
import dev.retort.schema.Constraint;
import dev.retort.schema.Hypertable;
import dev.retort.schema.Index;
import dev.retort.schema.Partitioning;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Divides a finished table as its draft says, if its keys allow it. */
final class DivisionFinisher {

  private final TableDraft draft;
  private final DivisionDraft division;
  private final List<Finding> findings;
  private final List<Finding> own = new ArrayList<>();

  private DivisionFinisher(TableDraft draft, DivisionDraft division, List<Finding> findings) {
    this.draft = draft;
    this.division = division;
    this.findings = findings;
  }

  /**
   * The table with its rows divided; as it is where they cannot be, which is told.
   *
   * @param constraintOrigins what states each of the table's constraints
   */
  static Table divided(
      Table table, TableDraft draft, List<Element> constraintOrigins, List<Finding> findings) {
    return draft
        .division()
        .map(
            division ->
                new DivisionFinisher(draft, division, findings).finish(table, constraintOrigins))
        .orElse(table);
  }

  private Table finish(Table table, List<Element> constraintOrigins) {
    List<String> key = new ArrayList<>();
    for (Identifier column : division.columns()) {
      Optional<ColumnDraft> mapped = draft.column(column);
      if (mapped.isPresent()) {
        key.add(mapped.get().name().stored());
      } else {
        own.add(
            Finding.error(
                EntityProblems.unknownColumn(
                    division.annotation(), column.text(), draft.name().text(), draft.columnNames()),
                division.origin()));
      }
    }
    for (int i = 0; i < table.constraints().size(); i++) {
      Constraint constraint = table.constraints().get(i);
      if (constraint.isKey()) {
        requireKey(constraint, key, constraintOrigins.get(i));
      }
    }
    for (IndexDraft index : draft.indexes()) {
      if (index.index().unique()) {
        requireKey(index.index(), key, index.origin());
      }
    }
    findings.addAll(own);
    if (!own.isEmpty()) {
      return table;
    }
    return division
        .strategy()
        .map(
            strategy ->
                table.withPartitioning(
                    Optional.of(new Partitioning(strategy, key, division.partitions()))))
        .orElseGet(
            () ->
                table.withHypertable(
                    Optional.of(new Hypertable(key.get(0), division.chunkInterval()))));
  }

  private void requireKey(Constraint constraint, List<String> key, Element origin) {
    boolean primary = constraint instanceof PrimaryKey;
    requireAll(
        primary ? "primary key" : "unique constraint", constraint.columns(), key, primary, origin);
  }

  private void requireKey(Index index, List<String> key, Element origin) {
    List<String> columns = index.keys().stream().flatMap(each -> each.column().stream()).toList();
    requireAll("unique index " + index.name(), columns, key, false, origin);
  }

  private void requireAll(
      String what, List<String> columns, List<String> key, boolean primary, Element origin) {
    List<String> missing = key.stream().filter(each -> !columns.contains(each)).toList();
    if (!missing.isEmpty()) {
      own.add(
          Finding.error(
              EntityProblems.keyWithoutDivision(
                  draft.name().text(),
                  (division.strategy().isPresent() ? "partitioned by " : "a hypertable by ")
                      + String.join(", ", key),
                  what + (columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")"),
                  String.join(", ", missing),
                  primary),
              origin));
    }
  }
}
