package dev.retort.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What a schema's enum types have to do with its other objects. */
final class EnumTypes {

  private EnumTypes() {}

  /** The columns that have the type, in the order of their names. */
  static List<EnumColumn> columns(Schema schema, QualifiedName type) {
    Optional<QualifiedName> name = Optional.of(type);
    TreeSet<EnumColumn> columns = new TreeSet<>();
    for (Table table : schema.tables().values()) {
      for (Column column : table.columns()) {
        if (column.type().userDefinedName().equals(name)) {
          columns.add(new EnumColumn(table.name(), column.name(), column.type().arrayDimensions()));
        }
      }
    }
    return List.copyOf(columns);
  }

  static Map<QualifiedName, EnumType> with(Schema schema, EnumType added) {
    requireNone(schema, added.name());
    // PostgreSQL gives every table a type of its name, and until version 13 every sequence.
    if (schema.tables().containsKey(added.name())) {
      throw new SchemaException("there is already a table " + added.name());
    }
    RowDivision.ownerOf(schema, added.name())
        .ifPresent(
            owner -> {
              throw new SchemaException(
                  "there is already a partition " + added.name() + " of table " + owner.name());
            });
    if (schema.sequences().containsKey(added.name())) {
      throw new SchemaException("there is already a sequence " + added.name());
    }
    ObjectRules.requireNoView(schema, added.name());
    if (schema.compositeTypes().containsKey(added.name())) {
      throw new SchemaException("there is already a composite type " + added.name());
    }
    return ByName.with(schema.enumTypes(), added.name(), added);
  }

  static Map<QualifiedName, EnumType> without(Schema schema, QualifiedName name) {
    schema.requireEnumType(name);
    CompositeTypes.requireNotUsed(schema, "enum type", name);
    return ByName.without(schema.enumTypes(), name);
  }

  /**
   * The tables after a label was renamed. PostgreSQL stores a default that is a label as the value,
   * so that it follows.
   */
  static Map<QualifiedName, Table> withLabelRenamed(
      Schema schema, QualifiedName type, String from, String to) {
    Map<QualifiedName, Table> edited = new LinkedHashMap<>(schema.tables());
    for (EnumColumn each : columns(schema, type)) {
      if (each.arrayDimensions() == 0) {
        edited.computeIfPresent(
            each.table(),
            (name, table) ->
                table
                    .withColumnChanged(
                        each.column(),
                        column ->
                            column.withDefault(
                                column.defaultExpression().map(e -> renamed(e, from, to))))
                    .withPartitioning(
                        table
                            .partitioning()
                            .map(p -> p.withLabelRenamed(each.column(), from, to))));
      }
    }
    return edited;
  }

  /** Only a literal, with one cast at most: of any other expression PostgreSQL keeps the text. */
  private static String renamed(String expression, String from, String to) {
    String literal = EnumType.quoted(from);
    if (!expression.startsWith(literal)) {
      return expression;
    }
    String rest = expression.substring(literal.length());
    boolean oneCast = rest.startsWith("::") && rest.indexOf("::", 2) < 0;
    return rest.isEmpty() || oneCast ? EnumType.quoted(to) + rest : expression;
  }

  /** A name that a table or sequence is to get must not be that of an enum type. */
  static void requireNone(Schema schema, QualifiedName name) {
    if (schema.enumTypes().containsKey(name)) {
      throw new SchemaException("there is already an enum type " + name);
    }
  }
}
