package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** {@code @ManyToOne} and {@code @OneToOne}: foreign key columns in the entity's table. */
final class ToOneBinder {

  private final Reading reading;
  private final Joins joins;
  private final TableBinder tables;

  ToOneBinder(Reading reading, Joins joins, TableBinder tables) {
    this.reading = reading;
    this.joins = joins;
    this.tables = tables;
  }

  /** Maps the association; all identifiers are known. */
  void bind(Holder holder, Member member) {
    AnnotationUse annotation = annotation(member);
    EntityBinding target = target(member);
    Optional<String> mappedBy = annotation.text("mappedBy");
    if (mappedBy.isPresent()) {
      requireAttribute(target, mappedBy.get(), member.element());
      return;
    }
    List<AnnotationUse> primaryKeyJoins =
        AnnotationUse.allOn(
            member.element(), Names.PRIMARY_KEY_JOIN_COLUMN, Names.PRIMARY_KEY_JOIN_COLUMNS);
    boolean optional = isOptional(member);
    if (member.has(Names.ONE_TO_ONE)
        && (!primaryKeyJoins.isEmpty() || sharesKey(holder, member, target))) {
      if (!optional) {
        shareKey(holder, member, target);
      }
      return;
    }
    Optional<AnnotationUse> joinTable = joinTable(holder, member);
    if (joinTable.isPresent()) {
      bindInTable(holder, member, target, joinTable.get());
      return;
    }
    TableDraft table = tableOf(holder, member);
    List<AnnotationUse> formulas = JoinFormulas.formulas(member);
    Joins.Pairs pairs =
        formulas.isEmpty()
            ? columns(holder, member, target)
            : besideFormulas(holder, member, target, formulas);
    pairs.columns().forEach(column -> BasicBinder.applyDefault(column, member));
    // Hibernate 6.6 has it NOT NULL in a single table too, where rows of other classes cannot be.
    boolean forcedNull =
        holder.nullability() == Nullability.FORCED_NULL && reading.hibernate.isSeven();
    if (!optional && !forcedNull) {
      pairs.columns().forEach(column -> column.nullable(false));
    }
    Joins.Pairs added = pairs.addedTo(table);
    if (member.has(Names.ONE_TO_ONE) && formulas.isEmpty()) {
      Joins.unique(table, added.columns(), member.element());
    }
    if (!member.has(Names.NOT_FOUND) && formulas.isEmpty()) {
      joins.foreignKey(
          table,
          added,
          target.table(),
          foreignKey(holder, member),
          Optional.of(member),
          member.element());
    }
    holder.entity().attribute(holder.path() + member.name(), member, added.columns());
    holder.entity().attributeTable(holder.path() + member.name(), table);
  }

  /** The association's columns, as an entity's key that is derived from it needs them. */
  Joins.Pairs columns(Holder holder, Member member, EntityBinding target) {
    Joins.Pairs pairs = pairs(holder, joinColumns(holder, member), member, target);
    if (holder.nullability() == Nullability.FORCED_NOT_NULL) {
      pairs.columns().forEach(column -> column.nullable(false));
    }
    return pairs;
  }

  private Joins.Pairs pairs(
      Holder holder, List<AnnotationUse> columns, Member member, EntityBinding target) {
    Optional<AnnotationUse> property = member.find(Names.PROPERTY_REF);
    return property.isPresent()
        ? new PropertyRefs(reading, joins).to(property.get(), columns, target, member)
        : joins.to(columns, target, reading.property(holder, member), member.element());
  }

  private Joins.Pairs besideFormulas(
      Holder holder, Member member, EntityBinding target, List<AnnotationUse> formulas) {
    PropertyRefs.refuse(member, "@PropertyRef beside a @JoinFormula");
    return joins.besideFormulas(
        joinColumns(holder, member),
        formulas,
        target,
        reading.property(holder, member),
        member.element());
  }

  EntityBinding target(Member member) {
    TypeMirror type = annotation(member).type("targetEntity").orElse(member.type());
    return reading
        .entity(type)
        .filter(EntityBinding::hasTable)
        .orElseThrow(
            () ->
                new Unmappable(
                    EntityProblems.unknownTarget(
                        Reading.describe(member.element()), reading.shapes.nameOf(type))));
  }

  /** Whether the association may be absent. */
  static boolean isOptional(Member member) {
    return annotation(member).bool("optional");
  }

  static List<AnnotationUse> joinColumns(Holder holder, Member member) {
    return overriddenJoinColumns(holder, member).orElseGet(() -> JoinFormulas.columns(member));
  }

  /** The join columns that an override states for an association. */
  static Optional<List<AnnotationUse>> overriddenJoinColumns(Holder holder, Member member) {
    return holder
        .overrides()
        .association(member.name())
        .map(override -> override.annotations("joinColumns"))
        .filter(columns -> !columns.isEmpty());
  }

  private static AnnotationUse annotation(Member member) {
    return member.find(Names.ONE_TO_ONE).or(() -> member.find(Names.MANY_TO_ONE)).orElseThrow();
  }

