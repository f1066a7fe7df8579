package dev.retort.canonical;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.Schema;

/**
 * The schema at the head of a chain, as the compiler leaves it in {@code
 * META-INF/retort/snapshot.json}.
 *
 * @param head the id of the newest revision
 * @param checksum its chain checksum
 * @param schema what replaying the chain yields
 */
public record Snapshot(String head, String checksum, Schema schema) {

  public Snapshot {
    requireNonNull(head, "head");
    requireNonNull(checksum, "checksum");
    requireNonNull(schema, "schema");
  }

  /** The snapshot as JSON. */
  public String text() {
    return MembersBuilder.members()
        .with("version", new Json.Whole(CanonicalForm.VERSION))
        .with("head", head)
        .with("checksum", checksum)
        .with("schema", SchemaJson.write(schema))
        .build()
        .write();
  }

  /**
   * The snapshot in the given JSON.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Snapshot parse(String text) {
    if (!(Json.parse(text) instanceof Json.Members members)) {
      throw new JsonException("not a snapshot");
    }
    return new Snapshot(
        members.text("head"),
        members.text("checksum"),
        SchemaJson.readSchema(members.get("schema")));
  }
}
