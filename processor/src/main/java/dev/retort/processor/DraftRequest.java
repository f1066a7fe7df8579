package dev.retort.processor;

import java.util.List;
import java.util.Optional;

/**
 * What the user asked to have drafted.
 *
 * @param message what the revision does; a merge has one of its own if none is given
 * @param empty whether the revision is to do nothing, whatever the entities say
 * @param heads the targets that it is to follow; where none is given, the head
 * @param splice whether it may follow a revision that others follow
 * @param merge the targets that it is to merge; none if it is no merge
 * @param branchLabels the names that it gives to its branch
 * @param dependsOn the targets that it is to depend on
 * @param revision its id; made up if none is given
 */
record DraftRequest(
    Optional<String> message,
    boolean empty,
    List<String> heads,
    boolean splice,
    List<String> merge,
    List<String> branchLabels,
    List<String> dependsOn,
    Optional<String> revision) {

  DraftRequest {
    heads = List.copyOf(heads);
    merge = List.copyOf(merge);
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
  }

  /** Whether anything is to be drafted. */
  boolean isPresent() {
    return message.isPresent() || isMerge();
  }

  boolean isMerge() {
    return !merge.isEmpty();
  }

  /** Whether the revision is drafted from what the entities and the migrations differ in. */
  boolean isFromDrift() {
    return !empty && !isMerge();
  }
}
