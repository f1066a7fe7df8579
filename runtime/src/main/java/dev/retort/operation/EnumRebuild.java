package dev.retort.operation;

import dev.retort.schema.EnumColumn;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an enum type is to become, and which columns have it. Written as {@code labels("NEW",
 * "DONE").replacing("OPEN", "NEW").usedBy("tickets", "status")}.
 *
 * @param labels the new labels in order
 * @param replacements for labels that go, the new label that rows with them get
 * @param columns the columns that have the type, in the order of their names
 */
public record EnumRebuild(
    List<String> labels, Map<String, String> replacements, List<EnumColumn> columns) {

  /**
   * Checks the parts.
   *
   * @throws SchemaException if a replaced label stays, or a replacement is none of the new labels
   */
  public EnumRebuild {
    labels = List.copyOf(labels);
    replacements = Collections.unmodifiableMap(new TreeMap<>(replacements));
    columns = columns.stream().sorted().distinct().toList();
    labels.forEach(EnumType::requireLabel);
    for (Map.Entry<String, String> each : replacements.entrySet()) {
      EnumType.requireLabel(each.getKey());
      if (labels.contains(each.getKey())) {
        throw new SchemaException(
            "label " + EnumType.quoted(each.getKey()) + " stays and cannot be replaced");
      }
      if (!labels.contains(each.getValue())) {
        throw new SchemaException(
            "label "
                + EnumType.quoted(each.getKey())
                + " cannot be replaced by "
                + EnumType.quoted(each.getValue())
                + ", which is none of the new labels");
      }
    }
  }

  /** A rebuild with the given labels, in order, of a type that no column has. */
  public static EnumRebuild labels(String... labels) {
    return new EnumRebuild(List.of(labels), Map.of(), List.of());
  }

  /** The same rebuild, in which rows with a label that goes get one of the new labels. */
  public EnumRebuild replacing(String removed, String by) {
    Map<String, String> more = new TreeMap<>(replacements);
    more.put(removed, by);
    return new EnumRebuild(labels, more, columns);
  }

  /**
   * The same rebuild of a type that a column of the given table has; the table is in the namespace
   * that migrations run in, whatever that of the type.
   */
  public EnumRebuild usedBy(String table, String column) {
    return usedBy(new EnumColumn(QualifiedName.of(table), column, 0));
  }

  /** The same rebuild of a type that the given column has. */
  public EnumRebuild usedBy(EnumColumn column) {
    List<EnumColumn> more = new ArrayList<>(columns);
    more.add(column);
    return new EnumRebuild(labels, replacements, more);
  }
}
