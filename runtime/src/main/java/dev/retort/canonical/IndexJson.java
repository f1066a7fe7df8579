package dev.retort.canonical;

import static dev.retort.canonical.MembersBuilder.members;

import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.NullsOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Indexes as JSON, and back. */
public final class IndexJson {

  private static final String DEFAULT_METHOD = "btree";

  private IndexJson() {}

  public static Json write(Index index) {
    List<Json> keys = new ArrayList<>(index.keys().size());
    for (IndexKey key : index.keys()) {
      keys.add(write(key));
    }
    return members()
        .with("name", index.name())
        .withUnlessEmpty("method", index.method().equals(DEFAULT_METHOD) ? "" : index.method())
        .with("keys", new Json.Items(keys))
        .withTextsUnlessEmpty("include", index.included())
        .withFlag("unique", index.unique())
        .withFlag("nullsNotDistinct", !index.nullsDistinct())
        .withOptional("where", index.predicate())
        .build();
  }

  /**
   * The index that was written.
   *
   * @throws IllegalArgumentException if the JSON does not have the form of an index
   */
  public static Index read(Json json) {
    Json.Members members = json.asMembers();
    return new Index(
        members.text("name"),
        members.optionalText("method").orElse(DEFAULT_METHOD),
        members.items("keys").stream().map(IndexJson::readKey).toList(),
        members.items("include").stream().map(Json::asText).toList(),
        members.flag("unique"),
        !members.flag("nullsNotDistinct"),
        members.optionalText("where"));
  }

  /** The column alone, where nothing else is said of it. */
  private static Json write(IndexKey key) {
    if (key.isPlain()) {
      return Json.text(key.column().orElseThrow());
    }
    MembersBuilder members =
        members()
            .withOptional("column", key.column())
            .withOptional("expression", key.expression())
            .withFlag("descending", key.descending())
            .withOptional(
                "nulls",
                key.hasDefaultNulls() ? Optional.empty() : Optional.of(Words.of(key.nulls())));
    key.operatorClass().ifPresent(name -> members.with("operatorClass", SchemaJson.write(name)));
    return members.build();
  }

  private static IndexKey readKey(Json json) {
    if (json instanceof Json.Text text) {
      return IndexKey.asc(text.value());
    }
    Json.Members members = json.asMembers();
    boolean descending = members.flag("descending");
    return new IndexKey(
        members.optionalText("column"),
        members.optionalText("expression"),
        descending,
        members
            .optionalText("nulls")
            .map(Words::nulls)
            .orElse(descending ? NullsOrder.FIRST : NullsOrder.LAST),
        members.optional("operatorClass").map(SchemaJson::readName));
  }
}
