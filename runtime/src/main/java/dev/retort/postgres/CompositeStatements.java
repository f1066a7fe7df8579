package dev.retort.postgres;

import static dev.retort.postgres.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.retort.operation.CompositeRebuild;
import dev.retort.operation.RebuildCompositeType;
import dev.retort.schema.AsideName;
import dev.retort.schema.Attribute;
import dev.retort.schema.CompositeType;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The statements on composite types. */
public final class CompositeStatements {

  /**
   * Converts a value of an old type; one for each type and for arrays of it, while it is needed.
   */
  private static final String CONVERT = "pg_temp.retort_convert";

  private CompositeStatements() {}

  /** The statement that creates the type, in a namespace if its name has one. */
  public static String create(CompositeType type) {
    return "CREATE TYPE "
        + quote(type.name())
        + " AS "
        + type.attributes().stream()
            .map(CompositeStatements::attribute)
            .collect(joining(", ", "(", ")"));
  }

  static String attribute(Attribute attribute) {
    return quote(attribute.name()) + " " + TypeNames.render(attribute.type());
  }

  static List<String> alter(QualifiedName type, String action) {
    return List.of("ALTER TYPE " + quote(type) + " " + action);
  }

  /**
   * The old types step aside, the new ones are created, and functions convert the values. A
   * conversion cannot be a plain expression: PostgreSQL takes no subquery there, which the elements
   * of an array would need. One statement for each table, which is rewritten once.
   */
  static List<String> rebuild(RebuildCompositeType operation) {
    CompositeRebuild rebuild = operation.rebuild();
    List<CompositeType> types = new ArrayList<>();
    types.add(new CompositeType(operation.type(), rebuild.attributes()));
    rebuild.outer().forEach(outer -> types.add(outer.type()));
    List<String> statements = new ArrayList<>();
    for (CompositeType type : types) {
      statements.add(
          "ALTER TYPE " + quote(type.name()) + " RENAME TO " + quote(aside(type.name()).local()));
    }
    types.forEach(type -> statements.add(create(type)));
    List<String> functions = new ArrayList<>();
    if (!rebuild.allColumns().isEmpty()) {
      boolean arrays = hasArrays(types, rebuild.allColumns());
      for (CompositeType type : types) {
        Map<String, String> values =
            type.name().equals(operation.type()) ? rebuild.values() : Map.of();
        statements.add(conversion(type, names(types), values));
        functions.add(CONVERT + "(" + quote(aside(type.name())) + ")");
        if (arrays) {
          statements.add(conversionOfArrays(type));
          functions.add(CONVERT + "(" + quote(aside(type.name())) + "[])");
        }
      }
    }
    statements.addAll(conversions(operation));
    for (int i = functions.size() - 1; i >= 0; i--) {
      statements.add("DROP FUNCTION " + functions.get(i));
    }
    for (int i = types.size() - 1; i >= 0; i--) {
      statements.add("DROP TYPE " + quote(aside(types.get(i).name())));
    }
    return List.copyOf(statements);
  }

  private static QualifiedName aside(QualifiedName type) {
    return type.withLocal(AsideName.of(type.local()));
  }

  private static Set<QualifiedName> names(List<CompositeType> types) {
    Set<QualifiedName> names = new HashSet<>();
    types.forEach(type -> names.add(type.name()));
    return names;
  }

  private static boolean hasArrays(List<CompositeType> types, List<EnumColumn> columns) {
    return columns.stream().anyMatch(column -> column.arrayDimensions() > 0)
        || types.stream()
            .flatMap(type -> type.attributes().stream())
            .map(Attribute::type)
            .anyMatch(type -> type.arrayDimensions() > 0 && isOneOf(type, names(types)));
  }

  private static boolean isOneOf(SqlType type, Set<QualifiedName> names) {
    return type.userDefinedName().filter(names::contains).isPresent();
  }

  /**
   * The result of a function is assigned, so that what does not fit fails, as it does where a
   * column is altered. A value without attributes that are not NULL is still a value.
   */
  private static String conversion(
      CompositeType type, Set<QualifiedName> rebuilt, Map<String, String> values) {
    String attributes =
        type.attributes().stream()
            .map(attribute -> value(attribute, rebuilt, values))
            .collect(joining(", "));
    return function(
        quote(aside(type.name())),
        quote(type.name()),
        attributes.isEmpty()
            ? "SELECT CASE WHEN old IS DISTINCT FROM NULL THEN ROW()::"
                + quote(type.name())
                + " END"
            : "SELECT " + attributes + " WHERE old IS DISTINCT FROM NULL");
  }

  private static String value(
      Attribute attribute, Set<QualifiedName> rebuilt, Map<String, String> values) {
    String given = values.get(attribute.name());
    if (given != null) {
      return "CAST((" + given + ") AS " + TypeNames.render(attribute.type()) + ")";
    }
    String kept = "(old)." + quote(attribute.name());
    return isOneOf(attribute.type(), rebuilt) ? CONVERT + "(" + kept + ")" : kept;
  }

  /** Element by element; an array of several dimensions fails, since it would lose them. */
  private static String conversionOfArrays(CompositeType type) {
    return function(
        quote(aside(type.name())) + "[]",
        quote(type.name()) + "[]",
        "SELECT CASE WHEN old IS NULL THEN NULL WHEN array_ndims(old) > 1"
            + " THEN CAST('cannot convert an array of ' || array_ndims(old) || ' dimensions' AS "
            + quote(type.name())
            + "[]) ELSE coalesce(array_agg("
            + CONVERT
            + "(old[n]) ORDER BY n), '{}') END FROM generate_subscripts(old, 1) n");
  }

  private static String function(String from, String to, String body) {
    String tag = SqlRenderer.dollarTag(body);
    return "CREATE FUNCTION "
        + CONVERT
        + "(old "
        + from
        + ") RETURNS "
        + to
        + " LANGUAGE sql IMMUTABLE AS "
        + tag
        + " "
        + body
        + " "
        + tag;
  }

  private static List<String> conversions(RebuildCompositeType operation) {
    Map<QualifiedName, List<String>> byTable = new TreeMap<>();
    operation.rebuild().columns().forEach(column -> convert(column, operation.type(), byTable));
    for (CompositeRebuild.Outer outer : operation.rebuild().outer()) {
      outer.columns().forEach(column -> convert(column, outer.type().name(), byTable));
    }
    List<String> statements = new ArrayList<>();
    byTable.forEach(
        (table, actions) ->
            statements.add("ALTER TABLE " + quote(table) + String.join(",", actions)));
    return statements;
  }

  private static void convert(
      EnumColumn each, QualifiedName type, Map<QualifiedName, List<String>> byTable) {
    String column = quote(each.column());
    String target = quote(type) + "[]".repeat(each.arrayDimensions());
    byTable
        .computeIfAbsent(each.table(), table -> new ArrayList<>())
        .add(
            (" ALTER COLUMN " + column + " TYPE " + target + " USING ")
                + (CONVERT + "(" + column + ")"));
  }
}
