package dev.retort.migrate;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  RecordedState withHistory(List<HistoryEntry> newHistory) {
    return new RecordedState(heads, newHistory, unfinished);
  }

  /** The ids of the heads. */
  public List<String> ids() {
    return heads.stream().map(AppliedHead::revision).toList();
  }

  /** The ids of the heads, and of the revision that a downgrade has begun to leave. */
  List<String> withBegunDowngrade() {
    return Stream.concat(
            ids().stream(),
            unfinished.stream()
                .filter(each -> each.direction() == Direction.DOWNGRADE)
                .map(UnfinishedRevision::revision))
        .toList();
  }

  /** Whether the heads are exactly these, given as checksum by id, and nothing is unfinished. */
  public boolean isAt(Map<String, String> checksums) {
    return unfinished.isEmpty() && checksums().equals(checksums);
  }

  /** Whether every head is a revision of the code, with the code's checksum. */
  public boolean agreesWith(List<RevisionInfo> revisions) {
    Map<String, String> known =
        revisions.stream()
            .collect(
                // Two of the same id are for the planner to refuse.
                toUnmodifiableMap(RevisionInfo::id, RevisionInfo::checksum, (one, other) -> one));
    return heads.stream().allMatch(head -> head.checksum().equals(known.get(head.revision())));
  }

  private Map<String, String> checksums() {
    return heads.stream().collect(toUnmodifiableMap(AppliedHead::revision, AppliedHead::checksum));
  }
}
