package dev.retort.diff;

import dev.retort.operation.CreateSequence;
import dev.retort.operation.DropSequence;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import java.util.TreeMap;

/** The difference between the sequences of two schemas; a changed one is replaced. */
final class SequenceDiffer {

  private SequenceDiffer() {}

  static void diff(Schema from, Schema to, RelationNames taken, Script script) {
    new TreeMap<>(from.sequences())
        .forEach(
            (name, before) -> {
              if (!before.equals(to.sequences().get(name))) {
                script.add(phaseOfDrop(name, taken), new DropSequence(name));
              }
            });
    new TreeMap<>(to.sequences())
        .forEach(
            (name, after) -> {
              Sequence before = from.sequences().get(name);
              if (!after.equals(before)) {
                script.add(Phase.CREATE_SEQUENCES, new CreateSequence(after));
              }
            });
  }

  private static Phase phaseOfDrop(QualifiedName name, RelationNames taken) {
    return taken.contains(name) ? Phase.DROP_SEQUENCES_IN_THE_WAY : Phase.DROP_SEQUENCES;
  }
}
