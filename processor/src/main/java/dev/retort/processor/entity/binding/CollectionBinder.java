package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.type.Facets;
import dev.retort.schema.ReferentialAction;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/**
 * {@code @OneToMany}, {@code @ManyToMany} and {@code @ElementCollection}: tables of their own, or
 * foreign keys in the table of the other side.
 */
final class CollectionBinder {

  private final Reading reading;
  private final AttributeBinder attributes;
  private final BasicBinder basics;
  private final Joins joins;
  private final TableBinder tables;
  private final CollectionIndexBinder indexes;
  private final SoftDeleteBinder softDeletes;
  private final AnyBinder anys;

  CollectionBinder(
      Reading reading,
      AttributeBinder attributes,
      BasicBinder basics,
      Joins joins,
      TableBinder tables) {
    this.reading = reading;
    this.attributes = attributes;
    this.basics = basics;
    this.joins = joins;
    this.tables = tables;
    this.anys = new AnyBinder(basics);
    this.softDeletes = new SoftDeleteBinder(reading, basics);
    this.indexes = new CollectionIndexBinder(reading, attributes, basics, joins);
  }

  /** Whether an attribute of the other side maps the collection. */
  static boolean isInverse(Member member) {
    return !member.has(Names.MANY_TO_ANY) && annotation(member).text("mappedBy").isPresent();
  }

  /** Maps the collection; all to-one associations have their columns. */
  void bind(Holder holder, Member member) {
    if (member.has(Names.ELEMENT_COLLECTION)) {
      bindElements(holder, member);
      return;
    }
    if (member.has(Names.MANY_TO_ANY)) {
      bindAny(holder, member);
      return;
    }
    if (!JoinFormulas.formulas(member).isEmpty()) {
      throw new Unmappable(
          EntityProblems.unsupported(
              Reading.describe(member.element()), "@JoinFormula on a collection"));
    }
    PropertyRefs.refuse(member, "@PropertyRef on a collection");
    EntityBinding target = target(member);
    Optional<String> mappedBy = annotation(member).text("mappedBy");
    if (mappedBy.isPresent()) {
      ToOneBinder.requireAttribute(target, mappedBy.get(), member.element());
      TableDraft table = target.tableOf(mappedBy.get());
      bindInverseKeys(holder, member, target, mappedBy.get());
      indexes.bindInverse(holder, member, table, table.equals(target.table()));
      return;
    }
    List<AnnotationUse> joinColumns = ToOneBinder.joinColumns(holder, member);
    if (member.has(Names.ONE_TO_MANY)
        && !joinColumns.isEmpty()
        && associationTable(holder, member).isEmpty()) {
      bindForeignKey(holder, member, target, joinColumns);
    } else {
      bindJoinTable(holder, member, target);
    }
  }

  /**
   * The foreign keys that the inverse side brings, even where the other side does without them: of
   * a join table both, of other tables the one that deletes rows with their owner.
   */
  private void bindInverseKeys(
      Holder holder, Member member, EntityBinding target, String mappedBy) {
    TableDraft table = target.tableOf(mappedBy);
    List<Joins.Pairs> references = target.joinTable(mappedBy);
    if (!references.isEmpty()) {
      Joins.Pairs toTarget = references.get(0);
      if (target.key().containsAll(toTarget.referenced())) {
        inverseKey(table, toTarget, target, Optional.empty(), member.element());
        // Hibernate 7 takes what the other side says about deletion for this key, 6.6 forgets it.
        table.onDelete(
            toTarget.columns(),
            target
                .member(mappedBy)
                .filter(side -> reading.hibernate.isSeven())
                .map(Joins::onDelete)
                .orElse(ReferentialAction.NO_ACTION));
      }
    }
    boolean cascade = Joins.onDelete(member) == ReferentialAction.CASCADE;
    if (member.has(Names.MANY_TO_MANY) ? !references.isEmpty() : cascade) {
      Joins.Pairs toOwner =
          references.isEmpty()
              ? new Joins.Pairs(target.columns(mappedBy), holder.entity().key())
              : references.get(1);
      boolean known = table.hasForeignKey(toOwner.columns());
      if (!known && hasForeignKey(holder.entity(), toOwner)) {
        inverseKey(table, toOwner, holder.entity(), Optional.of(member), member.element());
      } else if (member.has(Names.ON_DELETE)) {
        table.onDelete(toOwner.columns(), Joins.onDelete(member));
      }
    }
  }

