package dev.retort.migrate;

import static java.util.Objects.requireNonNull;

import dev.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a database says of itself.
 *
 * @param heads the revisions that it is at, by id; none for an empty database
 * @param history what was done to it, oldest first; may be left empty while {@link #agreesWith} the
 *     code
 * @param unfinished the revision that was begun and has not ended, if there is one
 */
public record RecordedState(
    List<AppliedHead> heads, List<HistoryEntry> history, Optional<UnfinishedRevision> unfinished) {

  public RecordedState {
    heads = List.copyOf(heads);
    history = List.copyOf(history);
    requireNonNull(unfinished, "unfinished");
  }

  /** What a database says in which no revision is unfinished. */
  public RecordedState(List<AppliedHead> heads, List<HistoryEntry> history) {
    this(heads, history, Optional.empty());
  }

  /** Whether no revision is recorded, not even one that was begun. */
  boolean isEmpty() {
    return heads.isEmpty() && unfinished.isEmpty();
  }

  RecordedState withHistory(List<HistoryEntry> newHistory) {
    return new RecordedState(heads, newHistory, unfinished);
  }

  /** The ids of the heads. */
  public List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (AppliedHead head : heads) {
      ids.add(head.revision());
    }
    return List.copyOf(ids);
  }

  /** The id of the revision that was begun and has not ended. */
  Optional<String> begun() {
    return unfinished.isPresent() ? Optional.of(unfinished.get().revision()) : Optional.empty();
  }

  /** The ids of the heads, and of the revision that a downgrade has begun to leave. */
  List<String> withBegunDowngrade() {
    List<String> ids = new ArrayList<>(ids());
    if (unfinished.isPresent() && unfinished.get().direction() == Direction.DOWNGRADE) {
      ids.add(unfinished.get().revision());
    }
    return List.copyOf(ids);
  }

  /**
   * Whether the heads are exactly these, and nothing is unfinished.
   *
   * @param checksums the checksum of each by its id
   * @param former other checksums under which some of them may be recorded, by their ids
   */
  public boolean isAt(Map<String, String> checksums, Map<String, List<String>> former) {
    boolean same = unfinished.isEmpty() && heads.size() == checksums.size();
    for (AppliedHead head : heads) {
      same =
          same
              && (head.checksum().equals(checksums.get(head.revision()))
                  || former.getOrDefault(head.revision(), List.of()).contains(head.checksum()));
    }
    return same;
  }

  /** Whether every head is a revision of the code, with a checksum that the code has or had. */
  public boolean agreesWith(List<RevisionInfo> revisions) {
    if (heads.isEmpty()) {
      return true;
    }
    Map<String, RevisionInfo> known = new HashMap<>();
    for (RevisionInfo revision : revisions) {
      // Two of the same id are for the planner to refuse.
      known.putIfAbsent(revision.id(), revision);
    }
    for (AppliedHead head : heads) {
      RevisionInfo revision = known.get(head.revision());
      if (revision == null || !revision.isRecordedAs(head.checksum())) {
        return false;
      }
    }
    return true;
  }
}
