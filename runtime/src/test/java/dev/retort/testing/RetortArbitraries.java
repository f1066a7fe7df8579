package dev.retort.testing;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateObject;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceObject;
import dev.retort.postgres.Identifiers;
import dev.retort.schema.Column;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random schemas and operations for jqwik, with hostile names and texts among them. */
public final class RetortArbitraries {

  private RetortArbitraries() {}

  /** Schemas that PostgreSQL would accept, some tables in the namespace {@code audit}. */
  public static Arbitrary<Schema> schemas() {
    return random(random -> new SchemaGenerator(random, true).schema());
  }

  /** One of them, always the same for the same state of the given randomness. */
  public static Schema schema(Random random) {
    return new SchemaGenerator(random, true).schema();
  }

  /** Schemas that PostgreSQL would accept, everything in the default namespace. */
  public static Arbitrary<Schema> schemasWithoutNamespaces() {
    return random(random -> new SchemaGenerator(random, false).schema());
  }

  /** Tables of such schemas, with all that belongs to them. */
  public static Arbitrary<Table> tables() {
    return schemas()
        .filter(schema -> !schema.tables().isEmpty())
        .map(schema -> schema.tables().values().iterator().next());
  }

  /** Operations of every kind but {@code RunStep}, not related to any schema. */
  public static Arbitrary<Operation> operations() {
    return random(random -> new OperationGenerator(random).operation());
  }

  /** Schemas, each with operations that can be applied to it one after the other. */
  public static Arbitrary<Upgrade> upgrades() {
    return random(RetortArbitraries::upgrade);
  }

  /**
   * A schema and operations that apply to it.
   *
   * @param before the schema that the first operation applies to
   * @param operations the operations in order
   */
  public record Upgrade(Schema before, List<Operation> operations) {

    /** The schema after the last operation. */
    public Schema after() {
      Schema schema = before;
      for (Operation operation : operations) {
        schema = operation.applyTo(schema);
      }
      return schema;
    }
  }

  private static <T> Arbitrary<T> random(Function<Random, T> maker) {
    return Arbitraries.randomValue(given -> maker.apply(Randomness.of(given)));
  }

  private static Upgrade upgrade(Random random) {
    return edit(schema(random), random, random.nextInt(60));
  }

  /** Random changes of the given schema: so many are tried, and those that are possible made. */
  public static Upgrade edit(Schema before, Random random, int attempts) {
    OperationGenerator generator = new OperationGenerator(random);
    List<Operation> operations = new ArrayList<>();
    Schema schema = before;
    for (int i = 0; i < attempts; i++) {
      Operation operation = generator.operation();
      Optional<Schema> after = applied(operation, schema);
      if (after.isPresent()) {
        schema = after.get();
        operations.add(operation);
      }
    }
    return new Upgrade(before, List.copyOf(operations));
  }

  private static Optional<Schema> applied(Operation operation, Schema schema) {
    if (operation instanceof CreateIndex creation && hasExpressionOnNothing(creation, schema)) {
      return Optional.empty();
    }
    if ((operation instanceof CreateObject creation && readsNothing(creation.object(), schema))
        || (operation instanceof ReplaceObject change && readsNothing(change.object(), schema))) {
      return Optional.empty();
    }
    try {
      return Optional.of(operation.applyTo(schema));
    } catch (SchemaException cannotApply) {
      return Optional.empty();
    }
  }

  /** What PostgreSQL refuses and the model cannot: it does not parse expressions. */
  private static boolean hasExpressionOnNothing(CreateIndex creation, Schema schema) {
    List<Column> columns = schema.table(creation.table()).map(Table::columns).orElse(List.of());
    Index index = creation.index();
    return index.keys().stream()
            .anyMatch(key -> columns.stream().noneMatch(c -> key.involves(c.name())))
        || (index.predicate().isPresent()
            && columns.stream().noneMatch(c -> withoutKeys(index).hasExpressionOn(c.name())));
  }

  /** A query on a table that is not there; the model knows but those that revisions create. */
  private static boolean readsNothing(DefinedObject object, Schema schema) {
    return object.definition().sql().startsWith("SELECT * FROM")
        && schema.tables().keySet().stream()
            .noneMatch(
                table ->
                    object.definition().sql().equals("SELECT * FROM " + Identifiers.quote(table)));
  }

  private static Index withoutKeys(Index index) {
    return index.withKeys(List.of(IndexKey.asc("none")));
  }
}
