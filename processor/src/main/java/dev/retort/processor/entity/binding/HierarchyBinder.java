package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.binding.EntityBinding.Strategy;
import dev.retort.processor.entity.naming.HashedNames;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.relational.UniqueDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** The tables of entities, and how the entities of a hierarchy share or link them. */
final class HierarchyBinder {

  private final Reading reading;
  private final TableBinder tables;
  private final Joins joins;
  private final DiscriminatorBinder discriminators;
  private final SoftDeleteBinder softDeletes;
  private final Audits audits;

  HierarchyBinder(Reading reading, TableBinder tables, BasicBinder basics, Joins joins) {
    this.reading = reading;
    this.tables = tables;
    this.joins = joins;
    this.discriminators = new DiscriminatorBinder(reading, basics);
    this.audits = new Audits(reading);
    this.softDeletes = new SoftDeleteBinder(reading, basics);
  }

  /** Creates the entity's table, or takes the one that it shares with its parent. */
  void createTable(EntityBinding entity) {
    entity.classes().forEach(Annotations::requireKnown);
    Annotations.requireKnown(reading.shapes.elements().getPackageOf(entity.type()));
    if (entity.parent().filter(parent -> !parent.hasTable()).isPresent()) {
      // What the parent lacks is said there.
      return;
    }
    if (entity.isSingleTableSubclass()) {
      entity.table(entity.parent().orElseThrow().table());
      return;
    }
    entity.table(
        tables.create(
            AnnotationUse.on(entity.type(), Names.TABLE),
            Identifier.of(entity.name()),
            entity.type()));
    if (AnnotationUse.isOn(entity.type(), Names.SUBSELECT)) {
      entity.table().query();
    }
    AnnotationUse.on(entity.type(), Names.VIEW)
        .ifPresent(view -> entity.table().view(view.string("query")));
    if (entity.strategy() == Strategy.TABLE_PER_CLASS && entity.parent().isPresent()) {
      entity.parent().orElseThrow().table().copiedBySubclasses();
    }
  }

  /** Gives key columns to what depends on the root's key: subclasses and secondary tables. */
  void bindKeys(EntityBinding root) {
    discriminators.bind(root);
    softDeletes.bind(root);
    bindSecondaryTables(root);
    for (EntityBinding child : root.descendants()) {
      EntityBinding parent = child.parent().orElseThrow();
      if (!parent.hasTable() || !child.hasTable()) {
        continue;
      }
      switch (child.strategy()) {
        case SINGLE_TABLE -> child.key(parent.key());
        case TABLE_PER_CLASS -> {
          child.key(parent.key());
          child.table().primaryKey(parent.key());
        }
        case JOINED -> joinToParent(child, parent);
      }
      bindSecondaryTables(child);
    }
  }

  private void joinToParent(EntityBinding child, EntityBinding parent) {
    List<AnnotationUse> written =
        AnnotationUse.allOn(
            child.type(), Names.PRIMARY_KEY_JOIN_COLUMN, Names.PRIMARY_KEY_JOIN_COLUMNS);
    Joins.Pairs pairs = keyColumns(written, parent, child.type()).addedTo(child.table());
    child.key(pairs.columns());
    child.table().primaryKey(pairs.columns());
    joins.foreignKey(
        child.table(),
        pairs,
        parent.table(),
        AnnotationUse.on(child.type(), Names.PRIMARY_KEY_JOIN_COLUMNS)
            .or(() -> written.stream().findFirst())
            .flatMap(use -> use.annotation("foreignKey")),
        Optional.of(new Member(child.name(), child.type().asType(), child.type())),
        child.type());
  }

  /** Columns that repeat a key, under its names unless others are written. */
  private Joins.Pairs keyColumns(
      List<AnnotationUse> written, EntityBinding owner, TypeElement origin) {
    if (!written.isEmpty() && written.stream().allMatch(use -> use.text("name").isPresent())) {
      return joins.to(written, owner, "", origin);
    }
    List<ColumnDraft> columns = new ArrayList<>();
    for (ColumnDraft key : owner.key()) {
      columns.add(key.copy(key.name(), key.logicalName(), origin));
    }
    return new Joins.Pairs(columns, owner.key());
  }

