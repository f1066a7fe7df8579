package dev.retort.diff;

import dev.retort.operation.EnumRebuilds;
import dev.retort.operation.ObjectsAside;
import dev.retort.operation.Operation;
import dev.retort.operation.TableCopies;
import dev.retort.schema.Column;
import dev.retort.schema.Names;
import dev.retort.schema.Partition;
import dev.retort.schema.PartitionStrategy;
import dev.retort.schema.Partitioning;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.RelationNames;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Tables whose rows are to be divided otherwise, which takes a copy of them. A table whose new key
 * is there already is copied first, and what else changes follows; a table whose key changes itself
 * is made an ordinary one first if it is none, and divided when everything else is done; so is one
 * whose partitions get names that others have.
 */
final class Redivision {

  private final Schema from;
  private final Schema to;
  private final RelationNames reserved;
  private final BiFunction<Schema, Schema, List<Operation>> differ;
  private final List<Operation> steps = new ArrayList<>();
  private Schema schema;

  private Redivision(Schema from, Schema to, BiFunction<Schema, Schema, List<Operation>> differ) {
    this.from = from;
    this.to = to;
    this.differ = differ;
    this.reserved = RelationNames.of(to);
    this.schema = from;
  }

  /**
   * The difference, with the copies that it takes.
   *
   * @param differ the difference between schemas whose tables all keep their division
   */
  static List<Operation> diff(
      Schema from, Schema to, BiFunction<Schema, Schema, List<Operation>> differ) {
    List<Table> copied = new ArrayList<>();
    for (Table after : new TreeMap<>(to.tables()).values()) {
      from.table(after.name())
          .filter(before -> mustBeCopied(from, to, before, after))
          .ifPresent(before -> copied.add(after));
    }
    return copied.isEmpty()
        ? differ.apply(from, to)
        : new Redivision(from, to, differ).operations(copied);
  }

  private List<Operation> operations(List<Table> copied) {
    Map<QualifiedName, Table> ordinary = new LinkedHashMap<>(to.tables());
    List<Table> late = new ArrayList<>();
    for (Table after : copied) {
      Table before = from.requireTable(after.name());
      if (keepsKey(from, to, before, after) && hasNamesOfPartitions(after)) {
        copy(after);
      } else {
        late.add(after);
        Table undivided = undivided(after);
        ordinary.put(after.name(), undivided);
        if (isDivided(before)) {
          copy(undivided);
        }
      }
    }
    if (!late.isEmpty()) {
      rebuildTypesForBounds(ordinary);
      make(differ.apply(schema, to.withTables(ordinary)));
      late.forEach(this::copy);
    }
    make(differ.apply(schema, to));
    return List.copyOf(steps);
  }

  /**
   * The last copies come in the same transaction as the labels that their bounds name, so that
   * these must not be added.
   */
  private void rebuildTypesForBounds(Map<QualifiedName, Table> ordinary) {
    Set<QualifiedName> types = new TreeSet<>(EnumTypeDiffer.of(schema, to).rebuilt());
    types.removeAll(EnumTypeDiffer.of(schema, to.withTables(ordinary)).rebuilt());
    for (QualifiedName type : types) {
      make(EnumRebuilds.steps(schema, to.requireEnumType(type)));
    }
  }

  private void copy(Table after) {
    make(ObjectsAside.beforeCopy(schema, after.name()));
    make(
        TableCopies.steps(
            schema,
            after.name(),
            after.partitioning().map(each -> withPlaceForAll(after.name(), each)),
            after.hypertable(),
            reserved));
  }

  private void make(List<Operation> operations) {
    steps.addAll(operations);
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
  }

  /** Where no partition is named, one that takes every row. */
  private Partitioning withPlaceForAll(QualifiedName table, Partitioning wanted) {
    if (!wanted.partitions().isEmpty()) {
      return wanted;
    }
    RelationNames taken = RelationNames.of(schema);
    String name = "default_of_" + Integer.toHexString(table.hashCode());
    for (int attempt = 1; attempt < 100; attempt++) {
      String candidate = table.local() + "_default" + (attempt == 1 ? "" : attempt);
      if (candidate.getBytes(StandardCharsets.UTF_8).length > Names.MAX_BYTES) {
        break;
      }
      QualifiedName qualified = table.withLocal(candidate);
      if (!taken.contains(qualified)
          && !reserved.contains(qualified)
          && !to.enumTypes().containsKey(qualified)
          && !schema.enumTypes().containsKey(qualified)) {
        name = candidate;
        break;
      }
    }
    String bounds =
        wanted.strategy() == PartitionStrategy.HASH ? "WITH (MODULUS 1, REMAINDER 0)" : "DEFAULT";
    return wanted.withPartitions(List.of(new Partition(name, bounds)));
  }

  /** Whether no other table has, or is, what its partitions are to be called. */
  private boolean hasNamesOfPartitions(Table after) {
    Map<QualifiedName, Table> others = new LinkedHashMap<>(schema.tables());
    others.remove(after.name());
    RelationNames taken = RelationNames.of(schema.withTables(others));
    return after.partitioning().map(Partitioning::partitions).orElse(List.of()).stream()
        .noneMatch(partition -> taken.contains(after.name().withLocal(partition.name())));
  }

  private static boolean isDivided(Table table) {
    return !table.divisionKey().isEmpty();
  }

  private static Table undivided(Table table) {
    return table.withPartitioning(Optional.empty()).withHypertable(Optional.empty());
  }

  private static boolean mustBeCopied(Schema from, Schema to, Table before, Table after) {
    boolean sameKey =
        before.partitioning().isPresent() == after.partitioning().isPresent()
            && before
                .partitioning()
                .flatMap(old -> after.partitioning().map(old::sameKey))
                .orElse(true);
    boolean staysHypertable =
        before
            .hypertable()
            .map(
                old ->
                    after
                        .hypertable()
                        .filter(chunks -> chunks.timeColumn().equals(old.timeColumn()))
                        .isPresent())
            .orElse(true);
    boolean redivided =
        sameKey
            && before
                .partitioning()
                .flatMap(
                    old -> after.partitioning().map(wanted -> PartitionMatching.of(old, wanted)))
                .filter(PartitionMatching::isRedivided)
                .isPresent();
    return !sameKey
        || redivided
        || !staysHypertable
        || (before.partitioning().isPresent() && !keepsKey(from, to, before, after));
  }

  /** Whether the columns of the new key are there before, as they are to be. */
  private static boolean keepsKey(Schema from, Schema to, Table before, Table after) {
    return after.divisionKey().stream()
        .allMatch(
            name -> {
              Column wanted = after.requireColumn(name);
              return before
                  .column(name)
                  .filter(old -> old.generation().isEmpty() && old.type().equals(wanted.type()))
                  .filter(old -> keepsLabels(from, to, old))
                  .isPresent();
            });
  }

  /** Whether the column's type is not rebuilt, which a key of partitions would not allow. */
  private static boolean keepsLabels(Schema from, Schema to, Column column) {
    Optional<QualifiedName> name = column.type().userDefinedName();
    if (name.isEmpty()) {
      return true;
    }
    if (from.compositeTypes().containsKey(name.get())
        && !from.compositeTypes().equals(to.compositeTypes())) {
      // It may be rebuilt, or one that it consists of.
      return false;
    }
    return !EnumTypeDiffer.of(from, to).rebuilt().contains(name.get());
  }
}
