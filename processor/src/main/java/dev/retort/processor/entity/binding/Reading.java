package dev.retort.processor.entity.binding;

import dev.retort.problem.Problem;
import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.naming.NamingRules;
import dev.retort.processor.entity.relational.SchemaDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.GeneratorClass;
import dev.retort.processor.entity.source.HibernateSettings;
import dev.retort.processor.entity.source.HibernateVersion;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Members;
import dev.retort.processor.entity.source.TypeShapes;
import dev.retort.processor.entity.type.BasicTypes;
import dev.retort.processor.report.EnumValues;
import dev.retort.processor.report.Finding;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What the binders of one reading share. */
final class Reading {

  final TypeShapes shapes;
  final Members members;
  final BasicTypes basics;
  final Converters converters;
  final NamingRules naming;
  final boolean beanValidation;
  final HibernateVersion hibernate;
  final HibernateSettings settings;
  final Comments comments;
  final Map<String, GeneratorClass> generators;
  final FormattedTypes formatted = new FormattedTypes(this);
  final MissingAnnotations missingAnnotations = new MissingAnnotations(this);
  final SchemaDraft schema = new SchemaDraft();
  final Map<String, EntityBinding> entities = new LinkedHashMap<>();
  final Set<String> embeddables = new TreeSet<>();

  /** The embeddables that directly extend an embeddable, by that one's name. */
  final Map<String, List<TypeElement>> embeddableSubclasses = new LinkedHashMap<>();

  /** Classes of the application that store the values of a Java type, by that type's name. */
  final Map<String, String> foreignTypes = new LinkedHashMap<>();

  /** The generators of packages by name: they are seen from everywhere. */
  final Map<String, AnnotationUse> sequenceGenerators = new LinkedHashMap<>();

  final Map<String, AnnotationUse> tableGenerators = new LinkedHashMap<>();
  final Map<String, AnnotationUse> genericGenerators = new LinkedHashMap<>();

  final EnumValues enumValues;
  private final List<Finding> findings;
  private final Deque<Runnable> associations = new ArrayDeque<>();
  private final Deque<Runnable> collections = new ArrayDeque<>();

  Reading(
      TypeShapes shapes,
      NamingRules naming,
      boolean beanValidation,
      HibernateVersion hibernate,
      Map<String, GeneratorClass> generators,
      HibernateSettings settings,
      EnumValues enumValues,
      List<Finding> findings) {
    this.shapes = shapes;
    this.members = new Members(shapes.types(), hibernate);
    this.basics = new BasicTypes(shapes, hibernate, settings, enumValues);
    this.converters = new Converters(shapes);
    this.enumValues = enumValues;
    this.naming = naming;
    this.beanValidation = beanValidation;
    this.hibernate = hibernate;
    this.settings = settings;
    this.comments = new Comments(this);
    this.generators = generators;
    this.findings = findings;
  }

  void error(Problem problem, Element element) {
    add(Finding.error(problem, element));
  }

  void warning(Problem problem, Element element) {
    add(Finding.warning(problem, element));
  }

  /** An attribute that is embedded in several places is told of once. */
  private void add(Finding finding) {
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }

  /** Runs a step; what it cannot map becomes a finding at the element. */
  void guarded(Element element, Runnable step) {
    try {
      step.run();
    } catch (Unmappable e) {
      e.problem().ifPresent(problem -> error(problem, element));
    } catch (IllegalArgumentException impossible) {
      error(EntityProblems.impossible(String.valueOf(impossible.getMessage())), element);
    }
  }

  /** Puts off the columns of an association until all basic attributes have theirs. */
  void afterBasics(Element element, Runnable step) {
    associations.add(() -> guarded(element, step));
  }

  /**
   * Puts off a collection until all associations to one have their columns. As in Hibernate, the
   * last one that is found comes first, except that inverse ones come after all others, in order.
   */
  void afterAssociations(Element element, boolean inverse, Runnable step) {
    Runnable guarded = () -> guarded(element, step);
    if (inverse) {
      collections.addLast(guarded);
    } else {
      collections.addFirst(guarded);
    }
  }

  void runPostponed() {
    runAssociations();
    while (!collections.isEmpty()) {
      collections.remove().run();
      runAssociations();
    }
  }

  /** Gives their columns to the associations to one that were found so far. */
  void runAssociations() {
    while (!associations.isEmpty()) {
      associations.remove().run();
    }
  }

  Optional<EntityBinding> entity(TypeMirror type) {
    return shapes.classOf(type).flatMap(this::entity);
  }

  Optional<EntityBinding> entity(TypeElement type) {
    return Optional.ofNullable(entities.get(type.getQualifiedName().toString()));
  }

  /** The namespace that an annotation names, or the default one where a setting does. */
  Optional<Identifier> namespace(Optional<String> stated) {
    return stated
        .map(name -> naming.physical(Identifier.of(name)))
        .or(() -> settings.defaultSchema().map(Identifier::of));
  }

  /** What an attribute is called in the names of columns and tables. */
  String property(Holder holder, Member member) {
    return naming.property(holder.namePath(), member.name());
  }

  /** How an attribute is called in messages. */
  static String describe(Element element) {
    return element.getEnclosingElement() instanceof TypeElement type
        ? type.getSimpleName() + "." + element.getSimpleName()
        : element.getSimpleName().toString();
  }
}
