package dev.retort.processor.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.RenameTable;
import dev.retort.processor.entity.EntityModel;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.schema.Column;
import dev.retort.schema.DefinedObjects;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testing.Randomness;
import dev.retort.testing.RetortArbitraries;
import dev.retort.testing.Unordered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random tables and columns exchange their names, move up or get new ones, and lose nothing. */
class RenamesProperties {

  /**
   * Names before and after.
   *
   * @param before the schema of the chain
   * @param after the same schema under other names
   * @param formerNames what the entities state
   */
  record Renamed(Schema before, Schema after, Map<SchemaPath, List<SchemaPath>> formerNames) {

    EntityModel model() {
      return new EntityModel(after, Map.of(), formerNames, Map.of(), List.of(), Map.of());
    }
  }

  @Property(seed = "1", tries = 300)
  void whatIsStatedIsRenamedOnceAndNothingIsLost(@ForAll("renamed") Renamed renamed) {
    List<Operation> history = SchemaDiffer.diff(Schema.empty(), renamed.before());
    Drift drift = Drift.between(renamed.before(), history, renamed.model(), Unmapped.NONE);

    assertThat(drift.operations())
        .allMatch(
            operation ->
                operation instanceof RenameTable
                    || operation instanceof RenameColumn
                    || operation instanceof RenameSequence);
    assertThat(Unordered.of(drift.reached())).isEqualTo(Unordered.of(renamed.after()));
    assertThat(drift.isUndecided()).isFalse();

    List<Operation> longer = Stream.concat(history.stream(), drift.operations().stream()).toList();
    assertThat(Drift.between(drift.reached(), longer, renamed.model(), Unmapped.NONE).operations())
        .isEmpty();

    Schema back = drift.reached();
    for (Operation operation : Inverses.of(drift.operations(), renamed.before()).orElseThrow()) {
      back = operation.applyTo(back);
    }
    assertThat(Unordered.of(back)).isEqualTo(Unordered.of(renamed.before()));
  }

  @Provide
  static Arbitrary<Renamed> renamed() {
    return Arbitraries.randomValue(given -> renamed(Randomness.of(given)));
  }

  private static Renamed renamed(Random random) {
    Schema before = RetortArbitraries.schema(random).withDefinedObjects(DefinedObjects.NONE);
    Map<SchemaPath, List<SchemaPath>> formerNames = new HashMap<>();
    Schema after = before;
    for (Table table : before.tables().values()) {
      Map<String, String> names =
          exchanged(table.columns().stream().map(Column::name).toList(), random);
      for (String[] step : throughFreeNames(names)) {
        after = new RenameColumn(table.name(), step[0], step[1]).applyTo(after);
      }
      names.forEach(
          (old, name) ->
              formerNames.put(
                  SchemaPath.column(table.name(), name),
                  List.of(SchemaPath.column(table.name(), old))));
    }
    List<QualifiedName> tables =
        before.tables().keySet().stream().filter(name -> name.namespace().isEmpty()).toList();
    Map<String, String> names =
        exchanged(tables.stream().map(QualifiedName::local).toList(), random);
    for (String[] step : throughFreeNames(names)) {
      after = new RenameTable(QualifiedName.of(step[0]), step[1]).applyTo(after);
    }
    return new Renamed(before, after, moved(formerNames, names));
  }

  /** What is stated of columns is stated on the table's new name. */
  private static Map<SchemaPath, List<SchemaPath>> moved(
      Map<SchemaPath, List<SchemaPath>> ofColumns, Map<String, String> tables) {
    Map<SchemaPath, List<SchemaPath>> all = new HashMap<>();
    ofColumns.forEach(
        (path, former) -> {
          QualifiedName owner = path.owner();
          QualifiedName name =
              owner.withLocal(
                  owner.namespace().isEmpty()
                      ? tables.getOrDefault(owner.local(), owner.local())
                      : owner.local());
          all.put(
              SchemaPath.column(name, path.name()),
              List.of(SchemaPath.column(name, former.get(0).name())));
        });
    tables.forEach(
        (old, name) ->
            all.put(
                SchemaPath.table(QualifiedName.of(name)),
                List.of(SchemaPath.table(QualifiedName.of(old)))));
    return all;
  }

  /** For some of the names another one: of the same, in circles, or a new one for the last. */
  private static Map<String, String> exchanged(List<String> names, Random random) {
    List<String> some = new ArrayList<>(names);
    Collections.shuffle(some, random);
    some = some.subList(0, random.nextInt(some.size() + 1));
    List<String> targets = new ArrayList<>(some);
    Collections.shuffle(targets, random);
    if (!targets.isEmpty() && random.nextBoolean()) {
      targets.set(0, "new name");
    }
    Map<String, String> exchanged = new HashMap<>();
    for (int i = 0; i < some.size(); i++) {
      if (!some.get(i).equals(targets.get(i))) {
        exchanged.put(some.get(i), targets.get(i));
      }
    }
    return exchanged;
  }

  private static List<String[]> throughFreeNames(Map<String, String> names) {
    List<String[]> steps = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, String> each : names.entrySet()) {
      String free = "between " + number++;
      steps.add(0, new String[] {each.getKey(), free});
      steps.add(new String[] {free, each.getValue()});
    }
    return steps;
  }
}
