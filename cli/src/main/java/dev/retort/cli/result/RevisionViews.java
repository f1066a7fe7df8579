package dev.retort.cli.result;

import dev.retort.Revisions;
import dev.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows revisions in the place that they have in their history. */
public final class RevisionViews {

  private final Revisions revisions;
  private final Collection<String> current;
  private final Map<String, List<String>> followers = new HashMap<>();
  private final Map<String, RevisionInfo> byId = new HashMap<>();

  /**
   * Views of a history.
   *
   * @param current the ids of the revisions that the database is at; none where that is not looked
   *     up
   */
  public RevisionViews(Revisions revisions, Collection<String> current) {
    this.revisions = revisions;
    this.current = current;
    for (RevisionInfo revision : revisions.all()) {
      byId.put(revision.id(), revision);
      revision
          .downRevisions()
          .forEach(
              down -> followers.computeIfAbsent(down, any -> new ArrayList<>()).add(revision.id()));
    }
  }

  public RevisionView of(RevisionInfo revision) {
    return new RevisionView(
        revision,
        revisions.branchLabels(revision),
        followers.getOrDefault(revision.id(), List.of()).stream().sorted().toList(),
        current.contains(revision.id()));
  }

  public List<RevisionView> of(List<RevisionInfo> some) {
    return some.stream().map(this::of).toList();
  }

  /** The revision of that id, if the application has it. */
  public Optional<RevisionView> find(String id) {
    return Optional.ofNullable(byId.get(id)).map(this::of);
  }
}
