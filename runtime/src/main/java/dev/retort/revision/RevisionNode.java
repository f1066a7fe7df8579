package dev.retort.revision;

import java.util.List;

/** What the graph needs to know of a revision. */
public interface RevisionNode {

  String id();

  /** The ids of the revisions that this one follows. */
  List<String> downRevisions();
}
