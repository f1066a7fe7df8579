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
      "2b3c4d5e6f70", "1:09e2ece11458f6274ec4a2bfd974504c9e3c9b86a471011b1e713859dd38fbdf",
      "4d5e6f708192", "1:d6f9386dc099642dd91fc6cfa3b3c781557e130cd61820b9b42ce4e26afd0bb5");

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
          "1:cedc0543bc4d40bb682bfa3e83c1db70e9ea7dcefa014a98a78117a4a3449325").labelled("stock"),
      revision(
          "2b3c4d5e6f70",
          "Add colour",
          "1:09e2ece11458f6274ec4a2bfd974504c9e3c9b86a471011b1e713859dd38fbdf",
          "1a2b3c4d5e6f"),
      revision(
          "3c4d5e6f7081",
          "Create invoices",
          "1:d91bfd3f5860f2c707febe7390a7c302c5db9119beea184797131df3ad0856b8").labelled("billing", "money"),
      revision(
          "4d5e6f708192",
          "Add item to invoices",
          "1:d6f9386dc099642dd91fc6cfa3b3c781557e130cd61820b9b42ce4e26afd0bb5",
          "3c4d5e6f7081").dependingOn("1a2b3c4d5e6f")
    };
    return List.of(revisions);
  }

  @Override
  public Revision create(String id) {
    return switch (id) {
      case "1a2b3c4d5e6f" -> new CreateItems();
      case "2b3c4d5e6f70" -> new AddColour();
      case "3c4d5e6f7081" -> new CreateInvoices();
      case "4d5e6f708192" -> new AddItem();
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
            "ALTER TABLE items ADD COLUMN colour character varying(255)");
        case "3c4d5e6f7081" -> upgrade(
            4,
            "CREATE TABLE invoices (\n    id bigint NOT NULL,\n    number character varying(255),\n    CONSTRAINT invoices_pkey PRIMARY KEY (id)\n)");
        case "4d5e6f708192" -> upgrade(
            2,
            "ALTER TABLE invoices ADD COLUMN item_id bigint",
            "ALTER TABLE invoices ADD CONSTRAINT invoices_item FOREIGN KEY (item_id) REFERENCES items (id)");
        default -> null;
      };
    }
  }
}
