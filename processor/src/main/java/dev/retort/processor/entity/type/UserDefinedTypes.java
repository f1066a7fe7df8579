package dev.retort.processor.entity.type;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Types in a {@code columnDefinition} that are none of PostgreSQL's own: those of extensions, by
 * their names, and any other whose name is in quotes or has a namespace. A plain name that nobody
 * knows stays unknown, because it is more often misspelt.
 */
final class UserDefinedTypes {

  /** The column types of PostgreSQL's contributed extensions, of pgvector and of PostGIS. */
  private static final Set<String> OF_EXTENSIONS =
      Set.of(
          "citext",
          "cube",
          "ean13",
          "earth",
          "geography",
          "geometry",
          "halfvec",
          "hstore",
          "isbn",
          "isbn13",
          "ismn",
          "ismn13",
          "issn",
          "issn13",
          "lo",
          "lquery",
          "ltree",
          "ltxtquery",
          "query_int",
          "raster",
          "seg",
          "sparsevec",
          "upc",
          "vector");

  private static final String PART = "\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*";

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<namespace>"
              + PART
              + ")\\s*\\.\\s*)?(?<name>"
              + PART
              + ")\\s*(?:\\((?<modifiers>\\s*\\d{1,9}\\s*(?:,\\s*\\d{1,9}\\s*)*)\\))?"
              + "\\s*(?<array>(?:\\[\\d*]\\s*)*)");

  private UserDefinedTypes() {}

  /** The type that is written; empty where it is none that is known to be one. */
  static Optional<SqlType> parse(String written) {
    Matcher matcher = FORM.matcher(written.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<String> namespace =
        Optional.ofNullable(matcher.group("namespace")).map(UserDefinedTypes::stored);
    String name = stored(matcher.group("name"));
    boolean stated = namespace.isPresent() || matcher.group("name").startsWith("\"");
    SqlType plain = SqlType.userDefined(new QualifiedName(namespace, name));
    if ((!stated && !OF_EXTENSIONS.contains(name)) || plain.isBuiltIn()) {
      return Optional.empty();
    }
    String modifiers = matcher.group("modifiers");
    int dimensions = (int) matcher.group("array").chars().filter(c -> c == '[').count();
    return Optional.of(
        new SqlType(
            plain.name(),
            modifiers == null ? plain.modifiers() : SqlType.modifiers(modifiers),
            dimensions));
  }

  /** The name as PostgreSQL stores it. */
  private static String stored(String part) {
    return part.startsWith("\"")
        ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
        : part.toLowerCase(Locale.ROOT);
  }
}
