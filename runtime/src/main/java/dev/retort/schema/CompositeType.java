package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A composite type. Columns refer to it by its name: {@link #type()}.
 *
 * <p>The order of the attributes is part of it: values are written and compared by their places.
 *
 * @param name the type's name; without a namespace none of PostgreSQL's own types, which PostgreSQL
 *     would find first
 * @param attributes the attributes in order; may be empty
 */
public record CompositeType(QualifiedName name, List<Attribute> attributes) {

  /**
   * Checks the parts.
   *
   * @throws SchemaException if PostgreSQL would refuse them
   */
  public CompositeType {
    requireNonNull(name, "name");
    attributes = List.copyOf(attributes);
    if (name.namespace().isEmpty() && SqlType.isTaken(name.local())) {
      throw new SchemaException(
          "composite type "
              + name
              + " has the name of one of PostgreSQL's own types, which hides it");
    }
    Set<String> seen = new HashSet<>();
    for (Attribute attribute : attributes) {
      if (!seen.add(attribute.name())) {
        throw new SchemaException(
            "composite type " + name + " has attribute " + attribute.name() + " twice");
      }
      if (attribute.type().userDefinedName().equals(Optional.of(name))) {
        throw new SchemaException(
            "composite type " + name + " cannot be the type of its own attribute");
      }
    }
  }

  /** A composite type in the namespace that migrations run in. */
  public static CompositeType compositeType(String name, Attribute... attributes) {
    return new CompositeType(QualifiedName.of(name), List.of(attributes));
  }

  /** The type of a column that holds such values. */
  public SqlType type() {
    return SqlType.userDefined(name);
  }

  public Optional<Attribute> attribute(String attribute) {
    return attributes.stream().filter(each -> each.name().equals(attribute)).findFirst();
  }

  /**
   * The attribute of that name.
   *
   * @throws SchemaException if there is no such attribute
   */
  public Attribute requireAttribute(String attribute) {
    return attribute(attribute)
        .orElseThrow(
            () ->
                SchemaException.missing(
                    "composite type " + name + " has no attribute " + attribute,
                    attribute,
                    attributes.stream().map(Attribute::name).toList()));
  }

  public CompositeType withAttributes(List<Attribute> newAttributes) {
    return new CompositeType(name, newAttributes);
  }

  /** The same type with one attribute more, at the end. */
  public CompositeType withAttribute(Attribute added) {
    if (attribute(added.name()).isPresent()) {
      throw new SchemaException(
          "composite type " + name + " already has an attribute " + added.name());
    }
    List<Attribute> longer = new ArrayList<>(attributes);
    longer.add(added);
    return withAttributes(longer);
  }

  /**
   * The same type without an attribute.
   *
   * @throws SchemaException if there is no such attribute
   */
  public CompositeType withoutAttribute(String attribute) {
    return withAttributes(Lists.without(attributes, requireAttribute(attribute)::equals));
  }

  /**
   * The same type with an attribute of another type.
   *
   * @throws SchemaException if there is no such attribute
   */
  public CompositeType withAttributeRetyped(String attribute, SqlType type) {
    Attribute old = requireAttribute(attribute);
    return withAttributes(Lists.replaced(attributes, old, old.withType(type)));
  }

  /**
   * The same type with one attribute called otherwise.
   *
   * @throws SchemaException if there is no such attribute, or the new name is there already
   */
  public CompositeType withAttributeRenamed(String from, String to) {
    Attribute old = requireAttribute(from);
    if (attribute(to).isPresent()) {
      throw new SchemaException("composite type " + name + " already has an attribute " + to);
    }
    return withAttributes(Lists.replaced(attributes, old, new Attribute(to, old.type())));
  }

  /** Whether one of the attributes is of the given type, or an array of it. */
  public boolean contains(QualifiedName type) {
    Optional<QualifiedName> wanted = Optional.of(type);
    return attributes.stream().anyMatch(each -> each.type().userDefinedName().equals(wanted));
  }

  /** The attributes as a message shows them: {@code (amount numeric(19,2), currency text)}. */
  public String attributesInWords() {
    return attributes.stream()
        .map(each -> each.name() + " " + each.type().inWords())
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
