package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.naming.HashedNames;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.ForeignKeyDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.relational.UniqueDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.type.ColumnDefinition;
import dev.retort.processor.entity.type.ColumnType;
import dev.retort.processor.entity.type.Size;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;

/** Foreign key columns: how they are named, typed and paired with the columns they refer to. */
final class Joins {

  /**
   * Foreign key columns with what they refer to, paired by position. Not in a table yet.
   *
   * @param columns the referring columns
   * @param referenced the columns referred to
   * @param names what the association calls its columns
   */
  record Pairs(List<ColumnDraft> columns, List<ColumnDraft> referenced, List<Identifier> names) {

    Pairs(List<ColumnDraft> columns, List<ColumnDraft> referenced) {
      this(columns, referenced, columns.stream().map(ColumnDraft::name).toList());
    }

    /**
     * The same pairs once the columns are in a table, where others may have come first whose names
     * are the same but for their capitals.
     */
    Pairs addedTo(TableDraft table) {
      return new Pairs(columns.stream().map(table::add).toList(), referenced, names);
    }
  }

  private final Reading reading;

  Joins(Reading reading) {
    this.reading = reading;
  }

  /**
   * The columns that refer to an entity.
   *
   * @param joinColumns {@code @JoinColumn}s or their relatives; none means one for each key column
   * @param target the entity referred to
   * @param base what an unnamed column's name begins with
   * @param origin the association
   */
  Pairs to(List<AnnotationUse> joinColumns, EntityBinding target, String base, Element origin) {
    List<ColumnDraft> key = target.key();
    if (key.isEmpty()) {
      // The identifier of the target could not be mapped.
      throw Unmappable.consequence();
    }
    TableDraft table = target.table();
    List<ColumnDraft> columns = new ArrayList<>();
    List<ColumnDraft> referenced = new ArrayList<>();
    if (joinColumns.isEmpty()) {
      for (ColumnDraft keyColumn : key) {
        columns.add(implicit(keyColumn, table, base, origin));
      }
      return new Pairs(columns, key);
    }
    boolean byPosition =
        joinColumns.stream().noneMatch(use -> use.text("referencedColumnName").isPresent());
    if (byPosition && joinColumns.size() != key.size()) {
      throw new Unmappable(
          EntityProblems.joinColumnCount(Reading.describe(origin), joinColumns.size(), key.size()));
    }
    for (int i = 0; i < joinColumns.size(); i++) {
      AnnotationUse use = joinColumns.get(i);
      int position = i;
      ColumnDraft keyColumn =
          use.text("referencedColumnName")
              .map(name -> referenced(name, target, origin))
              .orElseGet(() -> key.get(Math.min(position, key.size() - 1)));
      columns.add(explicit(use, keyColumn, table, base, origin));
      referenced.add(keyColumn);
    }
    return ordered(new Pairs(columns, referenced), target, origin);
  }

  /**
   * The columns of an association that is joined by formulas too, which have no columns; no foreign
   * key follows from it. What is referred to beside the key becomes unique all the same.
   */
  Pairs besideFormulas(
      List<AnnotationUse> joinColumns,
      List<AnnotationUse> formulas,
      EntityBinding target,
      String base,
      Element origin) {
    List<ColumnDraft> columns = new ArrayList<>();
    List<ColumnDraft> referenced = new ArrayList<>();
    for (AnnotationUse use : joinColumns) {
      ColumnDraft column = referencedBy(use, target, origin);
      columns.add(explicit(use, column, target.table(), base, origin));
      referenced.add(column);
    }
    List<ColumnDraft> all = new ArrayList<>(referenced);
    formulas.forEach(formula -> all.add(referencedBy(formula, target, origin)));
    if (!target.key().containsAll(all)
        && (reading.hibernate.isSeven() || !isOneAttribute(all, target))) {
      unique(target.table(), all, origin);
    }
    return new Pairs(columns, referenced);
  }

