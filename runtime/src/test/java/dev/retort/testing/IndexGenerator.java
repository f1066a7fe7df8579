package dev.retort.testing;

import dev.retort.postgres.Identifiers;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Makes up indexes that PostgreSQL would accept on given columns. */
final class IndexGenerator {

  private static final Set<String> TEXTS = Set.of("text", "character varying");
  private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric");

  /** Types that have an operator class for BRIN by default. */
  private static final Set<String> SUMMARIZED =
      Set.of("smallint", "integer", "bigint", "numeric", "text", "character varying", "uuid");

  private final Random random;
  private final SchemaGenerator schemas;

  IndexGenerator(Random random, SchemaGenerator schemas) {
    this.random = random;
    this.schemas = schemas;
  }

  Index index(QualifiedName table, int number, List<Column> columns) {
    String name = SchemaGenerator.nameOf(table, "ix", number);
    Index index = random.nextInt(4) == 0 ? special(name, columns) : btree(name, columns);
    return random.nextInt(4) == 0 ? index.where(schemas.condition(columns)) : index;
  }

  private Index btree(String name, List<Column> columns) {
    List<IndexKey> keys =
        schemas.some(columns, 1 + random.nextInt(3)).stream().map(this::key).toList();
    Index index = Index.index(name, keys.toArray(IndexKey[]::new));
    if (random.nextInt(5) == 0) {
      index = index.include(schemas.oneOf(columns).name());
    }
    if (random.nextInt(3) == 0) {
      index = index.asUnique();
      return random.nextInt(4) == 0 ? index.nullsNotDistinct() : index;
    }
    return index;
  }

  private IndexKey key(Column column) {
    boolean text = isOneOf(column, TEXTS);
    IndexKey key =
        random.nextInt(5) == 0
            ? IndexKey.expression(expression(column))
            : IndexKey.asc(column.name());
    if (text && key.column().isPresent() && random.nextInt(5) == 0) {
      key = key.operatorClass("text_pattern_ops");
    }
    key = random.nextInt(4) == 0 ? key.desc() : key;
    return switch (random.nextInt(8)) {
      case 0 -> key.nullsFirst();
      case 1 -> key.nullsLast();
      default -> key;
    };
  }

  private String expression(Column column) {
    String name = Identifiers.quote(column.name());
    if (isOneOf(column, TEXTS)) {
      return schemas.oneOf(List.of("lower(" + name + ")", name + " || 'x'"));
    }
    return isOneOf(column, NUMBERS) ? name + " + 1" : name + " IS NULL";
  }

  /** By another method, or by B-tree where no column suits one. */
  private Index special(String name, List<Column> columns) {
    List<Index> possible = new ArrayList<>();
    first(columns, column -> column.type().arrayDimensions() > 0)
        .ifPresent(array -> possible.add(Index.index(name, array).using("gin")));
    first(columns, column -> isOneOf(column, TEXTS))
        .ifPresent(
            text -> {
              possible.add(Index.index(name, text).using("hash"));
              possible.add(Index.index(name, text).using("spgist").include(columns.get(0).name()));
            });
    first(columns, column -> isOneOf(column, SUMMARIZED))
        .ifPresent(summarized -> possible.add(Index.index(name, summarized).using("brin")));
    return possible.isEmpty() ? btree(name, columns) : schemas.oneOf(possible);
  }

  private static Optional<String> first(List<Column> columns, Predicate<Column> fitting) {
    return columns.stream().filter(fitting).map(Column::name).findFirst();
  }

  private static boolean isOneOf(Column column, Set<String> types) {
    SqlType type = column.type();
    return type.arrayDimensions() == 0 && types.contains(type.name());
  }
}
