package dev.retort.processor.entity.type;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private static final Set<String> SPATIAL = Set.of("geometry", "geography");

  private static final Map<String, String> SHAPES = shapes();

  private static final String PART = "\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*";

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<namespace>"
              + PART
              + ")\\s*\\.\\s*)?(?<name>"
              + PART
              + ")\\s*(?:\\((?<arguments>[\\w\\s,-]+)\\))?"
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
    int dimensions = (int) matcher.group("array").chars().filter(c -> c == '[').count();
    String arguments = matcher.group("arguments");
    SqlType detailed = arguments == null ? plain : plain.withArguments(spatial(name, arguments));
    return Optional.of(detailed.withArrayDimensions(dimensions));
  }

  /** PostGIS's kinds of shapes in its own spelling, in which the catalog has them. */
  private static String spatial(String name, String arguments) {
    return SPATIAL.contains(name)
        ? Stream.of(arguments.split(",", -1))
            .map(
                argument ->
                    SHAPES.getOrDefault(argument.strip().toLowerCase(Locale.ROOT), argument))
            .collect(Collectors.joining(","))
        : arguments;
  }

  private static Map<String, String> shapes() {
    Map<String, String> shapes = new HashMap<>();
    for (String shape :
        List.of(
            "Geometry",
            "GeometryCollection",
            "Point",
            "MultiPoint",
            "LineString",
            "MultiLineString",
            "Polygon",
            "MultiPolygon",
            "CircularString",
            "CompoundCurve",
            "CurvePolygon",
            "MultiCurve",
            "MultiSurface",
            "PolyhedralSurface",
            "Tin",
            "Triangle")) {
      for (String dimensions : List.of("", "Z", "M", "ZM")) {
        shapes.put((shape + dimensions).toLowerCase(Locale.ROOT), shape + dimensions);
      }
    }
    return Map.copyOf(shapes);
  }

  /** The name as PostgreSQL stores it. */
  private static String stored(String part) {
    return part.startsWith("\"")
        ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
        : part.toLowerCase(Locale.ROOT);
  }
}
