package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.GeneratorClass;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Generated identifiers: which generator applies (Hibernate's {@code
 * IdGeneratorResolverSecondPass}).
 */
final class GeneratorBinder {

  /** Types for which AUTO needs no sequence; Hibernate does not resolve a type variable here. */
  private static final Set<String> MADE_IN_JAVA = Set.of("java.util.UUID", "java.lang.String");

  private static final String ID_GENERATOR_TYPE = "org.hibernate.annotations.IdGeneratorType";

  /** The method of generators that come with tables or sequences of their own. */
  private static final String EXPORTING = "registerExportables";

  private final Reading reading;
  private final GeneratorTables exports;

  GeneratorBinder(Reading reading) {
    this.reading = reading;
    this.exports = new GeneratorTables(reading);
  }

  /** Applies {@code @GeneratedValue}, if it is there, to the column of an id attribute. */
  void bind(EntityBinding entity, Member member, ColumnDraft column) {
    Optional<AnnotationUse> generated = member.find(Names.GENERATED_VALUE);
    if (generated.isEmpty()) {
      ownGenerator(entity, member, column);
      return;
    }
    if (!reading.hibernate.isSeven()) {
      bindBeforeSeven(entity, member, column, generated.get());
      return;
    }
    Optional<String> name = generated.get().text("generator");
    GeneratorDefinitions found = new GeneratorDefinitions(reading, entity, member, name);
    switch (generated.get().constant("strategy")) {
      case "IDENTITY" -> column.identity(true);
      case "SEQUENCE" -> exports.sequence(entity, member, found.sequence(), name);
      case "TABLE" -> exports.table(member, found.table(), name);
      case "AUTO" -> automatic(entity, member, column, found, name);
      default -> {
        // UUID: made in Java.
      }
    }
  }

  /**
   * Hibernate 6.6: a generator of the given name wins over the strategy, unless it is identity; the
   * automatic strategy is a sequence for all but UUIDs.
   */
  private void bindBeforeSeven(
      EntityBinding entity, Member member, ColumnDraft column, AnnotationUse generated) {
    Optional<String> name = generated.text("generator");
    GeneratorDefinitions found = new GeneratorDefinitions(reading, entity, member, name);
    String strategy = generated.constant("strategy");
    Optional<AnnotationUse> generic =
        found.generic().filter(use -> !use.string("strategy").equals("identity"));
    boolean madeInJava =
        reading.shapes.nameOf(member.type()).equals("java.util.UUID")
            || name.filter("increment"::equalsIgnoreCase).isPresent();
    if (ownGenerator(entity, member, column)) {
      return;
    }
    if (generic.isPresent()) {
      generic(entity, member, column, generic.get());
    } else if (found.table().isPresent() || strategy.equals("TABLE")) {
      exports.table(member, found.table(), name);
    } else if (found.sequence().isPresent()
        || strategy.equals("SEQUENCE")
        || (strategy.equals("AUTO") && !madeInJava)) {
      exports.sequence(entity, member, found.sequence(), name);
    } else if (strategy.equals("IDENTITY")) {
      column.identity(true);
    }
  }

  private void automatic(
      EntityBinding entity,
      Member member,
      ColumnDraft column,
      GeneratorDefinitions found,
      Optional<String> name) {
    if (found.sequence().isPresent()) {
      exports.sequence(entity, member, found.sequence(), name);
    } else if (found.table().isPresent()) {
      exports.table(member, found.table(), name);
    } else if (found.generic().isPresent()) {
      generic(entity, member, column, found.generic().get());
    } else if (!ownGenerator(entity, member, column)
        && !MADE_IN_JAVA.contains(reading.shapes.nameOf(member.declaredType()))
        && name.filter(GeneratorBinder::isMadeInJava).isEmpty()) {
      exports.sequence(entity, member, Optional.empty(), name);
    }
  }

  /** An annotation that names a generator class itself; says whether there is one. */
  private boolean ownGenerator(EntityBinding entity, Member member, ColumnDraft column) {
    for (AnnotationUse use : AnnotationUse.all(member.element())) {
      Optional<TypeMirror> generator =
          AnnotationUse.on(use.type(), ID_GENERATOR_TYPE).flatMap(meta -> meta.type("value"));
      if (generator.isPresent()) {
        if (use.name().equals(Names.NATIVE_GENERATOR)) {
          exports.nativeSequence(entity, member, use.annotation("sequenceForm").orElseThrow());
        } else {
          byClass(entity, member, column, generator.get(), Optional.empty());
        }
        return true;
      }
    }
    return false;
  }

