package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.source.TypeShapes;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Generated identifiers: identity columns and sequences. */
final class GeneratorBinder {

  private static final Set<String> NUMBERS =
      Set.of("byte", "short", "int", "long", "java.math.BigInteger", "java.math.BigDecimal");

  private static final int DEFAULT_INCREMENT = 50;

  private final Reading reading;

  GeneratorBinder(Reading reading) {
    this.reading = reading;
  }

  /** Applies {@code @GeneratedValue}, if it is there, to the column of an id attribute. */
  void bind(EntityBinding entity, Member member, ColumnDraft column) {
    Optional<AnnotationUse> generated = member.find(Names.GENERATED_VALUE);
    if (generated.isEmpty() || member.has(Names.UUID_GENERATOR)) {
      return;
    }
    boolean number = NUMBERS.contains(TypeShapes.unboxed(reading.shapes.nameOf(member.type())));
    switch (generated.get().constant("strategy")) {
      case "IDENTITY" -> column.identity(true);
      case "SEQUENCE" -> sequence(entity, member, generated.get());
      case "AUTO" -> {
        if (number) {
          sequence(entity, member, generated.get());
        }
      }
      case "UUID" -> {}
      default ->
          throw new Unmappable(
              EntityProblems.unsupported(
                  Reading.describe(member.element()),
                  "GenerationType." + generated.get().constant("strategy")));
    }
  }

  private void sequence(EntityBinding entity, Member member, AnnotationUse generated) {
    Optional<String> name = generated.text("generator");
    Optional<AnnotationUse> definition =
        name.isPresent()
            ? local(entity, member).stream()
                .filter(use -> use.string("name").equals(name.get()))
                .findFirst()
                .or(() -> Optional.ofNullable(reading.sequenceGenerators.get(name.get())))
            : only(local(entity, member));
    Identifier logical =
        definition
            .flatMap(use -> use.text("sequenceName"))
            .or(() -> definition.flatMap(use -> use.text("name")))
            .or(() -> name)
            .map(Identifier::of)
            .orElseGet(() -> Identifier.of(entity.table().name().text() + "_SEQ"));
    Optional<String> namespace =
        definition
            .flatMap(use -> use.text("schema"))
            .map(schema -> reading.naming.physical(Identifier.of(schema)).stored());
    int increment = definition.map(use -> use.integer("allocationSize")).orElse(DEFAULT_INCREMENT);
    Sequence sequence =
        new Sequence(
            new QualifiedName(namespace, reading.naming.physical(logical).stored()),
            definition.map(use -> use.integer("initialValue")).orElse(1),
            increment == 0 ? 1 : increment);
    reading
        .schema
        .add(sequence, member.element())
        .ifPresent(
            other -> {
              throw new Unmappable(
                  EntityProblems.conflict(
                      "The sequence "
                          + sequence.name()
                          + " is defined twice: start "
                          + other.start()
                          + " increment "
                          + other.increment()
                          + ", and start "
                          + sequence.start()
                          + " increment "
                          + sequence.increment()));
            });
  }

  /** The definitions at the attribute and its classes, which come before those of other places. */
  private List<AnnotationUse> local(EntityBinding entity, Member member) {
    List<AnnotationUse> uses = new ArrayList<>(definitions(member.element()));
    for (TypeElement type : entity.classes()) {
      uses.addAll(definitions(type));
    }
    return uses;
  }

  static List<AnnotationUse> definitions(Element element) {
    return AnnotationUse.allOn(element, Names.SEQUENCE_GENERATOR, Names.SEQUENCE_GENERATORS);
  }

  private static Optional<AnnotationUse> only(List<AnnotationUse> uses) {
    return uses.size() == 1 ? Optional.of(uses.get(0)) : Optional.empty();
  }
}