  /**
   * What is said of the foreign key: by an override, even if it says nothing, unless the attribute
   * itself does without a foreign key.
   */
  private static Optional<AnnotationUse> foreignKey(Holder holder, Member member) {
    Optional<AnnotationUse> own =
        member
            .find(Names.JOIN_COLUMN)
            .or(() -> member.find(Names.JOIN_COLUMNS))
            .flatMap(use -> use.annotation("foreignKey"));
    return own.filter(key -> key.constant("value").equals("NO_CONSTRAINT"))
        .or(
            () ->
                holder
                    .overrides()
                    .association(member.name())
                    .flatMap(o -> o.annotation("foreignKey")))
        .or(() -> own);
  }

  private static Optional<AnnotationUse> joinTable(Holder holder, Member member) {
    return holder.overrides().joinTable(member.name()).or(() -> member.find(Names.JOIN_TABLE));
  }

  private TableDraft tableOf(Holder holder, Member member) {
    Optional<String> written =
        joinColumns(holder, member).stream().flatMap(use -> use.text("table").stream()).findFirst();
    return written
        .map(name -> reading.naming.physical(Identifier.of(name)).canonical())
        .flatMap(name -> Optional.ofNullable(holder.entity().secondaryTables().get(name)))
        .orElse(holder.table());
  }

  /** Whether the join column is the entity's own key, though nothing says {@code @MapsId}. */
  private boolean sharesKey(Holder holder, Member member, EntityBinding target) {
    List<ColumnDraft> key = holder.entity().key();
    List<AnnotationUse> columns = joinColumns(holder, member);
    return !member.has(Names.MAPS_ID)
        && !member.has(Names.ID)
        && !key.isEmpty()
        && key.size() == columns.size()
        && key.size() == target.key().size()
        && columns.stream()
            .allMatch(
                use ->
                    use.text("name")
                        .map(name -> reading.naming.physical(Identifier.of(name)))
                        .filter(name -> key.stream().anyMatch(k -> k.name().equals(name)))
                        .isPresent());
  }

  /** Of {@code @PrimaryKeyJoinColumn}, Hibernate reads no foreign key here. */
  private void shareKey(Holder holder, Member member, EntityBinding target) {
    joins.foreignKey(
        holder.entity().table(),
        new Joins.Pairs(holder.entity().key(), target.key()),
        target.table(),
        foreignKey(holder, member),
        Optional.of(member),
        member.element());
  }

  /**
   * The association in a table of its own, keyed by the entity's key. Of the annotation, Hibernate
   * reads no foreign keys here; a {@code @JoinColumn} beside it replaces its inverse columns.
   */
  private void bindInTable(
      Holder holder, Member member, EntityBinding target, AnnotationUse joinTable) {
    EntityBinding owner = holder.entity();
    Element origin = member.element();
    TableDraft table =
        tables.create(
            Optional.of(joinTable),
            reading.naming.joinTable(
                owner.table().logicalName(),
                target.table().logicalName(),
                reading.property(holder, member)),
            origin);
    tables.constrain(table, joinTable, origin);
    tables.comment(table, joinTable);
    List<AnnotationUse> ownColumns = joinTable.annotations("joinColumns");
    Joins.Pairs own =
        ownColumns.isEmpty()
            ? new Joins.Pairs(
                owner.key().stream()
                    .map(key -> key.copy(key.name(), key.logicalName(), origin))
                    .toList(),
                owner.key())
            : joins.to(ownColumns, owner, owner.name(), origin);
    Joins.Pairs ownAdded = own.addedTo(table);
    table.primaryKey(ownAdded.columns());
    if (!member.has(Names.NOT_FOUND)) {
      joins.foreignKey(table, ownAdded, owner.table(), Optional.empty(), Optional.empty(), origin);
    }
    boolean beside = !JoinFormulas.columns(member).isEmpty();
    List<AnnotationUse> otherColumns =
        beside ? joinColumns(holder, member) : joinTable.annotations("inverseJoinColumns");
    Joins.Pairs other = pairs(holder, otherColumns, member, target);
    if ((reading.hibernate.isSeven() && !beside) || !isOptional(member)) {
      other.columns().forEach(column -> column.nullable(false));
    }
    Joins.Pairs otherAdded = other.addedTo(table);
    if (member.has(Names.ONE_TO_ONE)) {
      Joins.unique(table, otherAdded.columns(), origin);
    }
    if (!member.has(Names.NOT_FOUND)) {
      joins.foreignKey(
          table,
          otherAdded,
          target.table(),
          foreignKey(holder, member),
          Optional.of(member),
          origin);
    }
    owner.attribute(holder.path() + member.name(), member, otherAdded.columns());
    owner.attributeTable(holder.path() + member.name(), table);
    owner.joinTable(holder.path() + member.name(), ownAdded, otherAdded);
  }

  static void requireAttribute(EntityBinding target, String mappedBy, Element origin) {
    if (target.key().isEmpty()) {
      throw Unmappable.consequence();
    }
    if (target.member(mappedBy).isEmpty()
        && target.descendants().stream().allMatch(e -> e.member(mappedBy).isEmpty())) {
      throw new Unmappable(
          EntityProblems.unknownMappedBy(
              Reading.describe(origin), mappedBy, target.type().getSimpleName().toString()));
    }
  }
}
