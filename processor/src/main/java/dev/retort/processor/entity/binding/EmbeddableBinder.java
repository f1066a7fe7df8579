package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Members;
import dev.retort.processor.entity.source.Members.AccessType;
import dev.retort.processor.entity.source.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Embedded objects: their attributes become columns of the table that they are embedded in. */
final class EmbeddableBinder {

  private final Reading reading;
  private final AttributeBinder attributes;
  private final BasicBinder basics;
  private final EmbeddableSubclassBinder subclasses;

  EmbeddableBinder(Reading reading, AttributeBinder attributes, BasicBinder basics) {
    this.reading = reading;
    this.attributes = attributes;
    this.basics = basics;
    this.subclasses = new EmbeddableSubclassBinder(reading, attributes, basics);
  }

  /** Maps an embedded attribute and returns its columns in the order of its attributes. */
  List<ColumnDraft> bind(Holder holder, Member member) {
    Holder inside =
        holder.inside(member.name(), holder.overrides().inside(member.name(), member.element()));
    return bindAll(inside.withTable(tableOf(holder, member)), member.type(), member);
  }

  /** The table that {@code @EmbeddedTable} names, which Hibernate 7 takes on entities alone. */
  private TableDraft tableOf(Holder holder, Member member) {
    Optional<AnnotationUse> stated = member.find(Names.EMBEDDED_TABLE);
    if (stated.isPresent() && holder.component()) {
      throw new Unmappable(
          EntityProblems.unsupported(
              Reading.describe(member.element()), "@EmbeddedTable inside an embeddable"));
    }
    return stated.isPresent()
        ? basics.tableOf(holder, ColumnSpec.in(stated.get().text("value")), member)
        : holder.table();
  }

  /** Maps the attributes of an embeddable type inside the given holder. */
  List<ColumnDraft> bindAll(Holder inside, TypeMirror type, Member member) {
    boolean struct =
        member.has(Names.STRUCT)
            || reading
                .shapes
                .classOf(type)
                .filter(each -> AnnotationUse.isOn(each, Names.STRUCT))
                .isPresent();
    if (struct) {
      throw new Unmappable(
          EntityProblems.unsupported(
              Reading.describe(member.element()), "@Struct on elements or keys of a collection"));
    }
    return bindParts(inside, type, member);
  }

  /** The same for what becomes attributes of a composite type. */
  List<ColumnDraft> bindParts(Holder inside, TypeMirror type, Member member) {
    List<ColumnDraft> columns = new ArrayList<>();
    for (Member attribute : members(type, member.access(), member)) {
      reading.guarded(
          attribute.element(), () -> columns.addAll(attributes.bind(inside, attribute)));
    }
    columns.addAll(subclasses.bind(inside, type, member));
    return columns;
  }

  /**
   * The attributes of an embeddable and its mapped superclasses, ordered as Hibernate does; of one
   * name that of the class itself counts.
   */
  List<Member> members(TypeMirror type, AccessType access, Member user) {
    if (!(reading.shapes.bound(type) instanceof DeclaredType declared)) {
      throw new Unmappable(
          EntityProblems.unknownType(
              Reading.describe(user.element()), reading.shapes.nameOf(type)));
    }
    TypeElement element = (TypeElement) declared.asElement();
    List<Member> members = new ArrayList<>();
    boolean record = element.getKind() == ElementKind.RECORD;
    AccessType own = record ? AccessType.FIELD : ownAccess(element, access);
    for (TypeElement current = element; ; ) {
      Annotations.requireKnown(current);
      reading.missingAnnotations.report(current);
      for (Member member : reading.members.of(current, declared, own)) {
        if (members.stream().noneMatch(known -> known.name().equals(member.name()))) {
          members.add(member);
        }
      }
      TypeMirror superclass = current.getSuperclass();
      if (reading.shapes.classOf(superclass).isEmpty()) {
        break;
      }
      current = reading.shapes.classOf(superclass).orElseThrow();
      if (!AnnotationUse.isOn(current, Names.MAPPED_SUPERCLASS)
          && !AnnotationUse.isOn(current, Names.EMBEDDABLE)) {
        break;
      }
    }
    if (!record) {
      members.sort(Comparator.comparing(Member::name));
    }
    return members;
  }

  private static AccessType ownAccess(TypeElement element, AccessType inherited) {
    return Members.accessOf(element, inherited);
  }
}
