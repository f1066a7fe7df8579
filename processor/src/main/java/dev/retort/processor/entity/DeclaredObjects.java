package dev.retort.processor.entity;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.report.Finding;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.Definition;
import dev.retort.schema.ObjectDependencies;
import dev.retort.schema.ObjectId;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The views, functions and triggers that are declared by annotations of {@code dev.retort.model}.
 */
public final class DeclaredObjects {

  /** What the annotations' names begin with. */
  public static final String ANNOTATIONS = "dev.retort.model.";

  private static final String VIEW = ANNOTATIONS + "DatabaseView";
  private static final String MATERIALIZED_VIEW = ANNOTATIONS + "MaterializedView";
  private static final String FUNCTION = ANNOTATIONS + "DatabaseFunction";
  private static final String PROCEDURE = ANNOTATIONS + "DatabaseProcedure";
  private static final String TRIGGER = ANNOTATIONS + "DatabaseTrigger";

  private final List<Finding> findings;
  private final Map<ObjectId, Finding.Place> places;
  private final Map<ObjectId, DefinedObject> declared = new LinkedHashMap<>();
  private Schema schema;

  /**
   * No declarations yet.
   *
   * @param schema what the entities map
   * @param places where its objects come from
   * @param findings takes what is declared and cannot be
   */
  DeclaredObjects(Schema schema, Map<ObjectId, Finding.Place> places, List<Finding> findings) {
    this.schema = schema;
    this.places = places;
    this.findings = findings;
  }

  Schema schema() {
    return schema;
  }

  Map<ObjectId, Finding.Place> places() {
    return places;
  }

  /** Adds what is declared on the types, on their packages and on the given ones. */
  void read(
      Collection<? extends TypeElement> types,
      Collection<PackageElement> packages,
      Elements elements) {
    Set<Element> declaring = new LinkedHashSet<>(packages);
    types.forEach(type -> declaring.add(elements.getPackageOf(type)));
    declaring.addAll(types);
    declaring.forEach(this::read);
    for (DefinedObject object :
        ObjectDependencies.creationOrder(
            new dev.retort.schema.DefinedObjects(declared), declared.keySet())) {
      try {
        schema = schema.withObject(object);
      } catch (IllegalArgumentException impossible) {
        Finding.Place place = places.remove(object.id());
        findings.add(
            new Finding(
                Finding.Severity.ERROR,
                EntityProblems.impossible(String.valueOf(impossible.getMessage())),
                Optional.of(place)));
      }
    }
  }

  private void read(Element element) {
    for (AnnotationUse use : AnnotationUse.all(element)) {
      String name = use.name();
      if (!name.startsWith(ANNOTATIONS) || Names.DIVISIONS.contains(name)) {
        continue;
      }
      List<AnnotationUse> uses = name.endsWith(".List") ? use.annotations("value") : List.of(use);
      uses.forEach(each -> add(each, element));
    }
  }

  private void add(AnnotationUse use, Element element) {
    Finding.Place place =
        new Finding.Place(
            element, Optional.of(use.mirror()), Optional.empty(), OptionalInt.empty());
    try {
      DefinedObject object = objectOf(use);
      if (declared.putIfAbsent(object.id(), object) != null) {
        findings.add(
            new Finding(
                Finding.Severity.ERROR,
                EntityProblems.conflict("The " + object.id() + " is declared twice"),
                Optional.of(place)));
      } else {
        places.put(object.id(), place);
      }
    } catch (IllegalArgumentException impossible) {
      findings.add(
          new Finding(
              Finding.Severity.ERROR,
              EntityProblems.impossible(String.valueOf(impossible.getMessage())),
              Optional.of(place)));
    }
  }

  private static DefinedObject objectOf(AnnotationUse use) {
    return switch (use.name()) {
      case VIEW -> new View(nameOf(use), false, definition(use, "query"));
      case MATERIALIZED_VIEW -> new View(nameOf(use), true, definition(use, "query"));
      case FUNCTION, PROCEDURE ->
          new Routine(
              nameOf(use),
              use.name().equals(PROCEDURE),
              use.string("arguments"),
              definition(use, "definition"));
      case TRIGGER ->
          new Trigger(
              nameOf(use).withLocal(use.string("table")),
              use.string("name"),
              use.bool("constraint"),
              use.string("fires"),
              definition(use, "definition"));
      default -> throw new IllegalArgumentException("unknown annotation " + use.name());
    };
  }

  private static QualifiedName nameOf(AnnotationUse use) {
    return new QualifiedName(use.text("schema"), use.string("name"));
  }

  private static Definition definition(AnnotationUse use, String member) {
    return new Definition(
        use.string(member),
        Optional.of(use.string("comment")).filter(text -> !text.isEmpty()),
        Stream.of(use.strings("dependsOn")).flatMap(List::stream).toList());
  }
}
