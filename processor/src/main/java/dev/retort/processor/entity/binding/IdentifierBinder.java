package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/**
 * Identifiers: {@code @Id}, {@code @EmbeddedId}, {@code @IdClass}, and those derived from
 * associations.
 */
final class IdentifierBinder {

  /** Where one of these is on an id class, its attributes say how the id is mapped. */
  private static final List<String> MAPPING =
      List.of(
          Names.COLUMN,
          Names.ID,
          Names.GENERATED_VALUE,
          Names.MANY_TO_ONE,
          Names.ONE_TO_ONE,
          Names.ONE_TO_MANY,
          Names.MANY_TO_MANY);

  private final Reading reading;
  private final AttributeBinder attributes;
  private final BasicBinder basics;
  private final GeneratorBinder generators;
  private final HierarchyBinder hierarchies;
  private final Set<EntityBinding> running = new HashSet<>();
  private final Set<EntityBinding> done = new HashSet<>();

  IdentifierBinder(
      Reading reading,
      AttributeBinder attributes,
      BasicBinder basics,
      HierarchyBinder hierarchies) {
    this.reading = reading;
    this.attributes = attributes;
    this.basics = basics;
    this.generators = new GeneratorBinder(reading);
    this.hierarchies = hierarchies;
  }

  /** Maps the identifier of an entity's hierarchy, unless that was done already. */
  void bind(EntityBinding entity) {
    EntityBinding root = entity.root();
    if (done.contains(root)) {
      return;
    }
    if (!running.add(root)) {
      throw new Unmappable(
          EntityProblems.circularIdentifier(root.type().getQualifiedName().toString()));
    }
    try {
      List<ColumnDraft> key = key(root);
      root.table().primaryKey(key);
      root.key(key);
      hierarchies.bindKeys(root);
    } finally {
      running.remove(root);
      done.add(root);
    }
  }

  /**
   * Whether an attribute belongs to the id: by its annotation, or because the id class has one of
   * that name, which is enough for Hibernate.
   */
  boolean isId(EntityBinding entity, Member member) {
    return isAnnotated(member)
        || (!AttributeBinder.isToOne(member)
            && idClass(entity)
                .filter(type -> !isThatOfAssociation(entity, type))
                .filter(type -> has(type, entity, member))
                .isPresent());
  }

  private static boolean isAnnotated(Member member) {
    return member.has(Names.ID) || member.has(Names.EMBEDDED_ID);
  }

  private boolean has(TypeElement idClass, EntityBinding entity, Member member) {
    return attributes.embeddables().members(idClass.asType(), entity.access(), member).stream()
        .anyMatch(own -> own.name().equals(member.name()));
  }

  /**
   * Whether the only {@code @Id} is an association to an entity with the same id class or with such
   * an embedded id: the id class is then the type of that attribute's columns, and no more.
   */
  private boolean isThatOfAssociation(EntityBinding entity, TypeElement idClass) {
    List<Member> own =
        hierarchies.members(entity).stream().filter(IdentifierBinder::isAnnotated).toList();
    if (own.size() != 1 || !AttributeBinder.isToOne(own.get(0))) {
      return false;
    }
    EntityBinding target = attributes.toOnes().target(own.get(0)).root();
    return idClass(target).filter(idClass::equals).isPresent()
        || hierarchies.members(target).stream()
            .filter(IdentifierBinder::isAnnotated)
            .anyMatch(id -> reading.shapes.classOf(id.type()).filter(idClass::equals).isPresent());
  }

  private List<ColumnDraft> key(EntityBinding root) {
    Map<String, Member> ids = new LinkedHashMap<>();
    Map<String, Member> derived = new LinkedHashMap<>();
    for (Member member : hierarchies.members(root)) {
      if (isId(root, member)) {
        ids.put(member.name(), member);
      }
      member.find(Names.MAPS_ID).ifPresent(use -> derived.put(use.string("value"), member));
    }
    if (ids.isEmpty()) {
      throw new Unmappable(EntityProblems.noIdentifier(root.type().getQualifiedName().toString()));
    }
    Holder holder = hierarchies.holder(root).withNullability(Nullability.FORCED_NOT_NULL);
    List<ColumnDraft> key = new ArrayList<>();
    for (Member declared : ordered(root, ids)) {
      Member member = mapped(root, declared);
      Annotations.requireKnown(member.element());
      // Hibernate seeks no override of an association that is part of an id class.
      boolean asItIs = ids.size() > 1 && AttributeBinder.isToOne(member);
      List<ColumnDraft> columns =
          columns(asItIs ? holder.withOverrides(Overrides.NONE) : holder, member, derived);
      root.attribute(member.name(), member, columns);
      if (columns.size() == 1) {
        generators.bind(root, member, columns.get(0));
      }
      key.addAll(columns);
    }
    return key;
  }

