package dev.retort.processor.entity.relational;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.report.Finding;
import dev.retort.schema.CompositeType;
import dev.retort.schema.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The composite types of columns; the first column that has one says what it is. */
final class StructTypes {

  private StructTypes() {}

  static Map<QualifiedName, CompositeType> of(
      List<ColumnDraft> columns, Origins origins, List<Finding> findings) {
    Map<QualifiedName, CompositeType> types = new LinkedHashMap<>();
    for (ColumnDraft column : columns) {
      column
          .aggregate()
          .ifPresent(
              aggregate ->
                  aggregate
                      .struct()
                      .ifPresent(
                          struct ->
                              add(struct, aggregate.parts(), column, types, origins, findings)));
    }
    return types;
  }

  private static void add(
      StructDraft struct,
      TableDraft parts,
      ColumnDraft column,
      Map<QualifiedName, CompositeType> types,
      Origins origins,
      List<Finding> findings) {
    try {
      CompositeType type = struct.finished(parts);
      CompositeType known = types.putIfAbsent(type.name(), type);
      if (known == null) {
        origins.compositeType(type.name(), struct.origin());
        struct
            .ordered(parts)
            .forEach(part -> origins.attribute(type.name(), part.name().stored(), part.origin()));
      } else if (!known.equals(type)) {
        findings.add(
            Finding.error(
                EntityProblems.conflict(
                    "The composite type "
                        + known.name()
                        + " is mapped with attributes "
                        + known.attributesInWords()
                        + " and with "
                        + type.attributesInWords()),
                column.origin()));
      }
    } catch (IllegalArgumentException e) {
      findings.add(
          Finding.error(
              EntityProblems.impossible(String.valueOf(e.getMessage())), column.origin()));
    }
  }
}
