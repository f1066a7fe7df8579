package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * The definition of a generator that applies to an id: the one of that name, sought at the
 * attribute, its entity, its class, its package, and then everywhere; without a name the first that
 * stands near the attribute.
 *
 * @param reading knows the definitions of the whole model
 * @param entity the entity
 * @param member the id attribute
 * @param name the name that {@code @GeneratedValue} gives
 */
record GeneratorDefinitions(
    Reading reading, EntityBinding entity, Member member, Optional<String> name) {

  Optional<AnnotationUse> sequence() {
    return find(Names.SEQUENCE_GENERATOR, Names.SEQUENCE_GENERATORS, reading.sequenceGenerators);
  }

  Optional<AnnotationUse> table() {
    return find(Names.TABLE_GENERATOR, Names.TABLE_GENERATORS, reading.tableGenerators);
  }

  /** Hibernate's {@code @GenericGenerator}. */
  Optional<AnnotationUse> generic() {
    return find(Names.GENERIC_GENERATOR, Names.GENERIC_GENERATORS, reading.genericGenerators);
  }

  private Optional<AnnotationUse> find(
      String annotation, String container, Map<String, AnnotationUse> global) {
    List<AnnotationUse> near = new ArrayList<>();
    for (Element place : places()) {
      near.addAll(AnnotationUse.allOn(place, annotation, container));
    }
    if (!reading.hibernate.isSeven()) {
      // Without a name nothing is found; with one, definitions on other classes are as good.
      return name.flatMap(
          wanted ->
              near.stream()
                  .filter(use -> use.string("name").equals(wanted))
                  .findFirst()
                  .or(() -> Optional.ofNullable(global.get(wanted))));
    }
    if (name.isEmpty()) {
      return near.stream().findFirst();
    }
    return near.stream()
        .filter(use -> use.string("name").equals(name.get()))
        .findFirst()
        .or(() -> near.stream().filter(use -> use.string("name").isEmpty()).findFirst())
        .or(() -> Optional.ofNullable(global.get(name.get())));
  }

  private List<Element> places() {
    Element declaring = member.element().getEnclosingElement();
    return List.of(
        member.element(),
        entity.type(),
        declaring,
        reading.shapes.elements().getPackageOf(declaring));
  }
}