  private void bindSecondaryTables(EntityBinding entity) {
    for (AnnotationUse use :
        AnnotationUse.allOn(entity.type(), Names.SECONDARY_TABLE, Names.SECONDARY_TABLES)) {
      TableDraft table =
          tables.create(Optional.of(use), Identifier.of(entity.name()), entity.type());
      Joins.Pairs pairs =
          keyColumns(use.annotations("pkJoinColumns"), entity, entity.type()).addedTo(table);
      table.primaryKey(pairs.columns());
      joins.foreignKey(
          table,
          pairs,
          entity.table(),
          use.annotation("foreignKey"),
          Optional.empty(),
          entity.type());
      tables.constrain(table, use, entity.type());
      tables.comment(table, use);
      entity.secondaryTables().put(table.name().canonical(), table);
    }
  }

  /**
   * The attributes of the entity's own classes, those of mapped superclasses first. Of one name the
   * first counts ({@code PropertyBinder.addProperty}).
   */
  List<Member> members(EntityBinding entity) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (TypeElement type : entity.classes()) {
      reading.missingAnnotations.report(type);
      reading
          .members
          .of(type, (DeclaredType) entity.type().asType(), entity.access())
          .forEach(member -> members.putIfAbsent(member.name(), member));
    }
    return List.copyOf(members.values());
  }

  /** Where the entity's attributes are. */
  Holder holder(EntityBinding entity) {
    Overrides overrides = Overrides.ofClass(entity.type());
    for (int i = entity.classes().size() - 2; i >= 0; i--) {
      overrides = overrides.orElse(entity.classes().get(i), "");
    }
    return new Holder(
        entity,
        entity.table(),
        "",
        "",
        overrides,
        entity.isSingleTableSubclass() ? Nullability.FORCED_NULL : Nullability.OWN,
        false);
  }

  /** PostgreSQL wants the columns by which a table is partitioned in its primary key. */
  private static void bindPartitionKey(EntityBinding entity) {
    List<ColumnDraft> key = new ArrayList<>(entity.table().primaryKey());
    entity
        .members()
        .forEach(
            (path, member) -> {
              if (member.has(Names.PARTITION_KEY)) {
                key.addAll(entity.columns(path));
              }
            });
    entity.table().primaryKey(key);
  }

  /** The columns of the natural id are unique together. */
  private static void bindNaturalId(EntityBinding entity) {
    List<Identifier> columns = new ArrayList<>();
    entity
        .members()
        .forEach(
            (path, member) -> {
              if (member.has(Names.NATURAL_ID)) {
                List<ColumnDraft> inside = entity.columnsInside(path);
                (inside.isEmpty() ? entity.columns(path) : inside)
                    .forEach(column -> columns.add(column.name()));
              }
            });
    if (!columns.isEmpty()) {
      entity
          .table()
          .unique(
              HashedNames.unique(entity.table().name(), columns),
              UniqueDraft.implied(columns, entity.type()));
    }
  }

  /** What can be said only when all attributes have their columns. */
  void finish(EntityBinding root) {
    List<EntityBinding> hierarchy = new ArrayList<>(List.of(root));
    hierarchy.addAll(root.descendants());
    if (root.strategy() == Strategy.TABLE_PER_CLASS) {
      // What follows is stated for the table itself and not repeated.
      for (EntityBinding child : root.descendants()) {
        child.table().include(child.parent().orElseThrow().table());
      }
    }
    for (EntityBinding entity : hierarchy) {
      audits.report(entity);
      if (!entity.isSingleTableSubclass() || AnnotationUse.isOn(entity.type(), Names.TABLE)) {
        AnnotationUse.on(entity.type(), Names.TABLE)
            .ifPresent(
                use -> {
                  tables.constrain(entity.table(), use, entity.type());
                  tables.comment(entity.table(), use);
                });
      }
      reading.comments.ofClass(entity);
      reading.guarded(entity.type(), () -> DivisionBinder.bind(entity, reading));
      if (reading.hibernate.isSeven()) {
        bindPartitionKey(entity);
      }
      bindNaturalId(entity);
      for (AnnotationUse check : AnnotationUse.allOn(entity.type(), Names.CHECK, Names.CHECKS)) {
        entity.table().check(BasicBinder.checkOf(check, "constraints", entity.type()));
      }
      if (entity.isSingleTableSubclass()) {
        discriminators.requireSubclassColumns(entity);
      }
    }
    if (root.strategy() == Strategy.TABLE_PER_CLASS) {
      hierarchy.stream()
          .filter(EntityBinding::isAbstract)
          .forEach(entity -> reading.schema.remove(entity.table()));
    }
  }
}
