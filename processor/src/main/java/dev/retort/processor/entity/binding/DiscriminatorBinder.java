package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.binding.EntityBinding.Strategy;
import dev.retort.processor.entity.relational.CheckDraft;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.type.BasicType;
import dev.retort.processor.entity.type.ColumnType;
import dev.retort.processor.entity.type.InCondition;
import dev.retort.processor.entity.type.JdbcType;
import dev.retort.processor.entity.type.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Discriminator columns and the checks that come with them. */
final class DiscriminatorBinder {

  private static final String DEFAULT_NAME = "DTYPE";
  private static final int DEFAULT_LENGTH = 31;

  private final Reading reading;
  private final BasicBinder basics;

  /** The SQL that tells which class a row is of: a column's name or a formula. */
  private final Map<EntityBinding, String> discriminators = new HashMap<>();

  DiscriminatorBinder(Reading reading, BasicBinder basics) {
    this.reading = reading;
    this.basics = basics;
  }

  /**
   * Adds the discriminator column: to a single table that several entities share, and wherever an
   * annotation asks for one.
   */
  void bind(EntityBinding root) {
    Optional<AnnotationUse> formula = formula(root);
    if (formula.isPresent()) {
      discriminators.put(root, formula.get().string("value").strip());
      return;
    }
    Optional<AnnotationUse> annotation = AnnotationUse.on(root.type(), Names.DISCRIMINATOR_COLUMN);
    boolean shared = root.strategy() == Strategy.SINGLE_TABLE && !root.children().isEmpty();
    if (root.strategy() == Strategy.TABLE_PER_CLASS || (!shared && annotation.isEmpty())) {
      return;
    }
    String kind = kind(root);
    int length = annotation.map(use -> use.integer("length")).orElse(DEFAULT_LENGTH);
    ColumnType type =
        switch (kind) {
          case "CHAR" -> ColumnType.of(JdbcType.CHAR, Size.length(1));
          case "INTEGER" -> ColumnType.of(JdbcType.INTEGER);
          default -> ColumnType.of(JdbcType.VARCHAR, Size.length(length));
        };
    ColumnSpec spec =
        new ColumnSpec(
            Optional.empty(),
            true,
            false,
            false,
            Size.NONE,
            OptionalInt.empty(),
            annotation.flatMap(use -> use.text("columnDefinition")),
            Optional.empty(),
            List.of(),
            Optional.empty());
    ColumnDraft column =
        basics.column(
            spec,
            annotation.flatMap(use -> use.text("name")).orElse(DEFAULT_NAME),
            BasicType.of(type),
            root.type());
    addCheck(root, column);
    root.table().add(column);
    discriminators.put(root, column.name().sql());
  }

  private void addCheck(EntityBinding root, ColumnDraft column) {
    List<EntityBinding> hierarchy = new ArrayList<>(List.of(root));
    hierarchy.addAll(root.descendantsDeepestFirst());
    if (hierarchy.stream().anyMatch(entity -> value(entity).equals("null"))) {
      column.nullable(true);
    }
    boolean forced =
        AnnotationUse.on(root.type(), Names.DISCRIMINATOR_OPTIONS)
            .filter(options -> options.bool("force"))
            .isPresent();
    if (!reading.hibernate.isSeven()
        || forced
        || hierarchy.stream().anyMatch(entity -> value(entity).equals("not null"))) {
      return;
    }
    String values =
        hierarchy.stream()
            .filter(entity -> !entity.isAbstract() && !value(entity).equals("null"))
            .map(this::sqlValue)
            .collect(Collectors.joining(", "));
    if (!values.isEmpty()) {
      column.check(
          new CheckDraft(
              Optional.empty(), column.name().sql() + " in (" + values + ")", root.type()));
    }
  }

  private static Optional<AnnotationUse> formula(EntityBinding root) {
    return AnnotationUse.on(root.type(), Names.DISCRIMINATOR_FORMULA);
  }

  private static String kind(EntityBinding entity) {
    return formula(entity.root())
        .or(() -> AnnotationUse.on(entity.root().type(), Names.DISCRIMINATOR_COLUMN))
        .map(use -> use.constant("discriminatorType"))
        .orElse("STRING");
  }

  private static String value(EntityBinding entity) {
    return AnnotationUse.on(entity.type(), Names.DISCRIMINATOR_VALUE)
        .map(use -> use.string("value"))
        .orElseGet(
            () ->
                kind(entity).equals("INTEGER")
                    ? String.valueOf(entity.name().hashCode())
                    : entity.name());
  }

  private String sqlValue(EntityBinding entity) {
    String value = value(entity);
    return kind(entity).equals("INTEGER") ? value : InCondition.quoted(value);
  }

  /**
   * States that a row of a subclass has what the subclass requires, because the columns themselves
   * must take NULL for the rows of other classes.
   */
  void requireSubclassColumns(EntityBinding entity) {
    String discriminator = discriminators.get(entity.root());
    if (discriminator == null
        || !reading.hibernate.isSeven()
        || entity.isAbstract()
        || value(entity).equals("not null")) {
      return;
    }
    // Those of its superclass are stated again, those of classes further up are not.
    List<String> conditions = requirements(entity.parent().orElseThrow());
    conditions.addAll(requirements(entity));
    if (!conditions.isEmpty()) {
      String test = value(entity).equals("null") ? " is null" : " <> " + sqlValue(entity);
      entity
          .table()
          .check(
              new CheckDraft(
                  Optional.empty(),
                  discriminator + test + " or (" + String.join(" and ", conditions) + ")",
                  entity.type()));
    }
  }

  /** What the class's own attributes require, as far as the columns themselves take NULL. */
  private static List<String> requirements(EntityBinding entity) {
    List<String> conditions = new ArrayList<>();
    entity
        .members()
        .forEach(
            (path, member) -> {
              if (!path.contains(".") && isRequired(member)) {
                entity.columns(path).stream()
                    .filter(column -> column.nullable() && entity.table().has(column))
                    .forEach(column -> conditions.add(column.name().sql() + " is not null"));
              }
            });
    return conditions;
  }

  private static boolean isRequired(Member member) {
    if (AttributeBinder.isCollection(member)) {
      return false;
    }
    Optional<AnnotationUse> stated =
        member
            .find(Names.BASIC)
            .or(() -> member.find(Names.MANY_TO_ONE))
            .or(() -> member.find(Names.ONE_TO_ONE));
    return member.type().getKind().isPrimitive()
        || stated.filter(use -> !use.bool("optional")).isPresent();
  }
}
