package dev.retort.migrate;

import dev.retort.problem.Problem;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds which revision's meaning is no longer what was applied. The head's chain checksum only
 * tells that one of its history is; the first in chain order whose own checksum differs is the one.
 */
final class HistoryCheck {

  private final RevisionGraph<RevisionInfo> graph;
  private final RecordedState state;

  HistoryCheck(RevisionGraph<RevisionInfo> graph, RecordedState state) {
    this.graph = graph;
    this.state = state;
  }

  Optional<Problem> firstEdited() {
    List<String> differing = differingHeads();
    return differing.isEmpty() ? Optional.empty() : Optional.of(nameEdited(differing));
  }

  /** The applied revisions that are not any more what was applied, as far as that is recorded. */
  List<RevisionInfo> changed() {
    Map<String, String> appliedAs = appliedChecksums();
    Set<String> suspects = graph.withAncestors(differingHeads());
    return graph.chain().stream()
        .filter(revision -> suspects.contains(revision.id()))
        .filter(
            revision ->
                !revision.isRecordedAs(appliedAs.getOrDefault(revision.id(), revision.checksum())))
        .toList();
  }

  private List<String> differingHeads() {
    List<String> differing = new ArrayList<>();
    for (AppliedHead head : state.heads()) {
      if (!graph.get(head.revision()).isRecordedAs(head.checksum())) {
        differing.add(head.revision());
      }
    }
    return List.copyOf(differing);
  }

  private Problem nameEdited(List<String> differing) {
    Map<String, String> appliedAs = appliedChecksums();
    Set<String> suspects = graph.withAncestors(differing);
    List<String> unlisted = new ArrayList<>();
    for (RevisionInfo revision : graph.chain()) {
      if (suspects.contains(revision.id())) {
        String applied = appliedAs.get(revision.id());
        if (applied == null) {
          unlisted.add(revision.id());
        } else if (!revision.isRecordedAs(applied)) {
          return MigrationProblems.edited(revision.id(), unlisted, entry(revision.id()));
        }
      }
    }
    return MigrationProblems.edited(differing.get(0), unlisted, entry(differing.get(0)));
  }

  /** The checksum that each revision had when it was applied last; the heads' own table wins. */
  private Map<String, String> appliedChecksums() {
    Map<String, String> checksums = new HashMap<>();
    state.history().stream()
        .filter(entry -> entry.direction() != Direction.DOWNGRADE)
        .forEach(entry -> checksums.put(entry.revision(), entry.checksum()));
    state.heads().forEach(head -> checksums.put(head.revision(), head.checksum()));
    return checksums;
  }

  private Optional<HistoryEntry> entry(String revision) {
    return MigrationProblems.lastApplied(revision, state.history());
  }
}
