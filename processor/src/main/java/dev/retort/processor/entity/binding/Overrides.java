package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * {@code @AttributeOverride}, {@code @AssociationOverride} and {@code @Convert} in force at a
 * place. The outermost one counts: that of the entity before that of an embedded attribute.
 */
final class Overrides {

  static final Overrides NONE = new Overrides(Optional.empty(), "");

  private final Optional<Overrides> outer;
  private final String prefix;
  private final Map<String, AnnotationUse> columns = new HashMap<>();
  private final Map<String, AnnotationUse> associations = new HashMap<>();
  private final Map<String, AnnotationUse> conversions = new HashMap<>();

  private Overrides(Optional<Overrides> outer, String prefix) {
    this.outer = outer;
    this.prefix = prefix;
  }

  /** Overrides that stand on a class, for what it inherits. */
  static Overrides ofClass(Element type) {
    return new Overrides(Optional.empty(), "").reading(type, "");
  }

  /** These overrides, and behind them those that stand on another element at the same place. */
  Overrides orElse(Element element, String ignoredPrefix) {
    return new Overrides(Optional.of(this), "").reading(element, ignoredPrefix);
  }

  /** What applies inside an embedded attribute, the overrides on the attribute included. */
  Overrides inside(String attribute, Element element) {
    return new Overrides(Optional.of(this), attribute + ".").reading(element, "");
  }

  /** The {@code @Column} that replaces the attribute's own. */
  Optional<AnnotationUse> column(String path) {
    Optional<AnnotationUse> outermost = outer.flatMap(o -> o.column(prefix + path));
    return outermost.or(() -> Optional.ofNullable(columns.get(path)));
  }

  /** The {@code @AssociationOverride} for the association. */
  Optional<AnnotationUse> association(String path) {
    Optional<AnnotationUse> outermost = outer.flatMap(o -> o.association(prefix + path));
    return outermost.or(() -> Optional.ofNullable(associations.get(path)));
  }

  /**
   * The table that an override states for the association. To Hibernate each one without join
   * columns does, be it one that only states a foreign key: then the table has the default name.
   */
  Optional<AnnotationUse> joinTable(String path) {
    return association(path)
        .filter(use -> use.annotations("joinColumns").isEmpty())
        .flatMap(use -> use.annotation("joinTable"));
  }

  /** The {@code @Convert} for the attribute, where it stands further out. */
  Optional<AnnotationUse> conversion(String path) {
    Optional<AnnotationUse> outermost = outer.flatMap(o -> o.conversion(prefix + path));
    return outermost.or(() -> Optional.ofNullable(conversions.get(path)));
  }

  private Overrides reading(Element element, String ignoredPrefix) {
    for (AnnotationUse use :
        AnnotationUse.allOn(element, Names.ATTRIBUTE_OVERRIDE, Names.ATTRIBUTE_OVERRIDES)) {
      use.annotation("column")
          .ifPresent(c -> columns.put(path(use.string("name"), ignoredPrefix), c));
    }
    for (AnnotationUse use :
        AnnotationUse.allOn(element, Names.ASSOCIATION_OVERRIDE, Names.ASSOCIATION_OVERRIDES)) {
      associations.put(path(use.string("name"), ignoredPrefix), use);
    }
    for (AnnotationUse use : AnnotationUse.allOn(element, Names.CONVERT, Names.CONVERTS)) {
      use.text("attributeName").ifPresent(name -> conversions.put(path(name, ignoredPrefix), use));
    }
    return this;
  }

  private static String path(String name, String ignoredPrefix) {
    return !ignoredPrefix.isEmpty() && name.startsWith(ignoredPrefix)
        ? name.substring(ignoredPrefix.length())
        : name;
  }
}
