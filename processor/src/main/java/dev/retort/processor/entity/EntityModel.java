package dev.retort.processor.entity;

import dev.retort.processor.report.Finding;
import dev.retort.schema.ObjectId;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * What the entities say.
 *
 * @param schema the schema that Hibernate would create for them; incomplete where there are
 *     findings
 * @param origins the field, method or class that each part of the schema stems from
 * @param formerNames what a table or column is stated to have been, any of them, columns in the
 *     table that they are in now; an empty list states that it is new
 * @param declared where each view, function and trigger of the schema is declared
 * @param findings what could not be read
 * @param numbered the columns whose values each sequence gives
 */
public record EntityModel(
    Schema schema,
    Map<SchemaPath, Element> origins,
    Map<SchemaPath, List<SchemaPath>> formerNames,
    Map<ObjectId, Finding.Place> declared,
    List<Finding> findings,
    Map<QualifiedName, Set<SchemaPath>> numbered) {

  public EntityModel {
    numbered = Map.copyOf(numbered);
    origins = Map.copyOf(origins);
    formerNames = Map.copyOf(formerNames);
    declared = Map.copyOf(declared);
    findings = List.copyOf(findings);
  }

  /** Whether the schema lacks something that could not be read. */
  public boolean hasErrors() {
    return findings.stream().anyMatch(Finding::isError);
  }
}
