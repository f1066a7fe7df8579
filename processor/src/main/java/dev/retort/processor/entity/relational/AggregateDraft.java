package dev.retort.processor.entity.relational;

import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.type.InCondition;
import dev.retort.processor.entity.type.JdbcType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an embeddable's columns that are one column's value must satisfy, which no type can say: a
 * condition of the table ({@code StandardTableExporter.applyAggregateColumnCheck}).
 *
 * @param struct the composite type that holds them as attributes, or empty where they are members
 *     of a JSON object
 * @param parts the columns, in a table that is none
 * @param required the columns whose requirements count: not those of embeddables inside
 * @param plural whether the column holds an array of such values, of which nothing is required
 */
public record AggregateDraft(
    Optional<StructDraft> struct, TableDraft parts, List<ColumnDraft> required, boolean plural) {

  /** The condition on a column of such values. */
  Optional<CheckDraft> check(ColumnDraft holder) {
    String condition = condition(holder, holder.name().sql());
    return condition.isEmpty()
        ? Optional.empty()
        : Optional.of(new CheckDraft(Optional.empty(), condition, holder.origin()));
  }

  private String condition(ColumnDraft holder, String path) {
    if (plural) {
      return "";
    }
    List<String> conditions = new ArrayList<>();
    for (ColumnDraft part : required) {
      conditions.addAll(conditions(part, path));
    }
    String all = String.join(" and ", conditions);
    return all.isEmpty() || !holder.nullable() ? all : path + " is null or (" + all + ")";
  }

  private List<String> conditions(ColumnDraft part, String path) {
    if (struct.isEmpty() && part.type().jdbcType() == JdbcType.ARRAY) {
      // Hibernate reads it by a query, which PostgreSQL refuses in a condition.
      return List.of();
    }
    String value = value(part, path);
    List<String> conditions = new ArrayList<>();
    Optional<AggregateDraft> inner = part.aggregate().filter(aggregate -> !aggregate.plural());
    if (inner.isPresent()) {
      String condition = inner.get().condition(part, value);
      if (!condition.isEmpty()) {
        conditions.add(condition);
      }
      return conditions;
    }
    if (!part.nullable()) {
      conditions.add(value + " is not null");
    }
    for (CheckDraft check : part.checks()) {
      replaced(check.condition(), part.name(), value)
          .map(text -> part.nullable() ? "(" + value + " is null or " + text + ")" : text)
          .ifPresent(conditions::add);
    }
    return conditions;
  }

  /**
   * Puts the value where the condition names the column, as an annotation or the type spells it;
   * empty where it names no such column and so can be no condition of the table.
   */
  private static Optional<String> replaced(String condition, Identifier name, String value) {
    return Stream.of(written(name), name.sql())
        .filter(condition::contains)
        .findFirst()
        .map(known -> condition.replace(known, value));
  }

  private static String written(Identifier name) {
    return name.quoted() ? name.sql() : name.text();
  }

  /** A part's value ({@code PostgreSQLAggregateSupport.aggregateComponentCustomReadExpression}). */
  private String value(ColumnDraft part, String path) {
    if (struct.isPresent()) {
      return "(" + path + ")." + part.name().sql();
    }
    // Unlike a column's name, the key of an object keeps its capitals.
    String key = InCondition.quoted(written(part.name()));
    return switch (part.type().jdbcType()) {
      case JSON -> path + "->" + key;
      case VARBINARY, LONG32VARBINARY -> "decode(" + path + "->>" + key + ",'hex')";
      default -> "cast(" + path + "->>" + key + " as " + part.castType() + ")";
    };
  }
}
