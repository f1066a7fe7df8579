package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testing.RetortArbitraries;
import dev.retort.testing.Unordered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any two schemas. */
class SchemaDifferProperties {

  @Property(seed = "1", tries = 300)
  void aSchemaDoesNotDifferFromItself(@ForAll("schemas") Schema schema) {
    assertThat(SchemaDiffer.diff(schema, schema)).isEmpty();
  }

  @Property(seed = "1", tries = 300)
  void orderIsNoDifference(@ForAll("schemas") Schema schema) {
    assertThat(SchemaDiffer.diff(schema, Unordered.of(schema))).isEmpty();
    assertThat(SchemaDiffer.diff(Unordered.of(schema), schema)).isEmpty();
  }

  @Property(seed = "1", tries = 1000)
  void theDifferenceLeadsFromOneToTheOther(
      @ForAll("schemas") Schema from, @ForAll("schemas") Schema to) {
    Schema reached = applied(SchemaDiffer.diff(from, to), from);

    assertThat(SchemaDiffer.diff(reached, to)).isEmpty();
    assertThat(reached.tables().keySet()).isEqualTo(to.tables().keySet());
    to.tables().forEach((name, table) -> assertSameButForNames(reached.requireTable(name), table));
    assertThat(increments(reached)).isEqualTo(increments(to));
    assertThat(reached.enumTypes()).isEqualTo(to.enumTypes());
    assertThat(reached.definedObjects()).isEqualTo(to.definedObjects());
    assertThat(reached.compositeTypes()).isEqualTo(to.compositeTypes());
  }

  @Property(seed = "1", tries = 300)
  void fromNothingTheDifferenceLeadsToTheVerySchema(@ForAll("schemas") Schema schema) {
    Schema reached = applied(SchemaDiffer.diff(Schema.empty(), schema), Schema.empty());

    assertThat(Unordered.of(reached)).isEqualTo(Unordered.of(schema));
    assertThat(applied(SchemaDiffer.diff(schema, Schema.empty()), schema))
        .isEqualTo(Schema.empty());
  }

  @Property(seed = "1", tries = 1000)
  void theInverseOfTheDifferenceLeadsBack(
      @ForAll("schemas") Schema from, @ForAll("schemas") Schema to) {
    List<Operation> upgrade = SchemaDiffer.diff(from, to);
    Schema reached = applied(upgrade, from);

    Schema back = applied(Inverses.of(upgrade, from).orElseThrow(), reached);

    assertThat(Unordered.of(back)).isEqualTo(Unordered.of(from));
  }

  @Property(seed = "1", tries = 300)
  void theOrderOfTheSchemasChangesNothing(
      @ForAll("schemas") Schema from, @ForAll("schemas") Schema to) {
    assertThat(SchemaDiffer.diff(reversed(from), reversed(to)))
        .isEqualTo(SchemaDiffer.diff(from, to));
  }

  @Provide
  static Arbitrary<Schema> schemas() {
    return RetortArbitraries.schemas();
  }

  private static Schema applied(List<Operation> operations, Schema to) {
    Schema schema = to;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  private static Map<QualifiedName, Long> increments(Schema schema) {
    Map<QualifiedName, Long> increments = new LinkedHashMap<>();
    schema.sequences().forEach((name, sequence) -> increments.put(name, sequence.increment()));
    return increments;
  }

  /** Compares the two without the differ's help. */
  private static void assertSameButForNames(Table reached, Table wanted) {
    assertThat(reached.columns()).containsExactlyInAnyOrderElementsOf(wanted.columns());
    assertThat(reached.constraints().stream().map(c -> c.named("")).toList())
        .containsExactlyInAnyOrderElementsOf(
            wanted.constraints().stream().map(c -> c.named("")).toList());
    assertThat(reached.indexes())
        .usingElementComparator((a, b) -> a.sameDefinition(b) ? 0 : 1)
        .containsExactlyInAnyOrderElementsOf(wanted.indexes());
  }

  /** The same schema with its tables created in the opposite order. */
  private static Schema reversed(Schema schema) {
    List<Table> tables = new ArrayList<>(schema.tables().values());
    Collections.reverse(tables);
    Map<QualifiedName, Table> byName = new LinkedHashMap<>();
    tables.forEach(table -> byName.put(table.name(), table));
    return schema.withTables(byName);
  }
}
