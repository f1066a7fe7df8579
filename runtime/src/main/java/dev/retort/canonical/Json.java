package dev.retort.canonical;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JSON value, as far as the canonical form needs JSON: no null, and whole numbers only.
 * Immutable.
 *
 * <p>Writing is deterministic: members keep their order, nothing is indented, and only what JSON
 * demands is escaped, besides surrogates without their pair, which UTF-8 could not carry.
 */
public sealed interface Json {

  /** Members by name, in the order in which they are written. */
  record Members(Map<String, Json> byName) implements Json {

    public Members {
      byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** The member of that name, or empty where it was left out. */
    public Optional<Json> optional(String name) {
      return Optional.ofNullable(byName.get(requireNonNull(name, "name")));
    }

    /**
     * The member of that name.
     *
     * @throws JsonException if there is none
     */
    public Json get(String name) {
      return optional(name)
          .orElseThrow(() -> new JsonException("there is no '" + name + "' in " + byName.keySet()));
    }

    public String text(String name) {
      return get(name).asText();
    }

    public Optional<String> optionalText(String name) {
      return optional(name).map(Json::asText);
    }

    /** The items of the member; none where it was left out. */
    public List<Json> items(String name) {
      return optional(name).map(Json::asItems).orElse(List.of());
    }

    /** The items of the member as texts; none where it was left out. */
    public List<String> texts(String name) {
      return items(name).stream().map(Json::asText).toList();
    }

    /** Whether the member is there and true. */
    public boolean flag(String name) {
      return optional(name).map(Json::asFlag).orElse(false);
    }
  }

  /** An array. */
  record Items(List<Json> values) implements Json {

    public Items {
      values = List.copyOf(values);
    }
  }

  /** A string. */
  record Text(String value) implements Json {

    public Text {
      requireNonNull(value, "value");
    }
  }

  /** A whole number. */
  record Whole(long value) implements Json {}

  /** True or false. */
  record Flag(boolean value) implements Json {}

  /**
   * Reads one JSON value.
   *
   * @throws JsonException if the text is not JSON of this kind, with the place in the text
   */
  static Json parse(String text) {
    return new JsonParser(text).parse();
  }

  static Json text(String value) {
    return new Text(value);
  }

  static Json whole(long value) {
    return new Whole(value);
  }

  static Json texts(List<String> values) {
    List<Json> texts = new ArrayList<>(values.size());
    for (String value : values) {
      texts.add(text(value));
    }
    return new Items(texts);
  }

  static Json items(Stream<Json> values) {
    return new Items(values.toList());
  }

  /** The value as JSON text, without any white space. */
  default String write() {
    return JsonWriter.write(this);
  }

  default Members asMembers() {
    if (this instanceof Members members) {
      return members;
    }
    throw new JsonException("expected an object instead of " + write());
  }

  default List<Json> asItems() {
    if (this instanceof Items items) {
      return items.values();
    }
    throw new JsonException("expected an array instead of " + write());
  }

  default String asText() {
    if (this instanceof Text text) {
      return text.value();
    }
    throw new JsonException("expected a string instead of " + write());
  }

  default long asWhole() {
    if (this instanceof Whole whole) {
      return whole.value();
    }
    throw new JsonException("expected a number instead of " + write());
  }

  default boolean asFlag() {
    if (this instanceof Flag flag) {
      return flag.value();
    }
    throw new JsonException("expected true or false instead of " + write());
  }
}