  private ColumnDraft referencedBy(AnnotationUse use, EntityBinding target, Element origin) {
    return use.text("referencedColumnName")
        .map(name -> referenced(name, target, origin))
        .or(() -> target.key().stream().findFirst())
        .orElseThrow(Unmappable::consequence);
  }

  /** A column that is called after the one that it refers to. */
  ColumnDraft implicit(ColumnDraft keyColumn, TableDraft table, String base, Element origin) {
    Identifier logical =
        reading.naming.joinColumn(base, keyColumn.logicalName(), table.logicalName());
    return keyColumn.copy(reading.naming.physical(logical), logical, origin);
  }

  /** A column as {@code @JoinColumn} states it. */
  ColumnDraft explicit(
      AnnotationUse use, ColumnDraft target, TableDraft table, String base, Element origin) {
    Identifier logical =
        use.text("name")
            .map(Identifier::of)
            .orElseGet(
                () -> reading.naming.joinColumn(base, target.logicalName(), table.logicalName()));
    ColumnDraft column = target.copy(reading.naming.physical(logical), logical, origin);
    if (use.value("nullable").isPresent()) {
      column.nullable(use.bool("nullable"));
    }
    column.unique(use.bool("unique"));
    use.text("comment").ifPresent(text -> reading.comments.jakarta(column, text));
    use.text("columnDefinition")
        .ifPresent(
            text -> {
              ColumnDefinition definition =
                  ColumnDefinition.parse(text)
                      .orElseThrow(
                          () ->
                              new Unmappable(
                                  EntityProblems.columnDefinition(Reading.describe(origin), text)));
              column.type(column.type().withDefinition(Optional.of(definition.type())));
              column.defaultExpression(definition.defaultExpression());
              if (definition.notNull()) {
                column.nullable(false);
              }
            });
    use.annotations("check")
        .forEach(check -> column.check(BasicBinder.checkOf(check, "constraint", origin)));
    return column;
  }

  private ColumnDraft referenced(String written, EntityBinding target, Element origin) {
    Identifier name = reading.naming.physical(Identifier.of(written));
    Optional<ColumnDraft> inKey =
        target.key().stream()
            .filter(column -> column.name().text().equalsIgnoreCase(name.text()))
            .findFirst();
    return inKey
        .or(() -> target.table().column(name))
        .or(() -> target.root().table().column(name))
        .orElseThrow(
            () ->
                new Unmappable(
                    EntityProblems.unknownColumn(
                        "The join column of " + Reading.describe(origin),
                        written,
                        target.table().name().text(),
                        target.table().columnNames())));
  }