  private void inverseKey(
      TableDraft table,
      Joins.Pairs pairs,
      EntityBinding target,
      Optional<Member> deleting,
      Element origin) {
    joins.foreignKey(table, pairs, target.table(), Optional.empty(), deleting, origin);
  }

  /** A one-to-many without a table: the other side's table refers to this entity. */
  private void bindForeignKey(
      Holder holder, Member member, EntityBinding target, List<AnnotationUse> joinColumns) {
    EntityBinding owner = holder.entity();
    Joins.Pairs pairs =
        joins
            .to(joinColumns, owner, reading.property(holder, member), member.element())
            .addedTo(target.table());
    if (hasForeignKey(owner, pairs)) {
      joins.foreignKey(
          target.table(),
          pairs,
          owner.table(),
          member
              .find(Names.JOIN_COLUMN)
              .or(() -> member.find(Names.JOIN_COLUMNS))
              .flatMap(use -> use.annotation("foreignKey")),
          Optional.of(member),
          member.element());
    }
    indexes.bindInverse(holder, member, target.table(), true);
  }

  private void bindJoinTable(Holder holder, Member member, EntityBinding target) {
    Optional<AnnotationUse> annotation = associationTable(holder, member);
    EntityBinding owner = holder.entity();
    TableDraft table =
        createTable(
            holder,
            member,
            annotation,
            reading.naming.joinTable(
                owner.table().logicalName(),
                target.table().logicalName(),
                reading.property(holder, member)));
    String ownerBase = inverseName(owner, member, target).orElseGet(() -> base(owner));
    Joins.Pairs key = ownerKey(table, annotation, holder, member, ownerBase, "joinColumns");
    Joins.Pairs element =
        joins.to(
            annotation.map(use -> use.annotations("inverseJoinColumns")).orElse(List.of()),
            target,
            reading.property(holder, member),
            member.element());
    element.columns().forEach(column -> column.nullable(false));
    Joins.Pairs added = element.addedTo(table);
    if (member.has(Names.ONE_TO_MANY)) {
      Joins.unique(table, added.columns(), member.element());
    }
    owner.joinTable(holder.path() + member.name(), key, added);
    // Hibernate makes no foreign key to what is not the primary key here.
    if (!member.has(Names.NOT_FOUND) && target.key().containsAll(element.referenced())) {
      joins.foreignKey(
          table,
          added,
          target.table(),
          foreignKey(
              member.has(Names.COLLECTION_TABLE) ? member.find(Names.JOIN_TABLE) : annotation,
              "inverseForeignKey",
              "inverseJoinColumns"),
          Optional.empty(),
          member.element());
    }
    indexes.bindKey(holder, member, table, key.columns(), added.columns());
    owner.attributeTable(holder.path() + member.name(), table);
    softDeletes.bind(member.element(), table);
  }

  private void bindElements(Holder holder, Member member) {
    // An override states the table of elements, too, as if it were a join table.
    Optional<AnnotationUse> annotation = associationTable(holder, member);
    TableDraft table = createElementTable(holder, member, annotation);
    Joins.Pairs key =
        ownerKey(table, annotation, holder, member, base(holder.entity()), "joinColumns");
    TypeMirror type = elementType(member);
    List<ColumnDraft> elements =
        attributes.isEmbeddable(reading.shapes.classOf(type))
                && reading.converters.of(member, type, valuePart(member)).isEmpty()
            ? embeddedElements(holder, member, table, type)
            : List.of(basicElement(holder, member, table, type));
    indexes.bindKey(holder, member, table, key.columns(), elements);
    softDeletes.bind(member.element(), table);
  }

