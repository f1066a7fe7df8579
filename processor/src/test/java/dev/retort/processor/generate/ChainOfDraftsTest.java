package dev.retort.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.revision.Revision;
import dev.retort.schema.Schema;
import dev.retort.testing.Randomness;
import dev.retort.testing.RetortArbitraries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Revisions drafted one after another while a model is edited at random. */
class ChainOfDraftsTest {

  private static final int LENGTH = 500;

  @Test
  void replaysToTheLastModelAndAllTheWayBack() {
    long seed = Randomness.seed();
    Random random = new Random(seed);
    Map<String, String> sources = new LinkedHashMap<>();
    List<Schema> states = new ArrayList<>(List.of(Schema.empty()));
    Schema model = Schema.empty();
    while (sources.size() < LENGTH) {
      model = RetortArbitraries.edit(model, random, 40).after();
      Schema reached = states.get(states.size() - 1);
      List<Operation> missing = SchemaDiffer.diff(reached, model);
      if (!missing.isEmpty()) {
        RevisionDraft draft = draft(sources.size(), missing, reached);
        sources.put(draft.qualifiedName(), RevisionSource.of(draft));
        states.add(applied(operations(draft.upgrade()), reached));
      }
    }

    Compiled compiled = Compiled.of(sources);

    Schema replayed = Schema.empty();
    for (String name : sources.keySet()) {
      replayed = applied(recorded(compiled.create(Revision.class, name)::upgrade), replayed);
    }
    assertThat(SchemaDiffer.diff(replayed, model)).as("seed %d", seed).isEmpty();
    assertThat(replayed).as("seed %d", seed).isEqualTo(states.get(LENGTH));
    List<String> names = List.copyOf(sources.keySet());
    for (int i = LENGTH - 1; i >= 0; i--) {
      Revision revision = compiled.create(Revision.class, names.get(i));
      replayed = applied(recorded(revision::downgrade), replayed);
      assertThat(SchemaDiffer.diff(replayed, states.get(i)))
          .as("downgrade of revision %d, seed %d", i, seed)
          .isEmpty();
    }
    assertThat(replayed).isEqualTo(Schema.empty());
  }

  private static RevisionDraft draft(int number, List<Operation> missing, Schema before) {
    return SingleBranch.draft(
        "app.migrations",
        "Revision" + number,
        "r" + number,
        number == 0 ? List.of() : List.of("r" + (number - 1)),
        "Change the model",
        Instant.EPOCH,
        DraftedOperations.ofUpgrade(missing, before),
        DraftedOperations.ofDowngrade(
            Inverses.of(missing, before).orElseThrow(), applied(missing, before)));
  }

  private static List<Operation> operations(List<DraftedOperation> drafted) {
    return drafted.stream().map(DraftedOperation::operation).toList();
  }

  private static Schema applied(List<Operation> operations, Schema to) {
    Schema schema = to;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  private static List<Operation> recorded(Consumer<Operations> script) {
    return Operations.record(script).stream().map(RecordedOperation::operation).toList();
  }
}
