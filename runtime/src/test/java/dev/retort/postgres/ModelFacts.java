package dev.retort.postgres;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ConstraintVisitor;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.Partition;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What {@link dev.retort.testing.CatalogFacts} should read from a database that is as the model
 * says; for names that need no quotes.
 */
final class ModelFacts implements ConstraintVisitor<String> {

  private ModelFacts() {}

  static SortedSet<String> of(Schema schema) {
    SortedSet<String> facts = new TreeSet<>();
    schema.tables().values().forEach(table -> add(table, facts));
    schema
        .sequences()
        .values()
        .forEach(
            sequence ->
                facts.add(
                    "sequence %s bigint start %d increment %d"
                        .formatted(sequence.name(), sequence.start(), sequence.increment())));
    schema
        .enumTypes()
        .values()
        .forEach(type -> facts.add("enum type " + type.name() + " " + type.labelsInWords()));
    schema
        .compositeTypes()
        .values()
        .forEach(
            type ->
                facts.add(
                    "composite type "
                        + type.name()
                        + type.attributes().stream()
                            .map(a -> Identifiers.quote(a.name()) + " " + a.type())
                            .collect(Collectors.joining(", ", " (", ")"))));
    return facts;
  }

  private static void add(Table table, SortedSet<String> facts) {
    String name = table.name().local();
    facts.add("table " + name);
    table
        .partitioning()
        .ifPresent(
            each ->
                facts.add(
                    "table %s %s (%s)"
                        .formatted(name, each.strategy(), String.join(", ", each.columns()))));
    table.partitions().forEach(partition -> add(table, partition, facts));
    table.comment().ifPresent(text -> facts.add("comment on " + name + ": " + text));
    table
        .columns()
        .forEach(
            column ->
                column
                    .comment()
                    .ifPresent(
                        text ->
                            facts.add("comment on " + name + "." + column.name() + ": " + text)));
    table.columns().forEach(column -> facts.add("column " + name + "." + text(column)));
    table
        .constraints()
        .forEach(
            constraint -> {
              String definition = constraint.accept(new ModelFacts());
              facts.add("constraint on " + name + ": " + definition);
              facts.add(
                  "constraint name %s on %s: %s".formatted(constraint.name(), name, definition));
            });
    table
        .indexes()
        .forEach(
            index -> {
              facts.add("index name " + index.name() + " on " + name);
              facts.add("index on " + name + ": " + text(name, index));
            });
  }

  /** Its columns are the table's; their identity is left out, as older servers do. */
  private static void add(Table table, Partition partition, SortedSet<String> facts) {
    facts.add("table " + partition.name());
    facts.add(
        "partition %s of %s %s%s"
            .formatted(
                partition.name(),
                table.name(),
                partition.isDefault() ? "" : "FOR VALUES ",
                partition.bounds()));
    for (Column column : table.columns()) {
      facts.add("column " + partition.name() + "." + text(column).replaceFirst(" identity.*", ""));
    }
  }

  private static String text(Column column) {
    return column.name()
        + " "
        + column.type()
        + (column.nullable() ? "" : " not null")
        + column.defaultExpression().map(expression -> " default " + expression).orElse("")
        + column.generation().map(expression -> " generated " + expression).orElse("")
        + column
            .identity()
            .map(i -> i == Identity.ALWAYS ? " identity always" : " identity by default")
            .orElse("");
  }

  private static String text(String table, Index index) {
    return "CREATE "
        + (index.unique() ? "UNIQUE " : "")
        + "INDEX ON public."
        + table
        + " USING "
        + index.method()
        + " ("
        + index.keys().stream().map(ModelFacts::text).collect(Collectors.joining(", "))
        + ")"
        + (index.included().isEmpty()
            ? ""
            : " INCLUDE (" + String.join(", ", index.included()) + ")")
        + (index.nullsDistinct() ? "" : " NULLS NOT DISTINCT")
        + index.predicate().map(condition -> " WHERE (" + condition + ")").orElse("");
  }

  /** In parentheses, as PostgreSQL writes what is not a function's call. */
  private static String enclosed(String expression) {
    return expression.matches("\\w+\\(.*") ? expression : "(" + expression + ")";
  }

  private static String text(IndexKey key) {
    return key.column().or(() -> key.expression().map(ModelFacts::enclosed)).orElseThrow()
        + key.operatorClass().map(name -> " " + name).orElse("")
        + (key.descending() ? " DESC" : "")
        + (key.hasDefaultNulls() ? "" : " NULLS " + key.nulls());
  }

  private static String text(Deferrability deferrability) {
    return switch (deferrability) {
      case NOT_DEFERRABLE -> "";
      case DEFERRABLE -> " DEFERRABLE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }

  @Override
  public String visit(PrimaryKey key) {
    return "PRIMARY KEY (" + String.join(", ", key.columns()) + ")" + text(key.deferrability());
  }

  @Override
  public String visit(UniqueConstraint unique) {
    return "UNIQUE "
        + (unique.nullsDistinct() ? "" : "NULLS NOT DISTINCT ")
        + "("
        + String.join(", ", unique.columns())
        + ")"
        + text(unique.deferrability());
  }

  @Override
  public String visit(ForeignKey key) {
    return "FOREIGN KEY (%s) REFERENCES %s(%s)"
            .formatted(
                String.join(", ", key.columns()),
                key.referencedTable(),
                String.join(", ", key.referencedColumns()))
        + (key.onUpdate() == ReferentialAction.NO_ACTION
            ? ""
            : " ON UPDATE " + key.onUpdate().sql())
        + (key.onDelete() == ReferentialAction.NO_ACTION
            ? ""
            : " ON DELETE " + key.onDelete().sql())
        + text(key.deferrability())
        + (key.validated() ? "" : " NOT VALID");
  }

  @Override
  public String visit(CheckConstraint check) {
    return "CHECK ((" + check.expression() + "))" + (check.validated() ? "" : " NOT VALID");
  }
}
