package dev.retort.postgres;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.EnumRebuild;
import dev.retort.operation.RebuildEnumType;
import dev.retort.schema.AsideName;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.EnumPosition;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The statements on enum types. */
final class EnumStatements {

  private EnumStatements() {}

  static String create(EnumType type) {
    return "CREATE TYPE "
        + quote(type.name())
        + " AS ENUM ("
        + type.labels().stream().map(Identifiers::literal).collect(joining(", "))
        + ")";
  }

  static String add(AddEnumValue operation) {
    return "ALTER TYPE "
        + quote(operation.type())
        + " ADD VALUE "
        + literal(operation.label())
        + operation
            .position()
            .map(position -> " " + word(position.side()) + " " + literal(position.neighbour()))
            .orElse("");
  }

  private static String word(EnumPosition.Side side) {
    return switch (side) {
      case BEFORE -> "BEFORE";
      case AFTER -> "AFTER";
    };
  }

  /** One statement for each table, which is rewritten once, however many such columns it has. */
  static List<String> rebuild(RebuildEnumType operation) {
    QualifiedName name = operation.type();
    EnumRebuild rebuild = operation.rebuild();
    QualifiedName aside = name.withLocal(AsideName.of(name.local()));
    List<String> statements = new ArrayList<>();
    statements.add("ALTER TYPE " + quote(name) + " RENAME TO " + quote(aside.local()));
    statements.add(create(new EnumType(name, rebuild.labels())));
    Map<QualifiedName, List<EnumColumn>> byTable = new TreeMap<>();
    for (EnumColumn column : rebuild.columns()) {
      byTable.computeIfAbsent(column.table(), t -> new ArrayList<>()).add(column);
    }
    byTable.forEach(
        (table, columns) ->
            statements.add(
                "ALTER TABLE "
                    + quote(table)
                    + columns.stream()
                        .map(column -> conversion(name, column, rebuild.replacements()))
                        .collect(joining(","))));
    statements.add("DROP TYPE " + quote(aside));
    return List.copyOf(statements);
  }

  private static String conversion(
      QualifiedName type, EnumColumn each, Map<String, String> replacements) {
    String column = quote(each.column());
    String target = quote(type) + "[]".repeat(each.arrayDimensions());
    String labels =
        each.arrayDimensions() == 0
            ? replaced(column + "::text", replacements)
            : replacedInArray(column, replacements);
    return (" ALTER COLUMN " + column + " TYPE " + target + " USING ") + labels + "::" + target;
  }

  private static String replaced(String label, Map<String, String> replacements) {
    if (replacements.isEmpty()) {
      return label;
    }
    return "(CASE "
        + label
        + replacements.entrySet().stream()
            .map(each -> " WHEN " + literal(each.getKey()) + " THEN " + literal(each.getValue()))
            .collect(joining())
        + " ELSE "
        + label
        + " END)";
  }

  /** One after the other will do: no replacement is a label that is replaced. */
  private static String replacedInArray(String column, Map<String, String> replacements) {
    String labels = column + (replacements.isEmpty() ? "::text" : "::text[]");
    for (Map.Entry<String, String> each : replacements.entrySet()) {
      labels =
          "array_replace("
              + labels
              + ", "
              + literal(each.getKey())
              + ", "
              + literal(each.getValue())
              + ")";
    }
    return labels;
  }
}
