package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.quote;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Privileges on one object that a role does not have.
 *
 * @param privileges the privileges, as GRANT names them
 * @param kind what the object is, as GRANT names it
 * @param object the object's name, quoted where needed
 */
record MissingPrivilege(List<String> privileges, String kind, String object) {

  private static final Set<String> TO_READ = Set.of("USAGE", "SELECT");

  MissingPrivilege {
    privileges = List.copyOf(privileges);
  }

  /** What of it is needed to read; nothing or this. */
  Stream<MissingPrivilege> toRead() {
    List<String> needed = privileges.stream().filter(TO_READ::contains).toList();
    return needed.isEmpty()
        ? Stream.empty()
        : Stream.of(new MissingPrivilege(needed, kind, object));
  }

  /** In words: {@code CREATE on schema app}. */
  String described() {
    return String.join(", ", privileges) + " on " + kind.toLowerCase(Locale.ROOT) + " " + object;
  }

  /** The statement that mends it. */
  String grant(String role) {
    return "GRANT "
        + String.join(", ", privileges)
        + " ON "
        + kind
        + " "
        + object
        + " TO "
        + quote(role);
  }
}
