package dev.retort.schema;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a type that is not PostgreSQL's own has in parentheses, where it is more than numbers, as in
 * PostGIS's {@code geometry(Point,4326)}. It goes into SQL as it is, so it is words and numbers
 * alone.
 */
final class TypeArguments {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private static final Pattern ARGUMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|-?\\d{1,9}");

  private TypeArguments() {}

  /** The type with what the text says, which are its numbers if it says nothing else. */
  static SqlType with(SqlType type, String text) {
    List<String> arguments = split(text);
    if (arguments.stream().allMatch(argument -> NUMBER.matcher(argument).matches())) {
      return new SqlType(
          type.name(), arguments.stream().map(Integer::valueOf).toList(), type.arrayDimensions());
    }
    return new SqlType(
        type.name(),
        List.of(),
        type.arrayDimensions(),
        Optional.of(arguments.stream().collect(Collectors.joining(","))));
  }

  /**
   * Checks what is in parentheses.
   *
   * @throws SchemaException if it is more than words and numbers, or the type takes none
   */
  static void require(String name, List<Integer> modifiers, String text) {
    boolean known = split(text).stream().allMatch(item -> ARGUMENT.matcher(item).matches());
    if (!known || !modifiers.isEmpty()) {
      throw new SchemaException("type " + name + " cannot have (" + text + ")");
    }
    if (BuiltInTypes.contains(name)) {
      throw new SchemaException("type " + name + " takes no words in parentheses");
    }
  }

  private static List<String> split(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip).toList();
  }
}
