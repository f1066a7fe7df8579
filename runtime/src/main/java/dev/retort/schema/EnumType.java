package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An enum type. Columns refer to it by its name: {@link #type()}.
 *
 * <p>A label may be any text of at most 63 bytes in UTF-8 without a NUL character, also the empty
 * one, and no two labels are the same (PostgreSQL's documentation, section 8.7, and its {@code
 * EnumValuesCreate}). The order of the labels is that of the values.
 *
 * @param name the type's name; without a namespace none of PostgreSQL's own types, which PostgreSQL
 *     would find first
 * @param labels the labels in order; may be empty
 */
public record EnumType(QualifiedName name, List<String> labels) {

  /**
   * Checks the parts.
   *
   * @throws SchemaException if PostgreSQL would refuse them
   */
  public EnumType {
    requireNonNull(name, "name");
    labels = List.copyOf(labels);
    if (name.namespace().isEmpty() && SqlType.isTaken(name.local())) {
      throw new SchemaException(
          "enum type " + name + " has the name of one of PostgreSQL's own types, which hides it");
    }
    Set<String> seen = new HashSet<>();
    for (String label : labels) {
      requireLabel(label);
      if (!seen.add(label)) {
        throw new SchemaException("enum type " + name + " has label " + quoted(label) + " twice");
      }
    }
  }

  /** An enum type in the namespace that migrations run in. */
  public static EnumType enumType(String name, String... labels) {
    return new EnumType(QualifiedName.of(name), List.of(labels));
  }

  /** The type of a column that holds one of the labels. */
  public SqlType type() {
    return SqlType.userDefined(name);
  }

  public EnumType withLabels(List<String> newLabels) {
    return new EnumType(name, newLabels);
  }

  /**
   * The same type with one label more.
   *
   * @param position where it goes; empty for the end
   * @throws SchemaException if the label is there already, or its neighbour is not
   */
  public EnumType withLabel(String added, Optional<EnumPosition> position) {
    if (labels.contains(added)) {
      throw new SchemaException("enum type " + name + " already has a label " + quoted(added));
    }
    List<String> longer = new ArrayList<>(labels);
    longer.add(position.map(this::indexOf).orElse(labels.size()), added);
    return withLabels(longer);
  }

  private int indexOf(EnumPosition position) {
    int neighbour = requireOwnLabel(position.neighbour());
    return position.side() == EnumPosition.Side.AFTER ? neighbour + 1 : neighbour;
  }

  /**
   * The same type with one label called otherwise.
   *
   * @throws SchemaException if there is no such label, or the new one is there already
   */
  public EnumType withLabelRenamed(String from, String to) {
    int place = requireOwnLabel(from);
    if (labels.contains(to)) {
      throw new SchemaException("enum type " + name + " already has a label " + quoted(to));
    }
    List<String> renamed = new ArrayList<>(labels);
    renamed.set(place, to);
    return withLabels(renamed);
  }

  /**
   * The place of a label.
   *
   * @throws SchemaException if there is no such label
   */
  public int requireOwnLabel(String label) {
    int place = labels.indexOf(label);
    if (place < 0) {
      throw SchemaException.missing(
          "enum type " + name + " has no label " + quoted(label), label, labels);
    }
    return place;
  }

  /**
   * Checks a label.
   *
   * @throws IllegalArgumentException if PostgreSQL has no such labels
   */
  public static String requireLabel(String label) {
    requireNonNull(label, "label");
    if (label.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a label must not contain a NUL character");
    }
    if (!Names.fits(label)) {
      throw new SchemaException(
          "label " + quoted(label) + " is longer than the 63 bytes that PostgreSQL allows");
    }
    return label;
  }

  /** The labels as a message shows them: {@code ('NEW', 'it''s')}. */
  public String labelsInWords() {
    UnaryOperator<String> quoted = EnumType::quoted;
    return "(" + String.join(", ", labels.stream().map(quoted).toList()) + ")";
  }

  /** A label as a message shows it. */
  public static String quoted(String label) {
    return "'" + label.replace("'", "''") + "'";
  }
}
