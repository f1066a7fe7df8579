package dev.retort.diff;

import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.DropSequence;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.RelationNames;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import java.util.TreeMap;

/**
 * The difference between the sequences of two schemas. A changed step is altered, since a sequence
 * that is created anew would give out its values again. The start alone is no difference: it says
 * where a sequence was created, and changes nothing about one that exists.
 */
final class SequenceDiffer {

  private SequenceDiffer() {}

  static void diff(Schema from, Schema to, RelationNames taken, Script script) {
    new TreeMap<>(from.sequences())
        .forEach(
            (name, before) -> {
              if (!to.sequences().containsKey(name)) {
                script.add(phaseOfDrop(name, to, taken), new DropSequence(name));
              }
            });
    new TreeMap<>(to.sequences())
        .forEach(
            (name, after) -> {
              Sequence before = from.sequences().get(name);
              if (before == null) {
                script.add(Phase.CREATE_SEQUENCES, new CreateSequence(after));
              } else if (before.increment() != after.increment()) {
                script.add(Phase.CREATE_SEQUENCES, new AlterSequence(name, after.increment()));
              }
            });
  }

  private static Phase phaseOfDrop(QualifiedName name, Schema to, RelationNames taken) {
    return taken.contains(name) || to.enumTypes().containsKey(name)
        ? Phase.DROP_SEQUENCES_IN_THE_WAY
        : Phase.DROP_SEQUENCES;
  }
}