  /** Keys in the key's order; what is referred to beside the key becomes unique. */
  private Pairs ordered(Pairs pairs, EntityBinding target, Element origin) {
    List<ColumnDraft> key = target.key();
    if (key.containsAll(pairs.referenced()) && key.size() == pairs.referenced().size()) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < key.size(); i++) {
        order.add(i);
      }
      order.sort(Comparator.comparingInt(i -> key.indexOf(pairs.referenced().get(i))));
      return new Pairs(order.stream().map(pairs.columns()::get).toList(), key);
    }
    Pairs sorted = sortedByAttribute(pairs, target);
    if (reading.hibernate.isSeven() || !isOneAttribute(sorted.referenced(), target)) {
      unique(target.table(), sorted.referenced(), origin);
    }
    return sorted;
  }

  /**
   * Pairs that refer to something beside the key, in the order of the names of the attributes
   * referred to. Hibernate sizes the columns before it sorts them, so each has the size of the
   * column that comes to stand in its place.
   */
  private static Pairs sortedByAttribute(Pairs pairs, EntityBinding target) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < pairs.columns().size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(i -> target.attributeOf(pairs.referenced().get(i))));
    for (int i = 0; i < order.size(); i++) {
      ColumnDraft column = pairs.columns().get(i);
      ColumnType sizedLike = pairs.referenced().get(order.get(i)).type();
      ColumnType type = column.type();
      if (order.get(i) != i && type.definition().isEmpty()) {
        boolean same = type.jdbcType() == sizedLike.jdbcType();
        column.type(ColumnType.of(type.jdbcType(), same ? sizedLike.size() : Size.NONE));
      }
    }
    return new Pairs(
        order.stream().map(pairs.columns()::get).toList(),
        order.stream().map(pairs.referenced()::get).toList());
  }

  /** Whether the columns are those of one attribute of the entity itself, no association. */
  private static boolean isOneAttribute(List<ColumnDraft> columns, EntityBinding entity) {
    return entity.members().entrySet().stream()
        .anyMatch(
            attribute ->
                !AttributeBinder.isToOne(attribute.getValue())
                    && Set.copyOf(entity.columns(attribute.getKey())).equals(Set.copyOf(columns)));
  }

  /** Makes an association's columns unique together: one by a mark, several by a constraint. */
  static void unique(TableDraft table, List<ColumnDraft> columns, Element origin) {
    if (columns.size() == 1) {
      columns.get(0).uniqueByAssociation();
    } else {
      List<Identifier> names = columns.stream().map(ColumnDraft::name).toList();
      table.unique(HashedNames.unique(table.name(), names), UniqueDraft.implied(names, origin));
    }
  }

  /**
   * Adds a foreign key, unless it is turned off.
   *
   * @param foreignKey {@code @ForeignKey}
   * @param member the association, for {@code @OnDelete}
   */
  void foreignKey(
      TableDraft table,
      Pairs pairs,
      TableDraft target,
      Optional<AnnotationUse> foreignKey,
      Optional<Member> member,
      Element origin) {
    boolean off =
        foreignKey.filter(use -> use.constant("value").equals("NO_CONSTRAINT")).isPresent();
    if (off) {
      return;
    }
    Optional<ForeignKeyDefinition> definition =
        foreignKey
            .filter(use -> use.text("foreignKeyDefinition").isPresent())
            .map(use -> definition(use, pairs, target, origin));
    Optional<Deferrability> stated =
        foreignKey.flatMap(use -> use.text("options")).map(text -> deferrability(text, origin));
    table.foreignKey(
        new ForeignKeyDraft(
            foreignKey.flatMap(use -> use.text("name")).map(Identifier::of),
            pairs.columns(),
            pairs.names(),
            target,
            pairs.referenced(),
            definition
                .map(ForeignKeyDefinition::onDelete)
                .or(() -> member.map(Joins::onDelete))
                .orElse(ReferentialAction.NO_ACTION),
            definition.map(ForeignKeyDefinition::onUpdate).orElse(ReferentialAction.NO_ACTION),
            stated
                .or(() -> definition.map(ForeignKeyDefinition::deferrability))
                .orElse(Deferrability.NOT_DEFERRABLE),
            origin));
  }

  private static ForeignKeyDefinition definition(
      AnnotationUse foreignKey, Pairs pairs, TableDraft target, Element origin) {
    return ForeignKeyDefinition.parse(foreignKey.string("foreignKeyDefinition"))
        .filter(definition -> definition.fits(pairs.columns(), target, pairs.referenced()))
        .orElseThrow(
            () ->
                new Unmappable(
                    EntityProblems.unsupported(
                        Reading.describe(origin),
                        "a foreign key definition that is more than FOREIGN KEY (…) REFERENCES …"
                            + " (…) with ON DELETE, ON UPDATE, DEFERRABLE and INITIALLY DEFERRED")));
  }

  private static Deferrability deferrability(String options, Element origin) {
    return ConstraintOptions.deferrability(options)
        .orElseThrow(
            () ->
                new Unmappable(
                    EntityProblems.unsupported(
                        Reading.describe(origin),
                        "the options " + options.strip() + " of a foreign key")));
  }

  static ReferentialAction onDelete(Member member) {
    return member
        .find(Names.ON_DELETE)
        .map(use -> ReferentialAction.valueOf(use.constant("action")))
        .orElse(ReferentialAction.NO_ACTION);
  }
}
