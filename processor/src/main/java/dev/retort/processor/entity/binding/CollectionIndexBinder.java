package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.naming.HashedNames;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.relational.CheckDraft;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.relational.UniqueDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.type.Facets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What makes an element of a collection findable: positions of lists, keys of maps, and the primary
 * key or unique constraint that follows from the kind of collection.
 */
final class CollectionIndexBinder {

  private static final List<String> POSITIONED =
      List.of(
          Names.LIST_INDEX_BASE,
          Names.LIST_INDEX_JAVA_TYPE,
          Names.LIST_INDEX_JDBC_TYPE,
          Names.LIST_INDEX_JDBC_TYPE_CODE);

  private final Reading reading;
  private final AttributeBinder attributes;
  private final BasicBinder basics;
  private final Joins joins;
  private final CollectionIdBinder ids;

  CollectionIndexBinder(
      Reading reading, AttributeBinder attributes, BasicBinder basics, Joins joins) {
    this.reading = reading;
    this.attributes = attributes;
    this.basics = basics;
    this.joins = joins;
    this.ids = new CollectionIdBinder(reading, basics);
  }

  /**
   * Adds position or key columns to the table of the other side.
   *
   * @param nullable whether they may take NULL: in the other entity's own table, where rows belong
   *     to no owner, but not in a join table
   */
  void bindInverse(Holder holder, Member member, TableDraft table, boolean nullable) {
    if (isMap(member)) {
      if (!member.has(Names.MAP_KEY)) {
        mapKey(holder, member, table, nullable);
      }
    } else if (hasPositions(member)) {
      position(member, table, nullable);
    }
  }

  /**
   * Keys the table of a collection. Of several collections in one table the last map or list
   * decides, or else the first set.
   *
   * @param owner the columns that refer to the owner
   * @param element the columns of an element
   */
  void bindKey(
      Holder holder,
      Member member,
      TableDraft table,
      List<ColumnDraft> owner,
      List<ColumnDraft> element) {
    if (ids.isOn(member)) {
      table.collectionKey(List.of(ids.bind(holder, member, table)));
    } else if (isMap(member)) {
      List<ColumnDraft> key =
          member.has(Names.MAP_KEY) ? element : mapKey(holder, member, table, false);
      table.collectionKey(joined(owner, key));
    } else if (hasPositions(member)) {
      table.collectionKey(joined(owner, List.of(position(member, table, false))));
    } else if (table.primaryKey().isEmpty() && reading.shapes.isA(member.type(), "java.util.Set")) {
      if (reading.hibernate.isSeven()) {
        keyOfSet(member, table, owner, element);
      } else {
        keyOfSetBeforeSeven(table, owner, element);
      }
    }
  }

  /** Hibernate 6.6: owner and element are the key, unless a column of the element may be NULL. */
  private static void keyOfSetBeforeSeven(
      TableDraft table, List<ColumnDraft> owner, List<ColumnDraft> element) {
    List<ColumnDraft> all = joined(owner, element);
    if (element.stream().noneMatch(ColumnDraft::nullable) && all.size() > owner.size()) {
      table.primaryKey(all);
    }
  }

  /** A set's elements are unique: by a primary key, or a unique constraint if one may be NULL. */
  private static void keyOfSet(
      Member member, TableDraft table, List<ColumnDraft> owner, List<ColumnDraft> element) {
    if (member.has(Names.ONE_TO_MANY)) {
      // An element belongs to one owner, so it is the key alone.
      table.primaryKey(element);
      return;
    }
    element.forEach(ColumnDraft::measuredByJavaType);
    boolean lob = element.stream().anyMatch(column -> column.type().jdbcType().isLob());
    List<ColumnDraft> all = joined(owner, element);
    if (lob || table.hasUniques() || all.size() == owner.size()) {
      return;
    }
    if (element.stream().anyMatch(ColumnDraft::nullable)) {
      List<Identifier> names = all.stream().map(ColumnDraft::name).toList();
      table.unique(
          HashedNames.unique(table.name(), names), UniqueDraft.implied(names, member.element()));
    } else {
      table.primaryKey(all);
    }
  }

  private ColumnDraft position(Member member, TableDraft table, boolean nullable) {
    Optional<AnnotationUse> annotation = member.find(Names.ORDER_COLUMN);
    ColumnSpec spec = spec(annotation.flatMap(use -> use.text("columnDefinition")));
    int base = member.find(Names.LIST_INDEX_BASE).map(use -> use.integer("value")).orElse(0);
    ColumnDraft column =
        basics.column(
            spec,
            annotation.flatMap(use -> use.text("name")).orElse(member.name() + "_ORDER"),
            basics.basicType(
                member,
                reading.shapes.types().getPrimitiveType(TypeKind.INT),
                Facets.ofPosition(member),
                "index",
                spec),
            member.element());
    column.nullable(nullable && annotation.map(use -> use.bool("nullable")).orElse(true));
    if (reading.hibernate.isSeven()) {
      column.check(
          new CheckDraft(Optional.empty(), column.name().sql() + " >= " + base, member.element()));
    }
    return table.add(column);
  }

