package dev.retort.canonical;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts a JSON object together, leaving out what is absent. */
public final class MembersBuilder {

  private final Map<String, Json> members = new LinkedHashMap<>();

  public static MembersBuilder members() {
    return new MembersBuilder();
  }

  public MembersBuilder with(String name, Json value) {
    members.put(name, value);
    return this;
  }

  public MembersBuilder with(String name, String value) {
    return with(name, Json.text(value));
  }

  public MembersBuilder withOptional(String name, Optional<String> value) {
    return value.isPresent() ? with(name, value.get()) : this;
  }

  /** Leaves an empty text out. */
  public MembersBuilder withUnlessEmpty(String name, String value) {
    return value.isEmpty() ? this : with(name, value);
  }

  /** Leaves an empty list out. */
  MembersBuilder withTextsUnlessEmpty(String name, List<String> values) {
    return values.isEmpty() ? this : with(name, Json.texts(values));
  }

  /** Leaves an empty list out. */
  MembersBuilder withItemsUnlessEmpty(String name, List<Json> items) {
    return items.isEmpty() ? this : with(name, new Json.Items(items));
  }

  /** Leaves an empty list out. */
  public <T> MembersBuilder withUnlessEmpty(String name, List<T> values, Function<T, Json> form) {
    return values.isEmpty() ? this : with(name, Json.items(values.stream().map(form)));
  }

  /** Leaves false out. */
  public MembersBuilder withFlag(String name, boolean value) {
    return value ? with(name, new Json.Flag(true)) : this;
  }

  public Json build() {
    return new Json.Members(members);
  }
}
