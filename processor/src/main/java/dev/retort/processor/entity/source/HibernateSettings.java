package dev.retort.processor.entity.source;

import java.sql.Types;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Settings of Hibernate's that change the schema and that an application makes outside of its
 * classes (Hibernate's {@code MappingSettings}), under Hibernate's own names.
 *
 * @param values the settings that were made, none of them but those of {@link #choices(String)}
 */
public record HibernateSettings(Map<String, String> values) {

  public static final HibernateSettings NONE = new HibernateSettings(Map.of());

  private static final String NATIVE_ENUMS = "hibernate.type.prefer_native_enum_types";
  private static final String ZONES = "hibernate.timezone.default_storage";
  private static final String LISTS = "hibernate.mapping.default_list_semantics";
  private static final String NATIONALIZED = "hibernate.use_nationalized_character_data";
  private static final String POOLED = "hibernate.id.optimizer.pooled.preferred";
  private static final String ARRAYS = "hibernate.type.preferred_array_jdbc_type";
  private static final String STRUCTURES = "hibernate.id.db_structure_naming_strategy";
  private static final String SCHEMA = "hibernate.default_schema";
  private static final String PHYSICAL = "hibernate.physical_naming_strategy";
  private static final String IMPLICIT = "hibernate.implicit_naming_strategy";

  private static final Set<String> SWITCH = Set.of("TRUE", "FALSE");

  /** The values that a setting takes, where they are few. */
  private static final Map<String, Set<String>> VALUES =
      Map.of(
          NATIVE_ENUMS,
          SWITCH,
          // Hibernate refuses NATIVE for PostgreSQL.
          ZONES,
          Set.of("DEFAULT", "AUTO", "COLUMN", "NORMALIZE", "NORMALIZE_UTC"),
          LISTS,
          Set.of("LIST", "BAG"),
          // PostgreSQL has no nationalized types, so that nothing changes.
          NATIONALIZED,
          SWITCH,
          ARRAYS,
          Set.of("ARRAY", "JSON", "SQLXML", "VARBINARY"));

  /** Those that are names, in which capitals count. */
  private static final Map<String, Set<String>> NAMES =
      Map.of(
          STRUCTURES,
          Set.of("standard", "legacy", "single"),
          // How pooled ids are counted, which concerns no sequence.
          POOLED,
          Set.of("pooled", "pooled-lo", "pooled-lotl"),
          PHYSICAL,
          PhysicalNaming.NAMES.keySet(),
          IMPLICIT,
          ImplicitNaming.NAMES.keySet());

  /** The settings that say how a Java type is stored, by the erased name of the type. */
  private static final Map<String, String> PREFERRED =
      Map.of(
          "boolean", "hibernate.type.preferred_boolean_jdbc_type",
          "java.util.UUID", "hibernate.type.preferred_uuid_jdbc_type",
          "java.time.Duration", "hibernate.type.preferred_duration_jdbc_type",
          "java.time.Instant", "hibernate.type.preferred_instant_jdbc_type");

  /** Constants of {@code org.hibernate.type.SqlTypes} that these types are stored as. */
  private static final Map<String, Integer> CODES =
      Map.ofEntries(
          Map.entry("BIT", Types.BIT),
          Map.entry("BOOLEAN", Types.BOOLEAN),
          Map.entry("TINYINT", Types.TINYINT),
          Map.entry("SMALLINT", Types.SMALLINT),
          Map.entry("INTEGER", Types.INTEGER),
          Map.entry("BIGINT", Types.BIGINT),
          Map.entry("NUMERIC", Types.NUMERIC),
          Map.entry("CHAR", Types.CHAR),
          Map.entry("VARCHAR", Types.VARCHAR),
          Map.entry("BINARY", Types.BINARY),
          Map.entry("VARBINARY", Types.VARBINARY),
          Map.entry("TIMESTAMP", Types.TIMESTAMP),
          Map.entry("TIMESTAMP_WITH_TIMEZONE", Types.TIMESTAMP_WITH_TIMEZONE),
          Map.entry("UUID", SqlTypes.UUID),
          Map.entry("TIMESTAMP_UTC", SqlTypes.TIMESTAMP_UTC),
          Map.entry("INSTANT", SqlTypes.INSTANT),
          Map.entry("DURATION", SqlTypes.DURATION));

  public HibernateSettings {
    values = Map.copyOf(values);
  }

  /**
   * Reads {@code name=value} entries; empty if one of them is none that is known.
   *
   * @param entries as the option lists them
   */
  public static Optional<HibernateSettings> parse(Collection<String> entries) {
    Map<String, String> read = new LinkedHashMap<>();
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      if (equals < 0) {
        return Optional.empty();
      }
      String name = entry.substring(0, equals).strip();
      Optional<String> value = value(name, entry.substring(equals + 1).strip());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      read.put(name, value.get());
    }
    return Optional.of(new HibernateSettings(read));
  }

  /** What can be stated in place of an entry: the setting's values, or all settings. */
  public static List<String> choices(String entry) {
    Map<String, Set<String>> choices = new TreeMap<>(VALUES);
    choices.putAll(NAMES);
    PREFERRED.values().forEach(name -> choices.put(name, CODES.keySet()));
    choices.put(SCHEMA, Set.of("name"));
    String stated = entry.substring(0, Math.max(entry.indexOf('='), 0)).strip();
    return choices.containsKey(stated)
        ? new TreeSet<>(choices.get(stated)).stream().map(value -> stated + "=" + value).toList()
        : choices.keySet().stream().map(name -> name + "=value").toList();
  }

  /** The constant of {@code SqlTypes} that the type is to be stored as, or empty for its own. */
  public OptionalInt preferredCode(String javaType) {
    String setting = PREFERRED.getOrDefault(javaType, "");
    return values.containsKey(setting)
        ? OptionalInt.of(CODES.get(values.get(setting)))
        : OptionalInt.empty();
  }

  /** Whether enums are enum types of the database. */
  public boolean nativeEnums() {
    return "TRUE".equals(values.get(NATIVE_ENUMS));
  }

  /** The constant of {@code TimeZoneStorageType} for times without an annotation, or empty. */
  public Optional<String> timeZoneStorage() {
    return Optional.ofNullable(values.get(ZONES)).filter(value -> !value.equals("DEFAULT"));
  }

  /** Whether lists have a position, unless an annotation says otherwise. */
  public boolean listsHavePositions() {
    return "LIST".equals(values.get(LISTS));
  }

  /** The constant of {@code SqlTypes} that arrays of basic values are stored as, or empty. */
  public OptionalInt arrayCode() {
    return switch (values.getOrDefault(ARRAYS, "ARRAY")) {
      case "JSON" -> OptionalInt.of(SqlTypes.JSON);
      case "SQLXML" -> OptionalInt.of(Types.SQLXML);
      case "VARBINARY" -> OptionalInt.of(Types.VARBINARY);
      default -> OptionalInt.empty();
    };
  }

  /** The schema of what names none. */
  public Optional<String> defaultSchema() {
    return Optional.ofNullable(values.get(SCHEMA));
  }

  /** What unnamed sequences and generator tables are called: standard, legacy or single. */
  public String structureNaming() {
    return values.getOrDefault(STRUCTURES, "standard");
  }

  /** What becomes of names, where it is stated. */
  public Optional<PhysicalNaming> physicalNaming() {
    return Optional.ofNullable(values.get(PHYSICAL)).map(PhysicalNaming.NAMES::get);
  }

  /** What things without a name are called, where it is stated. */
  public Optional<ImplicitNaming> implicitNaming() {
    return Optional.ofNullable(values.get(IMPLICIT)).map(ImplicitNaming.NAMES::get);
  }

  /** The value as it is kept, or empty where it is none. */
  private static Optional<String> value(String name, String text) {
    if (name.equals(SCHEMA) || NAMES.containsKey(name)) {
      boolean known = name.equals(SCHEMA) ? !text.isEmpty() : NAMES.get(name).contains(text);
      return Optional.of(text).filter(value -> known);
    }
    Set<String> known =
        PREFERRED.containsValue(name) ? CODES.keySet() : VALUES.getOrDefault(name, Set.of());
    return Optional.of(text.toUpperCase(Locale.ROOT)).filter(known::contains);
  }
}
