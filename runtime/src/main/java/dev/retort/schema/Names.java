package dev.retort.schema;

import java.util.List;

/** What every name in the model must be; PostgreSQL itself allows anything but NUL and empty. */
final class Names {

  private Names() {}

  static String requireName(String name) {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("a name must not be empty");
    }
    if (name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a name must not contain a NUL character");
    }
    return name;
  }

  static List<String> requireColumns(List<String> columns, String what) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(what + " needs at least one column");
    }
    columns.forEach(Names::requireName);
    return List.copyOf(columns);
  }
}
