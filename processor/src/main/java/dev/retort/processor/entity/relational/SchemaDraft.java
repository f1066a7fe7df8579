package dev.retort.processor.entity.relational;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.report.Finding;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;

/** All tables and sequences in the making. Mutable, confined to one reading. */
public final class SchemaDraft {

  private final Map<QualifiedName, TableDraft> tables = new LinkedHashMap<>();
  private final Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();
  private final Map<QualifiedName, Element> sequenceOrigins = new LinkedHashMap<>();

  /** Adds a table and returns it, or the one that has the name already. */
  public TableDraft add(TableDraft table) {
    TableDraft known = tables.putIfAbsent(table.qualifiedName(), table);
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
   * The finished schema.
   *
   * @param origins is told where each part comes from
   * @param findings takes what does not fit together
   */
  public Schema finish(Origins origins, List<Finding> findings) {
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
            Finding.error(EntityProblems.conflict(String.valueOf(e.getMessage())), draft.origin()));
      }
    }
    sequenceOrigins.forEach(origins::sequence);
    return new Schema(finished, sequences);
  }
}