  private void generic(
      EntityBinding entity, Member member, ColumnDraft column, AnnotationUse definition) {
    Optional<TypeMirror> type =
        definition
            .type("type")
            .filter(t -> !reading.shapes.nameOf(t).equals("org.hibernate.generator.Generator"));
    String strategy =
        type.map(reading.shapes::nameOf).orElseGet(() -> definition.string("strategy"));
    switch (strategy.substring(strategy.lastIndexOf('.') + 1)) {
      case "identity", "IdentityGenerator" -> column.identity(true);
      case "native", "sequence", "enhanced-sequence", "SequenceStyleGenerator", "NativeGenerator" ->
          exports.genericSequence(entity, member, definition);
      case "enhanced-table", "table", "TableGenerator" -> exports.genericTable(member, definition);
      default -> {
        if (!isMadeInJava(strategy)) {
          TypeMirror named =
              type.or(
                      () ->
                          Optional.ofNullable(reading.shapes.elements().getTypeElement(strategy))
                              .map(element -> element.asType()))
                  .orElseThrow(() -> unknown(member, strategy));
          byClass(entity, member, column, named, Optional.of(definition));
        }
      }
    }
  }

  /** Applies the generator that {@code @CollectionId} names to the table of its collection. */
  void bindCollectionId(
      EntityBinding entity, TableDraft table, Member member, ColumnDraft column, String generator) {
    if (generator.equals("sequence")) {
      Optional<String> byDefault = Optional.of(table.name().text() + "_SEQ");
      exports.sequence(entity, member, Optional.empty(), byDefault);
    } else if (!generator.isEmpty() && !isMadeInJava(generator)) {
      Optional<String> name = Optional.of(generator);
      automatic(
          entity, member, column, new GeneratorDefinitions(reading, entity, member, name), name);
    }
  }

  /**
   * Applies a generator class.
   *
   * @param definition the annotation with its parameters, if there is one
   */
  private void byClass(
      EntityBinding entity,
      Member member,
      ColumnDraft column,
      TypeMirror generator,
      Optional<AnnotationUse> definition) {
    GeneratorClass known = reading.generators.get(reading.shapes.nameOf(generator));
    if (known == null) {
      byUnknownClass(member, column, generator);
      return;
    }
    switch (known.kind()) {
      case SEQUENCE -> exports.sequenceOf(known, entity, member, definition);
      case TABLE ->
          definition.ifPresentOrElse(
              use -> exports.genericTable(member, use),
              () -> exports.table(member, Optional.empty(), Optional.empty()));
      case NONE -> {
        // Made in Java.
      }
    }
  }

  private void byUnknownClass(Member member, ColumnDraft column, TypeMirror generator) {
    if (reading.shapes.isA(generator, "org.hibernate.id.IdentityGenerator")) {
      column.identity(true);
    } else if (isExporting(generator)) {
      throw unknown(member, reading.shapes.nameOf(generator));
    }
  }

  /** Whether a class of the generator's, not just an interface, registers tables or sequences. */
  private boolean isExporting(TypeMirror generator) {
    Optional<TypeElement> type = reading.shapes.classOf(generator);
    while (type.isPresent()) {
      if (ElementFilter.methodsIn(type.get().getEnclosedElements()).stream()
          .anyMatch(method -> method.getSimpleName().contentEquals(EXPORTING))) {
        return true;
      }
      type = reading.shapes.classOf(type.get().getSuperclass());
    }
    return false;
  }

  private static Unmappable unknown(Member member, String generator) {
    return new Unmappable(
        EntityProblems.unknownGenerator(Reading.describe(member.element()), generator));
  }

  /** Hibernate's short names of generators that need nothing in the database. */
  private static boolean isMadeInJava(String strategy) {
    return switch (strategy) {
      case "uuid", "uuid2", "uuid.hex", "guid", "increment", "assigned", "foreign" -> true;
      default -> false;
    };
  }
}
