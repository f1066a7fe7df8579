package dev.retort.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What every name in the model must be; PostgreSQL itself allows anything but NUL and empty, and
 * cuts what is longer than 63 bytes.
 */
public final class Names {

  /** PostgreSQL's NAMEDATALEN less the terminator, in bytes of UTF-8; it cuts what is longer. */
  public static final int MAX_BYTES = 63;

  private Names() {}

  static boolean isName(String name) {
    return !name.isBlank() && name.indexOf('\0') < 0 && fits(name);
  }

  /** Whether PostgreSQL keeps all of the name. */
  static boolean fits(String name) {
    return name.getBytes(UTF_8).length <= MAX_BYTES;
  }

  static String requireName(String name) {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("a name must not be empty");
    }
    if (name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a name must not contain a NUL character");
    }
    if (!fits(name)) {
      throw new SchemaException(
          "name " + name + " is longer than the 63 bytes that PostgreSQL keeps of a name");
    }
    return name;
  }

  /** Like {@link #requireColumns}, and none of them twice. */
  static List<String> requireDistinctColumns(List<String> columns, String what) {
    Set<String> seen = new HashSet<>();
    for (String column : requireColumns(columns, what)) {
      if (!seen.add(column)) {
        throw new SchemaException(what + " cannot have column " + column + " twice");
      }
    }
    return List.copyOf(columns);
  }

  static List<String> requireColumns(List<String> columns, String what) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(what + " needs at least one column");
    }
    for (String column : columns) {
      requireName(column);
    }
    return List.copyOf(columns);
  }
}
