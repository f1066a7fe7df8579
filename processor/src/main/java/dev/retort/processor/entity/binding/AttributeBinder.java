package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Finds out what kind of attribute a member is and has it mapped. */
final class AttributeBinder {

  private final Reading reading;
  private final BasicBinder basics;
  private final EmbeddableBinder embeddables;
  private final StructBinder structs;
  private final ToOneBinder toOnes;
  private final CollectionBinder collections;
  private final TimeZoneBinder timeZones;
  private final AnyBinder anys;

  AttributeBinder(Reading reading, BasicBinder basics, Joins joins, TableBinder tables) {
    this.reading = reading;
    this.basics = basics;
    this.anys = new AnyBinder(basics);
    this.timeZones = new TimeZoneBinder(basics, reading.settings);
    this.embeddables = new EmbeddableBinder(reading, this, basics);
    this.structs = new StructBinder(reading, this, basics);
    this.toOnes = new ToOneBinder(reading, joins, tables);
    this.collections = new CollectionBinder(reading, this, basics, joins, tables);
  }

  EmbeddableBinder embeddables() {
    return embeddables;
  }

  ToOneBinder toOnes() {
    return toOnes;
  }

  /**
   * Maps an attribute: basic and embedded ones now, associations when their time comes.
   *
   * @return the columns that it has so far
   */
  List<ColumnDraft> bind(Holder holder, Member member) {
    Annotations.requireKnown(member.element());
    if (member.has(Names.PARENT)) {
      return List.of();
    }
    String path = holder.path() + member.name();
    holder.entity().attribute(path, member, List.of());
    if (member.has(Names.FORMULA) && !member.has(Names.ANY)) {
      return List.of();
    }
    if (isToOne(member)) {
      reading.afterBasics(member.element(), () -> toOnes.bind(holder, member));
      return List.of();
    }
    if (isCollection(member)) {
      reading.afterAssociations(
          member.element(),
          CollectionBinder.isInverse(member),
          () -> collections.bind(holder, member));
      return List.of();
    }
    List<ColumnDraft> columns = columns(holder, member);
    holder.entity().attribute(path, member, columns);
    return columns;
  }

  private List<ColumnDraft> columns(Holder holder, Member member) {
    if (TimeZoneBinder.usesColumn(member, reading.shapes, reading.settings.timeZoneStorage())) {
      boolean time = reading.shapes.nameOf(member.type()).equals("java.time.OffsetTime");
      return timeZones.bind(holder, member, time);
    }
    if (member.has(Names.ANY)) {
      return anys.bind(holder, member);
    }
    Optional<AnnotationUse> struct = structs.find(member);
    if (struct.isPresent()) {
      return List.of(structs.bind(holder, member, struct.get()));
    }
    if (structs.isJson(member)) {
      return List.of(structs.bindJson(holder, member));
    }
    return isEmbedded(member)
        ? embeddables.bind(holder, member)
        : List.of(basics.bind(holder, member));
  }

  /** Whether Hibernate takes the attribute for a component, which as such has no nullability. */
  boolean isComposite(Member member) {
    return isEmbedded(member)
        || TimeZoneBinder.usesColumn(member, reading.shapes, reading.settings.timeZoneStorage());
  }

  static boolean isToOne(Member member) {
    return member.has(Names.MANY_TO_ONE) || member.has(Names.ONE_TO_ONE);
  }

  static boolean isCollection(Member member) {
    return member.has(Names.ONE_TO_MANY)
        || member.has(Names.MANY_TO_MANY)
        || member.has(Names.ELEMENT_COLLECTION)
        || member.has(Names.MANY_TO_ANY);
  }

  boolean isEmbedded(Member member) {
    return member.has(Names.EMBEDDED)
        || member.has(Names.EMBEDDED_ID)
        || (isEmbeddable(reading.shapes.classOf(member.type()))
            && reading.converters.of(member, member.type(), "").isEmpty()
            && !member.has(Names.JDBC_TYPE_CODE));
  }

  boolean isEmbeddable(Optional<TypeElement> type) {
    return type.filter(
            t ->
                AnnotationUse.isOn(t, Names.EMBEDDABLE)
                    || reading.embeddables.contains(t.getQualifiedName().toString()))
        .isPresent();
  }
}
