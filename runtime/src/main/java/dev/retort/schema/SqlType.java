package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column type, spelled as PostgreSQL's {@code format_type} spells it, so that {@code varchar(20)}
 * and {@code character varying(20)} are one value.
 *
 * @param name the canonical name without modifiers, e.g. {@code character varying}, {@code
 *     timestamp with time zone}
 * @param modifiers the numbers in parentheses: length, or precision and scale; empty when none
 * @param arrayDimensions 0 for a plain type, 1 for {@code text[]}
 * @param arguments what is in parentheses where it is more than numbers: words and numbers between
 *     commas, without spaces, as {@code Point,4326} of PostGIS's geometry; empty when nothing is
 */
public record SqlType(
    String name, List<Integer> modifiers, int arrayDimensions, Optional<String> arguments) {

  /** Other spellings that PostgreSQL's grammar accepts, to the one that it stores. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("varchar", "character varying"),
          Map.entry("char", "character"),
          Map.entry("bpchar", "character"),
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int2", "smallint"),
          Map.entry("int8", "bigint"),
          Map.entry("bool", "boolean"),
          Map.entry("decimal", "numeric"),
          Map.entry("dec", "numeric"),
          Map.entry("float", "double precision"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("time", "time without time zone"),
          Map.entry("timetz", "time with time zone"),
          Map.entry("varbit", "bit varying"));

  /** Not made where no spelling is read. */
  private static final class Spelling {

    private static final Pattern FORM =
        Pattern.compile(
            "(?<head>[^()\\[\\]]+?)\\s*(?:\\((?<modifiers>[\\d\\s,]+)\\))?"
                + "(?<tail>\\s+[^()\\[\\]]+?)?\\s*(?<array>(?:\\[\\d*]\\s*)*)");
  }

  public SqlType {
    if (name == null || name.isBlank() || name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a type needs a name");
    }
    modifiers = List.copyOf(modifiers);
    TypeModifiers.require(name, modifiers);
    if (arguments.isPresent()) {
      TypeArguments.require(name, modifiers, arguments.get());
    }
    if (arrayDimensions < 0) {
      throw new IllegalArgumentException("array dimensions must not be negative");
    }
  }

  /** A type with nothing but numbers in parentheses. */
  public SqlType(String name, List<Integer> modifiers, int arrayDimensions) {
    this(name, modifiers, arrayDimensions, Optional.empty());
  }

  /**
   * Reads a type as SQL spells it, for example {@code numeric(10,2)}, {@code timestamp(6) with time
   * zone} or {@code text[]}.
   *
   * @throws UnknownTypeException if PostgreSQL has no such type
   * @throws IllegalArgumentException if the text does not have the form of a type
   */
  public static SqlType type(String spelling) {
    requireNonNull(spelling, "spelling");
    Matcher matcher = Spelling.FORM.matcher(spelling.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a type: '" + spelling + "'");
    }
    String tail = matcher.group("tail") == null ? "" : " " + matcher.group("tail").strip();
    String written = matcher.group("head").strip() + tail;
    String folded = written.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    List<Integer> modifiers =
        matcher.group("modifiers") == null ? List.of() : modifiers(matcher.group("modifiers"));
    int dimensions = (int) matcher.group("array").chars().filter(c -> c == '[').count();
    String name = ALIASES.getOrDefault(folded, folded);
    if (!BuiltInTypes.contains(name)) {
      throw unknown(folded);
    }
    if (folded.equals("float") && modifiers.size() == 1) {
      return new SqlType(TypeModifiers.ofFloat(modifiers.get(0)), List.of(), dimensions);
    }
    return new SqlType(name, modifiers, dimensions).canonical();
  }

  /**
   * The numbers of a type as SQL spells them between the parentheses, for example {@code 10, 2}.
   *
   * @throws NumberFormatException if they are none
   */
  private static List<Integer> modifiers(String spelling) {
    return Stream.of(spelling.split(",", -1))
        .map(number -> Integer.valueOf(number.strip()))
        .toList();
  }

  /** A type that the database itself defines: an enum, a domain, or one of an extension. */
  public static SqlType userDefined(String name) {
    return new SqlType(name, List.of(), 0);
  }

  /** A type that the database itself defines in the given namespace. */
  public static SqlType userDefined(String namespace, String name) {
    return userDefined(QualifiedName.of(namespace, name));
  }

  /** A type that the database itself defines, whatever is in its name. */
  public static SqlType userDefined(QualifiedName name) {
    return new SqlType(DottedNames.write(name), List.of(), 0);
  }

  /** The name of the type that the database itself defines; empty for PostgreSQL's own types. */
  public Optional<QualifiedName> userDefinedName() {
    return isBuiltIn() ? Optional.empty() : DottedNames.read(name);
  }

  /** Whether PostgreSQL takes the name, written without a namespace, for a type of its own. */
  static boolean isTaken(String local) {
    return BuiltInTypes.contains(local) || ALIASES.containsKey(local);
  }

  /** Whether this is one of PostgreSQL's own types, or an array of one. */
  public boolean isBuiltIn() {
    return BuiltInTypes.contains(name);
  }

  /** Whether this is a type of times, whose number counts the digits of a fraction of a second. */
  public boolean isTime() {
    return TypeModifiers.isTime(name);
  }

  private static UnknownTypeException unknown(String written) {
    if (written.endsWith("serial")) {
      return new UnknownTypeException(
          written + " is a notation, not a type; use bigint() with asIdentity()");
    }
    return new UnknownTypeException(
        "'"
            + written
            + "'"
            + SchemaException.nearest(written, BuiltInTypes.names())
                .or(() -> SchemaException.nearest(written, ALIASES.keySet()))
                .map(near -> "; did you mean " + near + "?")
                .orElse(""));
  }

  /** Folds what PostgreSQL folds when it stores a type: numeric(p) and char. */
  private SqlType canonical() {
    if (name.equals("numeric") && modifiers.size() == 1) {
      return new SqlType(name, List.of(modifiers.get(0), 0), arrayDimensions);
    }
    if (name.equals("character") && modifiers.isEmpty()) {
      return new SqlType(name, List.of(1), arrayDimensions);
    }
    return this;
  }

  /** As a record's; written out because linking the generated one costs a boot milliseconds. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SqlType type
        && name.equals(type.name)
        && modifiers.equals(type.modifiers)
        && arrayDimensions == type.arrayDimensions
        && arguments.equals(type.arguments);
  }

  @Override
  public int hashCode() {
    int hash = 31 * name.hashCode() + modifiers.hashCode();
    return 31 * (31 * hash + arrayDimensions) + arguments.hashCode();
  }

  public static SqlType bool() {
    return plain("boolean");
  }

  public static SqlType smallint() {
    return plain("smallint");
  }

  public static SqlType integer() {
    return plain("integer");
  }

  public static SqlType bigint() {
    return plain("bigint");
  }

  public static SqlType real() {
    return plain("real");
  }

  public static SqlType doublePrecision() {
    return plain("double precision");
  }

  /** Exact numbers of any size. */
  public static SqlType numeric() {
    return plain("numeric");
  }

  public static SqlType numeric(int precision, int scale) {
    return new SqlType("numeric", List.of(precision, scale), 0);
  }

  public static SqlType text() {
    return plain("text");
  }

  /** Text of any length, as {@code character varying} without a limit. */
  public static SqlType varchar() {
    return plain("character varying");
  }

  public static SqlType varchar(int length) {
    return new SqlType("character varying", List.of(length), 0);
  }

  public static SqlType character(int length) {
    return new SqlType("character", List.of(length), 0);
  }

  public static SqlType bytea() {
    return plain("bytea");
  }

  public static SqlType uuid() {
    return plain("uuid");
  }

  public static SqlType jsonb() {
    return plain("jsonb");
  }

  public static SqlType date() {
    return plain("date");
  }

  public static SqlType time(int fractionalDigits) {
    return new SqlType("time without time zone", List.of(fractionalDigits), 0);
  }

  public static SqlType timestamp() {
    return plain("timestamp without time zone");
  }

  public static SqlType timestamp(int fractionalDigits) {
    return new SqlType("timestamp without time zone", List.of(fractionalDigits), 0);
  }

  public static SqlType timestamptz() {
    return plain("timestamp with time zone");
  }

  public static SqlType timestamptz(int fractionalDigits) {
    return new SqlType("timestamp with time zone", List.of(fractionalDigits), 0);
  }

  /** The same type as an array of one more dimension. */
  public SqlType array() {
    return withArrayDimensions(arrayDimensions + 1);
  }

  /** The same type as an array of so many dimensions; 0 for the type of the elements. */
  public SqlType withArrayDimensions(int dimensions) {
    return new SqlType(name, modifiers, dimensions, arguments);
  }

  /**
   * The same type with other words and numbers in parentheses, for example {@code
   * userDefined("geometry").withArguments("Point,4326")}.
   *
   * @throws SchemaException if the text is more than words and numbers between commas, or if the
   *     type is PostgreSQL's own and takes none such
   */
  public SqlType withArguments(String text) {
    return TypeArguments.with(this, requireNonNull(text, "text"));
  }

  private static SqlType plain(String name) {
    return new SqlType(name, List.of(), 0);
  }

  /**
   * The type as {@code format_type} prints it: {@code timestamp(6) with time zone}, {@code
   * character varying(20)[]}. Unquoted, so not for SQL.
   */
  @Override
  public String toString() {
    return spell(name) + "[]".repeat(arrayDimensions);
  }

  /** The type as people say it: {@code varchar(100)} for {@code character varying(100)}. */
  public String inWords() {
    return toString().replace("character varying", "varchar").replace(" without time zone", "");
  }

  /**
   * Spells this type's modifiers into the given rendering of its name. PostgreSQL puts the
   * precision of times before {@code with time zone}.
   */
  public String spell(String renderedName) {
    if (arguments.isPresent()) {
      return renderedName + "(" + arguments.get() + ")";
    }
    if (modifiers.isEmpty()) {
      return renderedName;
    }
    String numbers = modifiers.stream().map(String::valueOf).collect(Collectors.joining(","));
    int zone = renderedName.startsWith("time") ? renderedName.indexOf(" with") : -1;
    return zone < 0
        ? renderedName + "(" + numbers + ")"
        : renderedName.substring(0, zone) + "(" + numbers + ")" + renderedName.substring(zone);
  }
}
