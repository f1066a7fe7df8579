package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Hypertable;
import dev.retort.schema.Index;
import dev.retort.schema.Names;
import dev.retort.schema.Partition;
import dev.retort.schema.Partitioning;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.RelationNames;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a table gets another division of its rows, which PostgreSQL cannot change: it is renamed, a
 * new one takes its name and its rows, and the old one goes.
 */
public final class TableCopies {

  private final List<Operation> steps = new ArrayList<>();
  private final RelationNames reserved;
  private Schema schema;

  private TableCopies(Schema schema, RelationNames reserved) {
    this.schema = schema;
    this.reserved = reserved;
  }

  /**
   * The operations that divide a table's rows anew. What is left of the table's constraints is the
   * checks: keys, indexes and foreign keys, also those of other tables that refer to it, are
   * dropped and not created again, since which of them the new table can have is not known here.
   *
   * @param schema the schema that the first of them is applied to
   * @param name the table
   * @param partitioning the partitions that it is to have; there must be one for each row
   * @param hypertable how it is to be a hypertable
   * @param reserved names that nothing may get on the way
   */
  public static List<Operation> steps(
      Schema schema,
      QualifiedName name,
      Optional<Partitioning> partitioning,
      Optional<Hypertable> hypertable,
      RelationNames reserved) {
    TableCopies copies = new TableCopies(schema, reserved);
    copies.copy(name, partitioning, hypertable);
    return List.copyOf(copies.steps);
  }

  /**
   * The operations that put the wanted table in the place of one that is divided otherwise, and
   * leave everything else as it is.
   */
  static List<Operation> restoring(Schema before, Table wanted) {
    List<Operation> aside = ObjectsAside.beforeCopy(before, wanted.name());
    List<Operation> steps = new ArrayList<>(aside);
    steps.addAll(restoringAlone(Operation.applyAll(aside, before), wanted));
    steps.addAll(Inverses.of(aside, before).orElseThrow());
    return List.copyOf(steps);
  }

  /** The same where no view, function or trigger holds on to the table. */
  private static List<Operation> restoringAlone(Schema schema, Table wanted) {
    List<Operation> steps =
        new ArrayList<>(
            steps(
                schema,
                wanted.name(),
                wanted.partitioning(),
                wanted.hypertable(),
                RelationNames.of(schema)));
    for (Constraint constraint : wanted.constraints()) {
      if (constraint.isKey()) {
        steps.add(new AddConstraint(wanted.name(), constraint));
      }
    }
    for (Column column : schema.requireTable(wanted.name()).columns()) {
      if (!column.nullable() && wanted.requireColumn(column.name()).nullable()) {
        steps.add(new AlterColumnNullable(wanted.name(), column.name(), true));
      }
    }
    wanted.indexes().stream()
        .filter(schema.requireTable(wanted.name()).indexes()::contains)
        .forEach(index -> steps.add(new CreateIndex(wanted.name(), index)));
    for (Table owner : EnumRebuilds.sorted(schema)) {
      for (ForeignKey key : owner.foreignKeys()) {
        if (key.referencedTable().equals(wanted.name()) || owner.name().equals(wanted.name())) {
          steps.add(new AddConstraint(owner.name(), key));
        }
      }
    }
    return List.copyOf(steps);
  }

  private void copy(
      QualifiedName name, Optional<Partitioning> partitioning, Optional<Hypertable> hypertable) {
    dropForeignKeys(name);
    Table table = schema.requireTable(name);
    for (Index index : table.indexes()) {
      make(new DropIndex(name, index.name()));
    }
    for (Constraint constraint : table.constraints()) {
      if (constraint.isKey()) {
        make(new DropConstraint(name, constraint.name()));
      }
    }
    String aside = freeName(name, name.local());
    make(new RenameTable(name, aside));
    QualifiedName old = name.withLocal(aside);
    List<Partition> wanted = partitioning.map(Partitioning::partitions).orElse(List.of());
    for (Partition partition : table.partitions()) {
      if (wanted.stream().anyMatch(each -> each.name().equals(partition.name()))) {
        make(new RenamePartition(old, partition.name(), freeName(name, partition.name())));
      }
    }
    Table left = schema.requireTable(old);
    make(
        new CreateTable(
            left.withName(name)
                .withPartitioning(partitioning.map(each -> each.withPartitions(List.of())))
                .withHypertable(hypertable)));
    wanted.forEach(partition -> make(new CreatePartition(name, partition)));
    List<String> columns =
        left.columns().stream()
            .filter(column -> column.generation().isEmpty())
            .map(Column::name)
            .toList();
    make(new MoveRows(old, name, columns));
    make(new DropTable(old));
  }

  private void dropForeignKeys(QualifiedName name) {
    for (Table owner : EnumRebuilds.sorted(schema)) {
      for (ForeignKey key : owner.foreignKeys()) {
        if (key.referencedTable().equals(name) || owner.name().equals(name)) {
          make(new DropConstraint(owner.name(), key.name()));
        }
      }
    }
  }

  /** A name beside the given one in its namespace that neither stands nor is to stand there. */
  private String freeName(QualifiedName beside, String name) {
    RelationNames taken = RelationNames.of(schema);
    for (int attempt = 1; ; attempt++) {
      String suffix = attempt == 1 ? "_old" : "_old" + attempt;
      String chosen = shortened(name, Names.MAX_BYTES - suffix.length()) + suffix;
      QualifiedName candidate = beside.withLocal(chosen);
      if (!taken.contains(candidate)
          && !reserved.contains(candidate)
          && !schema.enumTypes().containsKey(candidate)) {
        return chosen;
      }
    }
  }

  private static String shortened(String name, int bytes) {
    String text = name;
    while (text.getBytes(StandardCharsets.UTF_8).length > bytes) {
      text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }
    return text;
  }

  private void make(Operation operation) {
    steps.add(operation);
    schema = operation.applyTo(schema);
  }
}
