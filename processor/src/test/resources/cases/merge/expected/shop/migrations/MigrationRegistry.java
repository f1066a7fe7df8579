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
      "4d5e6f708192", "1:957ce521ab1849b394804de68188e43e66e91e2982758ed50482498bee12c683");

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
          "1:cedc0543bc4d40bb682bfa3e83c1db70e9ea7dcefa014a98a78117a4a3449325"),
      revision(
          "2b3c4d5e6f70",
          "Add price to items",
          "1:6bb2d2333ef222c4450b96c6409577f6b0f4b9db4309df8dda4c8456ba97c1b2",
          "1a2b3c4d5e6f"),
      revision(
          "3c4d5e6f7081",
          "AddColour",
          "1:f5d3d9373eb45edbf877f112418910af0b4a047cd94a3ffd274c78f673375e69",
          "1a2b3c4d5e6f"),
      revision(
          "4d5e6f708192",
          "Merge",
          "1:957ce521ab1849b394804de68188e43e66e91e2982758ed50482498bee12c683",
          "2b3c4d5e6f70",
          "3c4d5e6f7081")
    };
    return List.of(revisions);
  }

  @Override
  public Revision create(String id) {
    return switch (id) {
      case "1a2b3c4d5e6f" -> new CreateItems();
      case "2b3c4d5e6f70" -> new AddPrice();
      case "3c4d5e6f7081" -> new AddColour();
      case "4d5e6f708192" -> new Merge();
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
        case "2b3c4d5e6f70" -> upgrade(
            1,
            "ALTER TABLE items ADD COLUMN price numeric(10,2)");
        case "3c4d5e6f7081" -> upgrade(
            1,
            "ALTER TABLE items ADD COLUMN colour character varying(255)");
        case "4d5e6f708192" -> upgrade(
            0);
        default -> null;
      };
    }
  }
}
