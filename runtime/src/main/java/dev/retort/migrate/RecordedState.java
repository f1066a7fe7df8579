package dev.retort.migrate;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Map;

/**
 * What a database says of itself.
 *
 * @param heads the revisions that it is at, by id; none for an empty database
 * @param history what was done to it, oldest first; may be left empty while {@link #agreesWith} the
 *     code
 */
public record RecordedState(List<AppliedHead> heads, List<HistoryEntry> history) {

  public RecordedState {
    heads = List.copyOf(heads);
    history = List.copyOf(history);
  }

  /** The ids of the heads. */
  public List<String> ids() {
    return heads.stream().map(AppliedHead::revision).toList();
  }

  /** Whether the heads are exactly these, given as checksum by id. */
  public boolean isAt(Map<String, String> checksums) {
    return checksums().equals(checksums);
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