  private void bindAny(Holder holder, Member member) {
    Optional<AnnotationUse> annotation = joinTable(holder, member);
    TableDraft table = createElementTable(holder, member, annotation);
    Joins.Pairs key =
        ownerKey(table, annotation, holder, member, base(holder.entity()), "joinColumns");
    List<AnnotationUse> columns =
        annotation.map(use -> use.annotations("inverseJoinColumns")).orElse(List.of());
    indexes.bindKey(
        holder, member, table, key.columns(), anys.bindElements(member, columns, table));
  }

  /** The table of what is no entity: named after the owner and the attribute by itself. */
  private TableDraft createElementTable(
      Holder holder, Member member, Optional<AnnotationUse> annotation) {
    EntityBinding owner = holder.entity();
    return createTable(
        holder,
        member,
        annotation,
        reading.naming.collectionTable(
            owner.name(), owner.table().logicalName(), reading.property(holder, member)));
  }

  private String base(EntityBinding owner) {
    return reading.naming.base(owner.name(), owner.table().logicalName());
  }

  private List<ColumnDraft> embeddedElements(
      Holder holder, Member member, TableDraft table, TypeMirror type) {
    String prefix = isMap(member) ? "value." : "";
    Overrides overrides =
        holder.overrides().inside(member.name(), member.element()).orElse(member.element(), prefix);
    Holder inside =
        new Holder(
            holder.entity(),
            table,
            holder.path() + member.name() + ".",
            reading.naming.elements(holder.namePath(), member.name(), isMap(member)),
            overrides,
            Nullability.OWN,
            true);
    attributes.embeddables().bindAll(inside, type, member);
    // Its associations are elements as well.
    reading.runAssociations();
    return holder.entity().columnsInside(holder.path() + member.name());
  }

  private ColumnDraft basicElement(
      Holder holder, Member member, TableDraft table, TypeMirror type) {
    Optional<AnnotationUse> overridden = holder.overrides().column(member.name());
    ColumnSpec spec = ColumnSpec.of(overridden.or(() -> member.find(Names.COLUMN)));
    ColumnDraft column =
        basics.column(
            spec,
            spec.name().orElseGet(() -> reading.property(holder, member)),
            basics.basicType(member, type, Facets.of(member), valuePart(member), spec),
            member.element());
    BasicBinder.applyDefault(column, member);
    basics.applyGeneration(column, member);
    return table.add(column);
  }

  /** The columns that refer to the owner, with their foreign key. */
  private Joins.Pairs ownerKey(
      TableDraft table,
      Optional<AnnotationUse> annotation,
      Holder holder,
      Member member,
      String base,
      String columnsMember) {
    EntityBinding owner = holder.entity();
    List<AnnotationUse> written =
        annotation.map(use -> use.annotations(columnsMember)).orElse(List.of());
    // Beside a table of its own, an association's @JoinColumn says nothing.
    List<AnnotationUse> unwritten =
        annotation.isPresent() && member.has(Names.ONE_TO_MANY)
            ? ToOneBinder.overriddenJoinColumns(holder, member).orElse(List.of())
            : ToOneBinder.joinColumns(holder, member);
    List<AnnotationUse> columns = written.isEmpty() ? unwritten : written;
    Joins.Pairs pairs = joins.to(columns, owner, base, member.element());
    pairs.columns().forEach(column -> column.nullable(false));
    Joins.Pairs added = pairs.addedTo(table);
    if (hasForeignKey(owner, pairs)) {
      joins.foreignKey(
          table,
          added,
          owner.table(),
          foreignKey(annotation, "foreignKey", columnsMember),
          Optional.of(member),
          member.element());
    }
    return added;
  }

  /** Before Hibernate 7, a collection has none to what is not the owner's primary key. */
  private boolean hasForeignKey(EntityBinding owner, Joins.Pairs pairs) {
    return reading.hibernate.isSeven() || owner.key().containsAll(pairs.referenced());
  }

  /** The foreign key of the table's annotation, or of its first join column. */
  private static Optional<AnnotationUse> foreignKey(
      Optional<AnnotationUse> table, String keyMember, String columnsMember) {
    return table
        .filter(use -> use.states(keyMember))
        .flatMap(use -> use.annotation(keyMember))
        .or(
            () ->
                table.stream()
                    .flatMap(use -> use.annotations(columnsMember).stream())
                    .findFirst()
                    .flatMap(use -> use.annotation("foreignKey")));
  }

