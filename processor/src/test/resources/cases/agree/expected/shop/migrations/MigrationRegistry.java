package shop.migrations;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import java.util.List;
import java.util.Map;

/**
 * The revisions of this application, written by Retort from its {@code @Migration} classes at
 * each compilation. Found by {@link java.util.ServiceLoader}.
 */
public final class MigrationRegistry implements RevisionRegistry {
  private static final Map<String, String> HEADS = Map.of(
      "1a2b3c4d5e6f", "1:cedc0543bc4d40bb682bfa3e83c1db70e9ea7dcefa014a98a78117a4a3449325");

  @Override
  public Map<String, String> heads() {
    return HEADS;
  }

  @Override
  public List<RevisionInfo> revisions() {
    RevisionInfo[] revisions = {
      revision(
          "1a2b3c4d5e6f",
          "Create items",
          "1:cedc0543bc4d40bb682bfa3e83c1db70e9ea7dcefa014a98a78117a4a3449325")
    };
    return List.of(revisions);
  }

  @Override
  public Revision create(String id) {
    return switch (id) {
      case "1a2b3c4d5e6f" -> new CreateItems();
      default -> throw new IllegalArgumentException("no revision " + id);
    };
  }

  private static RevisionInfo revision(String id, String message, String checksum,
      String... downRevisions) {
    return new RevisionInfo(id, List.of(downRevisions), message, checksum);
  }
}
