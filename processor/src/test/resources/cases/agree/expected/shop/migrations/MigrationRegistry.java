package shop.migrations;

import dev.retort.revision.CompiledUpgrade;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  @Override
  public Optional<CompiledUpgrade> compiledUpgrade(String id) {
    return Optional.ofNullable(Upgrades1.of(id));
  }

  private static CompiledUpgrade upgrade(int locks, String... statements) {
    return new CompiledUpgrade(locks, List.of(statements));
  }

  private static RevisionInfo revision(String id, String message, String checksum,
      String... downRevisions) {
    return new RevisionInfo(id, List.of(downRevisions), message, checksum);
  }

  private static final class Upgrades1 {
    static CompiledUpgrade of(String id) {
      return switch (id) {
        case "1a2b3c4d5e6f" -> upgrade(
            4,
            "CREATE TABLE items (\n    id bigint NOT NULL,\n    name character varying(255),\n    CONSTRAINT items_pkey PRIMARY KEY (id)\n)");
        default -> null;
      };
    }
  }
}
