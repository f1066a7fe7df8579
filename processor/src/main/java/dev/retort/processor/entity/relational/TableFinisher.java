package dev.retort.processor.entity.relational;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.report.Finding;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;

/** Turns one draft into a table, as Hibernate's schema export writes it for PostgreSQL. */
final class TableFinisher {

  private final TableDraft draft;
  private final Origins origins;
  private final List<Finding> findings;
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<Element> constraintOrigins = new ArrayList<>();

  TableFinisher(TableDraft draft, Origins origins, List<Finding> findings) {
    this.draft = draft;
    this.origins = origins;
    this.findings = findings;
  }

  Table finish() {
    addPrimaryKey();
    addColumnUniques();
    addUniques();
    addChecks();
    draft.foreignKeys().stream()
        .filter(key -> key.target().canBeReferredTo(key.referenced()))
        .forEach(key -> add(key.finished(draft), key.origin()));
    Table table =
        new Table(
            draft.qualifiedName(),
            draft.orderedColumns().stream().map(ColumnDraft::finished).toList(),
            constraints,
            indexes(),
            draft.comment());
    recordOrigins(table);
    return DivisionFinisher.divided(table, draft, constraintOrigins, findings);
  }

  private void addPrimaryKey() {
    List<ColumnDraft> key = draft.orderedPrimaryKey();
    if (!key.isEmpty()) {
      String name = draft.keyUnique().flatMap(UniqueDraft::name).map(Identifier::stored).orElse("");
      add(new PrimaryKey(name, stored(key)), draft.origin());
    }
  }

  private void addColumnUniques() {
    List<ColumnDraft> key = draft.primaryKey();
    for (ColumnDraft column : draft.orderedColumns()) {
      boolean isKey = key.size() == 1 && key.contains(column);
      if (column.unique() && !isKey) {
        add(UniqueConstraint.unique(column.name().stored()), column.origin());
      }
    }
  }

  /** The unique constraints of tables, less those that a column or another one states as well. */
  private void addUniques() {
    Set<Set<String>> seen = new HashSet<>();
    Optional<UniqueDraft> keyUnique = draft.keyUnique();
    for (UniqueDraft unique : draft.uniques()) {
      Set<String> columns = Set.copyOf(unique.canonical());
      boolean isKey =
          keyUnique.isPresent() && Set.copyOf(keyUnique.get().canonical()).equals(columns);
      if (isKey || isUniqueColumn(unique) || (!seen.add(columns) && !unique.explicit())) {
        continue;
      }
      if (hasColumns(unique.columns(), "The unique constraint", unique.origin())) {
        List<String> names = unique.columns().stream().map(Identifier::stored).toList();
        String name = unique.name().map(Identifier::stored).orElse("");
        add(
            new UniqueConstraint(name, names).withDeferrability(unique.deferrability()),
            unique.origin());
      }
    }
  }

  private boolean isUniqueColumn(UniqueDraft unique) {
    return unique.columns().size() == 1
        && draft.column(unique.columns().get(0)).filter(ColumnDraft::unique).isPresent();
  }

  /** A column's unnamed conditions make one constraint; every named one stands by itself. */
  private void addChecks() {
    for (ColumnDraft column : draft.orderedColumns()) {
      List<CheckDraft> unnamed =
          column.checks().stream().filter(check -> check.name().isEmpty()).toList();
      if (unnamed.size() == 1) {
        add(CheckConstraint.check(unnamed.get(0).condition()), column.origin());
      } else if (!unnamed.isEmpty()) {
        add(
            CheckConstraint.check(
                unnamed.stream()
                    .map(check -> "(" + check.condition() + ")")
                    .collect(Collectors.joining(" and "))),
            column.origin());
      }
      column.checks().stream().filter(check -> check.name().isPresent()).forEach(this::add);
    }
    draft.checks().forEach(this::add);
    for (ColumnDraft column : draft.orderedColumns()) {
      column.aggregate().flatMap(parts -> parts.check(column)).ifPresent(this::add);
    }
  }

  private List<Index> indexes() {
    List<Index> indexes = new ArrayList<>();
    for (IndexDraft index : draft.indexes()) {
      String what = "The index " + index.name().text();
      if (hasColumns(index.columns(), what, index.origin()) && hasAnyOf(index, what)) {
        indexes.add(index.index());
        origins.index(draft.qualifiedName(), index.index().name(), index.origin());
      }
    }
    return indexes;
  }

  /**
   * Whether each expression among the keys is on a column. What else is in it the server knows; but
   * one in which no column is found cannot be right.
   */
  private boolean hasAnyOf(IndexDraft index, String what) {
    boolean all = true;
    for (IndexKey key : index.index().keys()) {
      boolean onNone =
          key.expression().isPresent()
              && draft.columns().stream().noneMatch(c -> key.involves(c.name().stored()));
      if (onNone) {
        findings.add(
            Finding.error(
                EntityProblems.expressionWithoutColumn(
                    what, key.expression().get(), draft.name().text()),
                index.origin()));
        all = false;
      }
    }
    return all;
  }

  private boolean hasColumns(List<Identifier> columns, String what, Element origin) {
    boolean all = true;
    for (Identifier column : columns) {
      if (draft.column(column).isEmpty()) {
        findings.add(
            Finding.error(
                EntityProblems.unknownColumn(
                    what, column.text(), draft.name().text(), draft.columnNames()),
                origin));
        all = false;
      }
    }
    return all;
  }

  private void recordOrigins(Table table) {
    origins.table(table.name(), draft.origin());
    for (ColumnDraft column : draft.columns()) {
      origins.column(table.name(), column.name().stored(), column.origin());
    }
    for (int i = 0; i < table.constraints().size(); i++) {
      origins.constraint(table.name(), table.constraints().get(i).name(), constraintOrigins.get(i));
    }
  }

  private void add(CheckDraft check) {
    add(new CheckConstraint(check.name().orElse(""), check.condition()), check.origin());
  }

  private void add(Constraint constraint, Element origin) {
    constraints.add(constraint);
    constraintOrigins.add(origin);
  }

  private static List<String> stored(List<ColumnDraft> columns) {
    return columns.stream().map(column -> column.name().stored()).toList();
  }
}