  /** By name, unless the id class is a record: then in the order of its components. */
  private List<Member> ordered(EntityBinding root, Map<String, Member> ids) {
    List<Member> members = new ArrayList<>(ids.values());
    members.sort(Comparator.comparing(Member::name));
    Optional<TypeElement> idClass = idClass(root);
    if (idClass.filter(type -> type.getKind() == ElementKind.RECORD).isPresent()) {
      List<String> components =
          idClass.get().getRecordComponents().stream()
              .map((RecordComponentElement component) -> component.getSimpleName().toString())
              .toList();
      members.sort(Comparator.comparingInt(member -> components.indexOf(member.name())));
    }
    return members;
  }

  /**
   * The attribute that says how an attribute of the id is mapped: the entity's, or that of an id
   * class with an annotation that maps ({@code EmbeddableBinder.hasAnnotationsOnIdClass}).
   */
  private Member mapped(EntityBinding root, Member member) {
    Optional<TypeElement> idClass = idClass(root).filter(IdentifierBinder::saysHowItIsMapped);
    if (idClass.isEmpty() || AttributeBinder.isToOne(member)) {
      return member;
    }
    return attributes
        .embeddables()
        .members(idClass.get().asType(), member.access(), member)
        .stream()
        .filter(own -> own.name().equals(member.name()) && !AttributeBinder.isToOne(own))
        .findFirst()
        .orElse(member);
  }

  /** Whether a field or method of the class itself has an annotation that maps. */
  private static boolean saysHowItIsMapped(TypeElement idClass) {
    return idClass.getEnclosedElements().stream()
        .filter(member -> member.getKind().isField() || member.getKind() == ElementKind.METHOD)
        .anyMatch(member -> MAPPING.stream().anyMatch(name -> AnnotationUse.isOn(member, name)));
  }

  private Optional<TypeElement> idClass(EntityBinding root) {
    return root.classes().stream()
        .flatMap(type -> AnnotationUse.on(type, Names.ID_CLASS).stream())
        .flatMap(use -> use.type("value").stream())
        .flatMap(type -> reading.shapes.classOf(type).stream())
        .findFirst();
  }

  private List<ColumnDraft> columns(Holder holder, Member member, Map<String, Member> derived) {
    if (AttributeBinder.isToOne(member)) {
      List<ColumnDraft> columns =
          idClass(holder.entity()).isPresent()
              ? copied(holder, member)
              : fromAssociation(holder, member);
      reading.afterBasics(member.element(), () -> attributes.toOnes().bind(holder, member));
      return columns;
    }
    Member whole = derived.getOrDefault("", derived.get(member.name()));
    if (whole != null) {
      return copied(holder, whole);
    }
    if (attributes.isEmbedded(member)) {
      return embedded(
          holder.inside(member.name(), holder.overrides().inside(member.name(), member.element())),
          member,
          derived);
    }
    return List.of(basics.bind(holder, member));
  }

  /** The columns of an embedded id; attributes that associations map take the columns of those. */
  private List<ColumnDraft> embedded(Holder inside, Member member, Map<String, Member> derived) {
    List<ColumnDraft> columns = new ArrayList<>();
    for (Member attribute :
        attributes.embeddables().members(member.type(), member.access(), member)) {
      Member association = derived.get(attribute.name());
      List<ColumnDraft> own;
      if (association != null) {
        own = copied(hierarchies.holder(inside.entity()), association);
      } else if (AttributeBinder.isToOne(attribute)) {
        own = fromAssociation(inside, attribute);
        reading.afterBasics(attribute.element(), () -> attributes.toOnes().bind(inside, attribute));
      } else {
        own = attributes.bind(inside, attribute);
        if (own.size() == 1) {
          generators.bind(inside.entity(), attribute, own.get(0));
        }
      }
      inside.entity().attribute(inside.path() + attribute.name(), attribute, own);
      columns.addAll(own);
    }
    return columns;
  }

  /** The columns of an id that copies those of an association. */
  private List<ColumnDraft> copied(Holder holder, Member association) {
    List<ColumnDraft> columns = fromAssociation(holder, association);
    columns.forEach(ColumnDraft::copiedIntoKey);
    boolean named =
        ToOneBinder.joinColumns(holder, association).stream()
            .findFirst()
            .filter(use -> use.text("name").isPresent())
            .isPresent();
    if (named && isComposite(attributes.toOnes().target(association).root())) {
      columns.forEach(ColumnDraft::unsizedInKey);
    }
    return columns;
  }

  /** Whether the id is a component to Hibernate, of one column or several. */
  private boolean isComposite(EntityBinding root) {
    return root.key().size() > 1
        || idClass(root).isPresent()
        || hierarchies.members(root).stream()
            .filter(IdentifierBinder::isAnnotated)
            .anyMatch(attributes::isEmbedded);
  }

  private List<ColumnDraft> fromAssociation(Holder holder, Member association) {
    EntityBinding target = attributes.toOnes().target(association);
    bind(target);
    Joins.Pairs pairs =
        attributes
            .toOnes()
            .columns(holder.withNullability(Nullability.FORCED_NOT_NULL), association, target);
    return pairs.addedTo(holder.table()).columns();
  }
}
