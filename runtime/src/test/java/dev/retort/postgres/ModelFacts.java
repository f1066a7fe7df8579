package dev.retort.postgres;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ConstraintVisitor;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
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
    return facts;
  }

  private static void add(Table table, SortedSet<String> facts) {
    String name = table.name().local();
    facts.add("table " + name);
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
        + " USING btree ("
        + index.keys().stream()
            .map(key -> key.column() + (key.descending() ? " DESC" : ""))
            .collect(Collectors.joining(", "))
        + ")"
        + index.predicate().map(condition -> " WHERE (" + condition + ")").orElse("");
  }

  @Override
  public String visit(PrimaryKey key) {
    return "PRIMARY KEY (" + String.join(", ", key.columns()) + ")";
  }

  @Override
  public String visit(UniqueConstraint unique) {
    return "UNIQUE (" + String.join(", ", unique.columns()) + ")";
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
            : " ON DELETE " + key.onDelete().sql());
  }

  @Override
  public String visit(CheckConstraint check) {
    return "CHECK ((" + check.expression() + "))";
  }
}
