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

  /** Whether no revision is recorded, not even one that was begun. */
  boolean isEmpty() {
    return heads.isEmpty() && unfinished.isEmpty();
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

  /**
   * Whether the heads are exactly these, and nothing is unfinished.
   *
   * @param checksums the checksum of each by its id
   * @param former other checksums under which some of them may be recorded, by their ids
   */
  public boolean isAt(Map<String, String> checksums, Map<String, List<String>> former) {
    return unfinished.isEmpty()
        && heads.size() == checksums.size()
        && heads.stream()
            .allMatch(
                head ->
                    head.checksum().equals(checksums.get(head.revision()))
                        || former
                            .getOrDefault(head.revision(), List.of())
                            .contains(head.checksum()));
  }

  /** Whether every head is a revision of the code, with a checksum that the code has or had. */
  public boolean agreesWith(List<RevisionInfo> revisions) {
    Map<String, RevisionInfo> known =
        revisions.stream()
            .collect(
                // Two of the same id are for the planner to refuse.
                toUnmodifiableMap(RevisionInfo::id, each -> each, (one, other) -> one));
    return heads.stream()
        .allMatch(
            head ->
                known.containsKey(head.revision())
                    && known.get(head.revision()).isRecordedAs(head.checksum()));
  }
}