  private TableDraft createTable(
      Holder holder, Member member, Optional<AnnotationUse> annotation, Identifier implicitName) {
    Element origin = member.element();
    member
        .findMeta(Names.COLLECTION_TYPE)
        .flatMap(use -> use.type("type"))
        .ifPresent(
            type ->
                reading.warning(
                    EntityProblems.collectionClass(
                        Reading.describe(origin), reading.shapes.nameOf(type)),
                    origin));
    TableDraft table = tables.create(annotation, implicitName, origin);
    holder.entity().collectionTable(holder.path() + member.name(), table);
    annotation.ifPresent(use -> tables.constrain(table, use, origin));
    // Of an association override, Hibernate takes the table but not what it says about it.
    member.find(Names.JOIN_TABLE).ifPresent(use -> tables.comment(table, use));
    for (AnnotationUse check : AnnotationUse.allOn(origin, Names.CHECK, Names.CHECKS)) {
      table.check(BasicBinder.checkOf(check, "constraints", origin));
    }
    return table;
  }

  /** A {@code @CollectionTable} counts for entities as well, and before a {@code @JoinTable}. */
  private static Optional<AnnotationUse> associationTable(Holder holder, Member member) {
    return member.find(Names.COLLECTION_TABLE).or(() -> joinTable(holder, member));
  }

  private static Optional<AnnotationUse> joinTable(Holder holder, Member member) {
    return holder.overrides().joinTable(member.name()).or(() -> member.find(Names.JOIN_TABLE));
  }

  /** The attribute of the other side that is mapped by this one. */
  private Optional<String> inverseName(EntityBinding owner, Member member, EntityBinding target) {
    for (Member other : target.members().values()) {
      boolean inverse =
          AttributeBinder.isCollection(other)
              && !other.has(Names.ELEMENT_COLLECTION)
              && annotation(other).string("mappedBy").equals(member.name())
              && reading
                  .entity(elementTypeOf(other))
                  .filter(entity -> entity.equals(owner))
                  .isPresent();
      if (inverse) {
        return Optional.of(other.name());
      }
    }
    return Optional.empty();
  }

  private EntityBinding target(Member member) {
    TypeMirror type = elementTypeOf(member);
    return reading
        .entity(type)
        .filter(EntityBinding::hasTable)
        .orElseThrow(
            () ->
                new Unmappable(
                    EntityProblems.unknownTarget(
                        Reading.describe(member.element()), reading.shapes.nameOf(type))));
  }

  private TypeMirror elementTypeOf(Member member) {
    return annotation(member).type("targetEntity").orElseGet(() -> elementType(member));
  }

  private static AnnotationUse annotation(Member member) {
    return member
        .find(Names.ONE_TO_MANY)
        .or(() -> member.find(Names.MANY_TO_MANY))
        .or(() -> member.find(Names.ELEMENT_COLLECTION))
        .orElseThrow();
  }

  private TypeMirror elementType(Member member) {
    Optional<TypeMirror> stated =
        member.find(Names.ELEMENT_COLLECTION).flatMap(use -> use.type("targetClass"));
    if (stated.isPresent()) {
      return stated.get();
    }
    if (reading.shapes.bound(member.type()) instanceof ArrayType array) {
      return array.getComponentType();
    }
    List<TypeMirror> arguments =
        isMap(member)
            ? reading.shapes.argumentsAs(member.type(), "java.util.Map")
            : reading.shapes.argumentsAs(member.type(), "java.util.Collection");
    if (arguments.isEmpty()) {
      throw new Unmappable(
          EntityProblems.unknownType(
              Reading.describe(member.element()), reading.shapes.nameOf(member.type())));
    }
    return arguments.get(arguments.size() - 1);
  }

  private boolean isMap(Member member) {
    return reading.shapes.isA(member.type(), "java.util.Map");
  }

  private String valuePart(Member member) {
    return isMap(member) ? "value" : "";
  }
}
