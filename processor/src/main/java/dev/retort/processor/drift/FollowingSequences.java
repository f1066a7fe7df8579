package dev.retort.processor.drift;

import dev.retort.operation.CreateSequence;
import dev.retort.operation.DropSequence;
import dev.retort.operation.Operation;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sequences that come and go with tables of which it is not decided whether they have a new name:
 * they are named after those, and follow them if they have.
 */
final class FollowingSequences {

  private final Set<QualifiedName> sequences = new HashSet<>();

  private FollowingSequences() {}

  static FollowingSequences of(
      List<Operation> operations, Map<SchemaPath, List<SchemaPath>> lookAlikes) {
    FollowingSequences following = new FollowingSequences();
    for (Operation operation : operations) {
      if (operation instanceof CreateSequence create) {
        QualifiedName name = create.sequence().name();
        lookAlikes.forEach(
            (path, olds) -> {
              if (path.kind() == SchemaPath.Kind.TABLE
                  && name.local().startsWith(path.localName() + "_")) {
                String rest = name.local().substring(path.localName().length());
                olds.forEach(old -> following.add(name, old.localName() + rest, operations));
              }
            });
      }
    }
    return following;
  }

  private void add(QualifiedName created, String local, List<Operation> operations) {
    for (Operation operation : operations) {
      if (operation instanceof DropSequence drop && drop.sequence().local().equals(local)) {
        sequences.add(created);
        sequences.add(drop.sequence());
      }
    }
  }

  boolean contains(QualifiedName sequence) {
    return sequences.contains(sequence);
  }
}
