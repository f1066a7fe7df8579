package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Names;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Tells of entities whose former states are kept in audit tables, by Hibernate Envers or by
 * Hibernate 7.4 itself. Those tables are not derived here.
 */
final class Audits {

  private static final List<String> AUDITED = List.of(Names.ENVERS_AUDITED, Names.AUDITED);

  private final Reading reading;

  Audits(Reading reading) {
    this.reading = reading;
  }

  /** Warns at the class or attribute that asks for it, or else at the entity that inherits it. */
  void report(EntityBinding entity) {
    Optional<Element> place = place(entity);
    if (place.isPresent()) {
      boolean own =
          place.get().equals(entity.type())
              || entity.type().equals(place.get().getEnclosingElement());
      reading.warning(
          EntityProblems.auditTables(entity.type().getSimpleName().toString(), auditTable(entity)),
          own ? place.get() : entity.type());
    }
  }

  private Optional<Element> place(EntityBinding entity) {
    Stream<Element> types = entity.classes().stream().map(type -> (Element) type);
    Stream<Element> members =
        entity.classes().stream().flatMap(type -> type.getEnclosedElements().stream());
    Element around = reading.shapes.elements().getPackageOf(entity.type());
    return Stream.of(types, members, Stream.of(around))
        .flatMap(each -> each)
        .filter(Audits::isAudited)
        .findFirst();
  }

  private static boolean isAudited(Element element) {
    return AUDITED.stream().anyMatch(name -> AnnotationUse.isOn(element, name));
  }

  private static String auditTable(EntityBinding entity) {
    TypeElement type = entity.type();
    return AnnotationUse.on(type, Names.ENVERS_AUDIT_TABLE)
        .flatMap(use -> use.text("value"))
        .or(() -> AnnotationUse.on(type, Names.AUDITED_TABLE).flatMap(use -> use.text("name")))
        .orElseGet(() -> entity.table().name().text() + "_AUD");
  }
}