  /**
   * Whether elements are found by their position: in arrays, and in lists of which an annotation
   * says anything about positions ({@code CollectionBinder.determineCollectionClassification}).
   */
  private boolean hasPositions(Member member) {
    if (member.has(Names.ORDER_COLUMN)
        || reading.shapes.bound(member.type()) instanceof ArrayType) {
      return true;
    }
    if (!reading.shapes.isA(member.type(), "java.util.List") || member.has(Names.BAG)) {
      return false;
    }
    if (POSITIONED.stream().anyMatch(member::has)) {
      return true;
    }
    boolean ordered =
        member.has(Names.ORDER_BY)
            || member.has(reading.hibernate.isSeven() ? Names.SQL_ORDER : Names.HIBERNATE_ORDER_BY);
    return reading.settings.listsHavePositions() && !ordered && !CollectionBinder.isInverse(member);
  }

  private static ColumnSpec spec(Optional<String> definition) {
    ColumnSpec nothing = ColumnSpec.NOTHING;
    return new ColumnSpec(
        Optional.empty(),
        true,
        true,
        false,
        nothing.size(),
        nothing.secondPrecision(),
        definition,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private List<ColumnDraft> mapKey(
      Holder holder, Member member, TableDraft table, boolean nullable) {
    TypeMirror type = keyType(member);
    Optional<EntityBinding> entity = reading.entity(type);
    if (entity.isPresent()) {
      Joins.Pairs pairs = entityKey(member, entity.get());
      pairs.columns().forEach(column -> column.nullable(nullable));
      Joins.Pairs added = pairs.addedTo(table);
      joins.foreignKey(
          table,
          added,
          entity.get().table(),
          member.find(Names.MAP_KEY_JOIN_COLUMN).flatMap(use -> use.annotation("foreignKey")),
          Optional.empty(),
          member.element());
      return added.columns();
    }
    if (attributes.isEmbeddable(reading.shapes.classOf(type))) {
      Holder inside =
          new Holder(
              holder.entity(),
              table,
              holder.path() + member.name() + ".key.",
              holder.namePath() + member.name() + ".mapkey.key.",
              Overrides.NONE.orElse(member.element(), "key."),
              nullable ? Nullability.OWN : Nullability.FORCED_NOT_NULL,
              true);
      attributes.embeddables().bindAll(inside, type, member);
      reading.runAssociations();
      return holder.entity().columnsInside(holder.path() + member.name() + ".key");
    }
    ColumnSpec spec = ColumnSpec.of(member.find(Names.MAP_KEY_COLUMN));
    ColumnDraft column =
        basics.column(
            spec,
            spec.name().orElse(member.name() + "_KEY"),
            basics.basicType(member, type, Facets.ofKey(member), "key", spec),
            member.element());
    column.nullable(nullable);
    return List.of(table.add(column));
  }

  private Joins.Pairs entityKey(Member member, EntityBinding entity) {
    List<AnnotationUse> written =
        AnnotationUse.allOn(
            member.element(), Names.MAP_KEY_JOIN_COLUMN, Names.MAP_KEY_JOIN_COLUMNS);
    if (!written.isEmpty()) {
      return joins.to(written, entity, member.name() + "_KEY", member.element());
    }
    if (entity.key().size() != 1) {
      throw new Unmappable(
          EntityProblems.unsupported(
              Reading.describe(member.element()),
              "an entity with a composite id as the key of a map, without @MapKeyJoinColumns"));
    }
    Identifier logical = Identifier.of(member.name() + "_KEY");
    ColumnDraft key = entity.key().get(0);
    return new Joins.Pairs(
        List.of(key.copy(reading.naming.physical(logical), logical, member.element())),
        entity.key());
  }

  private TypeMirror keyType(Member member) {
    // Hibernate 7 does not resolve a type variable here and takes its bound.
    TypeMirror map = reading.hibernate.isSeven() ? member.declaredType() : member.type();
    return member
        .find(Names.MAP_KEY_CLASS)
        .flatMap(use -> use.type("value"))
        .orElseGet(() -> reading.shapes.argumentsAs(map, "java.util.Map").get(0));
  }

  private boolean isMap(Member member) {
    return reading.shapes.isA(member.type(), "java.util.Map");
  }

  private static List<ColumnDraft> joined(List<ColumnDraft> first, List<ColumnDraft> second) {
    List<ColumnDraft> all = new ArrayList<>(first);
    second.stream().filter(column -> !all.contains(column)).forEach(all::add);
    return all;
  }
}
