package dev.retort.processor.migration;

import dev.retort.canonical.ChainChecksum;
import dev.retort.operation.Operation;
import dev.retort.operation.RecordedOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The chain checksums of revisions: those that they have, and those that they had before a squash.
 * The former ones of followers are written nowhere, they follow from those of the squashed.
 *
 * <p>A release of the application had one history: each squashed revision as it is now, or as it
 * was. So a merge whose sides come from the same squashed revision is computed with that as it is,
 * and with it as it was, and never with one of each; or their number would square at every merge.
 */
final class ChainChecksums {

  private final Map<String, List<Variant>> known = new HashMap<>();

  /**
   * A checksum of a history.
   *
   * @param squashed for each squashed revision in it which one it was: 0 as it is now, else the
   *     number of one of its former checksums
   */
  private record Variant(Map<String, Integer> squashed, String checksum) {}

  /** The checksums of a revision that follows only such as were asked for before; now's first. */
  List<String> of(RecordedRevision revision) {
    DeclaredRevision declared = revision.declared();
    List<Operation> operations =
        revision.upgrade().stream().map(RecordedOperation::operation).toList();
    Map<Map<String, Integer>, List<String>> histories = new LinkedHashMap<>();
    histories.put(Map.of(), List.of());
    for (String id : declared.prerequisites()) {
      histories = joined(histories, known.get(id));
    }
    List<String> former = declared.formerChecksums();
    List<Variant> variants = new ArrayList<>();
    histories.forEach(
        (squashed, followed) ->
            variants.add(
                new Variant(
                    former.isEmpty() ? squashed : with(squashed, declared.id(), 0),
                    ChainChecksum.of(followed, declared.id(), operations))));
    for (int i = 0; i < former.size(); i++) {
      variants.add(new Variant(Map.of(declared.id(), i + 1), former.get(i)));
    }
    known.put(declared.id(), variants);
    return variants.stream().map(Variant::checksum).distinct().toList();
  }

  private static Map<Map<String, Integer>, List<String>> joined(
      Map<Map<String, Integer>, List<String>> histories, List<Variant> followed) {
    Map<Map<String, Integer>, List<String>> longer = new LinkedHashMap<>();
    histories.forEach(
        (squashed, checksums) -> {
          for (Variant each : followed) {
            if (agree(squashed, each.squashed())) {
              Map<String, Integer> both = new HashMap<>(squashed);
              both.putAll(each.squashed());
              List<String> more = new ArrayList<>(checksums);
              more.add(each.checksum());
              longer.putIfAbsent(both, more);
            }
          }
        });
    return longer;
  }

  private static boolean agree(Map<String, Integer> one, Map<String, Integer> other) {
    return one.entrySet().stream()
        .allMatch(
            each -> other.getOrDefault(each.getKey(), each.getValue()).equals(each.getValue()));
  }

  private static Map<String, Integer> with(Map<String, Integer> squashed, String id, int which) {
    Map<String, Integer> more = new HashMap<>(squashed);
    more.put(id, which);
    return more;
  }
}
