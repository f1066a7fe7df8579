package dev.retort.revision;

import java.util.List;
import java.util.stream.Stream;

/** What the graph needs to know of a revision. */
public interface RevisionNode {

  String id();

  /** The ids of the revisions that this one follows. */
  List<String> downRevisions();

  /** The ids of revisions, of other branches, that must be applied before this one. */
  default List<String> dependsOn() {
    return List.of();
  }

  /** The names of the branch that this revision belongs to and that it gives. */
  default List<String> branchLabels() {
    return List.of();
  }

  /** All that must be applied before this revision: what it follows, then what it depends on. */
  default List<String> prerequisites() {
    return dependsOn().isEmpty()
        ? downRevisions()
        : Stream.concat(downRevisions().stream(), dependsOn().stream()).distinct().toList();
  }
}
