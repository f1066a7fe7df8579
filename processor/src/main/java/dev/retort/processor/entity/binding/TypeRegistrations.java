package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.source.AnnotationUse;
import javax.lang.model.element.Element;

/** Hibernate's annotations that say for a whole model how the values of a type are stored. */
final class TypeRegistrations {

  private static final String HIBERNATE = "org.hibernate.annotations.";

  private final Reading reading;

  TypeRegistrations(Reading reading) {
    this.reading = reading;
  }

  /** Reads the registrations on a class or package. */
  void read(Element place) {
    for (AnnotationUse use : uses(place, "ConverterRegistration")) {
      use.type("converter").ifPresent(converter -> reading.converters.add(converter, use));
    }
    for (AnnotationUse use : uses(place, "TypeRegistration")) {
      foreign(use, "basicClass", "userType");
    }
    for (AnnotationUse use : uses(place, "JavaTypeRegistration")) {
      foreign(use, "javaType", "descriptorClass");
    }
    for (AnnotationUse use : uses(place, "CompositeTypeRegistration")) {
      foreign(use, "embeddableClass", "userType");
    }
  }

  private static Iterable<AnnotationUse> uses(Element place, String annotation) {
    return AnnotationUse.allOn(place, HIBERNATE + annotation, HIBERNATE + annotation + "s");
  }

  private void foreign(AnnotationUse use, String type, String storedBy) {
    use.type(type)
        .ifPresent(
            java ->
                use.type(storedBy)
                    .ifPresent(
                        by ->
                            reading.foreignTypes.put(
                                reading.shapes.nameOf(java), reading.shapes.nameOf(by))));
  }
}
