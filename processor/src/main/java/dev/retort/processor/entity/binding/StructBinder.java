package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.relational.AggregateDraft;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.StructDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.source.SqlTypes;
import dev.retort.processor.entity.type.BasicType;
import dev.retort.processor.entity.type.ColumnType;
import dev.retort.schema.QualifiedName;
import java.sql.Types;
import java.util.ArrayList;
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
    boolean otherType =
        member
            .find(Names.JDBC_TYPE_CODE)
            .map(code -> code.integer("value"))
            .filter(code -> code != Types.STRUCT && code != SqlTypes.STRUCT_ARRAY)
            .isPresent();
    if (AttributeBinder.isCollection(member) || otherType) {
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
    List<? extends TypeMirror> entries = reading.shapes.argumentsAs(member.type(), "java.util.Map");
    return entries.size() == 2
        ? entries.get(1)
        : elements.size() == 1 ? elements.get(0) : member.type();
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
            struct
                .text("schema")
                .or(reading.settings::defaultSchema)
                .map(schema -> Identifier.of(schema).stored()),
            written.stored());
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
    List<ColumnDraft> required =
        attributes.embeddables().members(type, member.access(), member).stream()
            .filter(this::isValue)
            .flatMap(value -> holder.entity().columns(inside.path() + value.name()).stream())
            .toList();
    boolean plural = !reading.shapes.types().isSameType(type, member.type());
    ColumnType single = ColumnType.struct(name);
    ColumnDraft column =
        basics.bind(holder, member, BasicType.of(plural ? ColumnType.arrayOf(single) : single));
    return column.aggregate(
        new AggregateDraft(
            Optional.of(new StructDraft(name, struct.strings("attributes"), origin)),
            parts,
            required,
            plural));
  }

  /** Whether an attribute is an embeddable, or several, in one JSON value. */
  boolean isJson(Member member) {
    return member
        .findMeta(Names.JDBC_TYPE_CODE)
        .filter(code -> code.integer("value") == SqlTypes.JSON)
        .filter(code -> attributes.isEmbeddable(reading.shapes.classOf(embeddable(member))))
        .isPresent();
  }

  /**
   * Maps an embeddable in a JSON value and returns its one column. Of a list of them Hibernate
   * requires what it requires of a single one.
   */
  ColumnDraft bindJson(Holder holder, Member member) {
    TypeMirror type = embeddable(member);
    Identifier name = Identifier.of(member.name());
    TableDraft parts = new TableDraft(name, name, Optional.empty(), member.element());
    Holder inside =
        holder
            .inside(member.name(), holder.overrides().inside(member.name(), member.element()))
            .withTable(parts)
            .withNullability(Nullability.OWN);
    List<ColumnDraft> required = new ArrayList<>();
    for (Member attribute : attributes.embeddables().members(type, member.access(), member)) {
      if (isValue(attribute)) {
        reading.guarded(
            attribute.element(), () -> required.addAll(attributes.bind(inside, attribute)));
      }
    }
    return basics
        .bind(holder, member)
        .aggregate(new AggregateDraft(Optional.empty(), parts, required, false));
  }

  /** Whether an attribute is one value: of embeddables inside a value, nothing is required. */
  private boolean isValue(Member attribute) {
    return !AttributeBinder.isToOne(attribute)
        && !AttributeBinder.isCollection(attribute)
        && (find(attribute).isPresent() || isJson(attribute) || !attributes.isEmbedded(attribute));
  }
}
