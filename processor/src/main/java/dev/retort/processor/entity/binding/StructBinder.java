package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.StructDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.type.BasicType;
import dev.retort.processor.entity.type.ColumnType;
import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/**
 * Embedded objects with {@code @Struct}: one column of a composite type, whose attributes are what
 * would be columns otherwise ({@code AggregateComponentBinder}).
 */
final class StructBinder {

  private final Reading reading;
  private final AttributeBinder attributes;
  private final BasicBinder basics;

  StructBinder(Reading reading, AttributeBinder attributes, BasicBinder basics) {
    this.reading = reading;
    this.attributes = attributes;
    this.basics = basics;
  }

  /** The annotation of a member, or of the class of its values or of their elements. */
  Optional<AnnotationUse> find(Member member) {
    if (AttributeBinder.isCollection(member) || member.has(Names.JDBC_TYPE_CODE)) {
      return Optional.empty();
    }
    return member
        .find(Names.STRUCT)
        .or(
            () ->
                reading
                    .shapes
                    .classOf(embeddable(member))
                    .flatMap(type -> AnnotationUse.on(type, Names.STRUCT)));
  }

  /** The type of the value, or of the elements of an array or collection. */
  private TypeMirror embeddable(Member member) {
    if (member.type() instanceof ArrayType array) {
      return array.getComponentType();
    }
    List<? extends TypeMirror> elements =
        reading.shapes.argumentsAs(member.type(), "java.util.Collection");
    return elements.size() == 1 ? elements.get(0) : member.type();
  }

  /** Maps an embedded attribute and returns its one column. */
  ColumnDraft bind(Holder holder, Member member, AnnotationUse struct) {
    TypeMirror type = embeddable(member);
    if (!attributes.isEmbeddable(reading.shapes.classOf(type))) {
      throw new Unmappable(
          EntityProblems.unsupported(
              Reading.describe(member.element()), "@Struct on what is no embeddable"));
    }
    if (member.has(Names.EMBEDDED_ID) || member.has(Names.ID)) {
      throw new Unmappable(
          EntityProblems.unsupported(
              Reading.describe(member.element()), "@Struct on an identifier"));
    }
    Element origin = reading.shapes.classOf(type).map(Element.class::cast).orElse(member.element());
    Identifier written = Identifier.of(struct.string("name"));
    QualifiedName name =
        new QualifiedName(
            struct.text("schema").map(schema -> Identifier.of(schema).stored()), written.stored());
    TableDraft parts = new TableDraft(written, written, Optional.empty(), origin);
    Holder inside =
        holder
            .inside(member.name(), holder.overrides().inside(member.name(), member.element()))
            .withTable(parts);
    for (Member attribute : attributes.embeddables().members(type, member.access(), member)) {
      if (AttributeBinder.isToOne(attribute) || AttributeBinder.isCollection(attribute)) {
        throw new Unmappable(
            EntityProblems.unsupported(
                Reading.describe(attribute.element()), "an association inside a @Struct"));
      }
    }
    attributes.embeddables().bindParts(inside, type, member);
    boolean plural = !reading.shapes.types().isSameType(type, member.type());
    ColumnType single = ColumnType.struct(name);
    ColumnDraft column =
        basics.bind(holder, member, BasicType.of(plural ? ColumnType.arrayOf(single) : single));
    return column.struct(
        new StructDraft(name, parts, struct.strings("attributes"), plural, origin));
  }
}
