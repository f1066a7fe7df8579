package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Members.AccessType;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.type.BasicType;
import dev.retort.processor.entity.type.ColumnType;
import dev.retort.processor.entity.type.JdbcType;
import dev.retort.processor.entity.type.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Subclasses of an embeddable, which share its columns: theirs come beside its own, and a
 * discriminator tells which class a value is of. Hibernate limits neither by a check.
 */
final class EmbeddableSubclassBinder {

  /** How {@code @AttributeOverride} calls the discriminator. */
  private static final String DISCRIMINATOR = "{discriminator}";

  private static final int DEFAULT_LENGTH = 31;

  private final Reading reading;
  private final AttributeBinder attributes;
  private final BasicBinder basics;

  EmbeddableSubclassBinder(Reading reading, AttributeBinder attributes, BasicBinder basics) {
    this.reading = reading;
    this.attributes = attributes;
    this.basics = basics;
  }

  /** Maps the attributes of all subclasses and the discriminator; none where there are none. */
  List<ColumnDraft> bind(Holder inside, TypeMirror type, Member member) {
    Optional<TypeElement> root = reading.shapes.classOf(type);
    if (root.isEmpty() || subclasses(root.get()).isEmpty()) {
      return List.of();
    }
    List<ColumnDraft> columns = new ArrayList<>();
    bindSubclasses(inside, root.get(), member.access(), columns);
    if (isRoot(root.get())) {
      ColumnDraft discriminator = inside.table().add(discriminator(inside, root.get(), member));
      inside.entity().attribute(inside.path() + DISCRIMINATOR, member, List.of(discriminator));
      columns.add(discriminator);
    }
    return columns;
  }

  private void bindSubclasses(
      Holder inside, TypeElement superclass, AccessType access, List<ColumnDraft> columns) {
    for (TypeElement subclass : subclasses(superclass)) {
      Annotations.requireKnown(subclass);
      reading.missingAnnotations.report(subclass);
      DeclaredType declared = (DeclaredType) subclass.asType();
      for (Member attribute : reading.members.of(subclass, declared, access)) {
        reading.guarded(
            attribute.element(), () -> columns.addAll(attributes.bind(inside, attribute)));
      }
      bindSubclasses(inside, subclass, access, columns);
    }
  }

  private List<TypeElement> subclasses(TypeElement superclass) {
    return reading.embeddableSubclasses.getOrDefault(
        superclass.getQualifiedName().toString(), List.of());
  }

  private boolean isRoot(TypeElement type) {
    return reading
        .shapes
        .classOf(type.getSuperclass())
        .filter(superclass -> AnnotationUse.isOn(superclass, Names.EMBEDDABLE))
        .isEmpty();
  }

  private ColumnDraft discriminator(Holder inside, TypeElement root, Member member) {
    Optional<AnnotationUse> annotation = AnnotationUse.on(root, Names.DISCRIMINATOR_COLUMN);
    Optional<AnnotationUse> overridden = inside.overrides().column(DISCRIMINATOR);
    ColumnSpec spec = ColumnSpec.of(overridden);
    String kind = annotation.map(use -> use.constant("discriminatorType")).orElse("STRING");
    int length =
        overridden.or(() -> annotation).map(use -> use.integer("length")).orElse(DEFAULT_LENGTH);
    ColumnType type =
        switch (kind) {
          case "CHAR" -> ColumnType.of(JdbcType.CHAR, Size.length(1));
          case "INTEGER" -> ColumnType.of(JdbcType.INTEGER);
          default -> ColumnType.of(JdbcType.VARCHAR, Size.length(length));
        };
    String name =
        spec.name()
            .or(() -> annotation.flatMap(use -> use.text("name")))
            .orElse(annotation.isPresent() ? "DTYPE" : member.name() + "_DTYPE");
    return basics.column(spec, name, BasicType.of(type), member.element()).nullable(false);
  }
}
