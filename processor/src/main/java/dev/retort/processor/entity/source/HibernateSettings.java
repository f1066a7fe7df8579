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
import java.util.TreeSet;

/**
 * Settings of Hibernate's that change the schema and that an application makes outside of its
 * classes (Hibernate's {@code MappingSettings}), under Hibernate's own names.
 *
 * @param values the settings that were made, none of them but those of {@link #names}
 */
public record HibernateSettings(Map<String, String> values) {

  public static final HibernateSettings NONE = new HibernateSettings(Map.of());

  private static final String NATIVE_ENUMS = "hibernate.type.prefer_native_enum_types";
  private static final String ZONES = "hibernate.timezone.default_storage";

  private static final String LISTS = "hibernate.mapping.default_list_semantics";

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
          Map.entry("UUID", 3000),
          Map.entry("TIMESTAMP_UTC", 3003),
          Map.entry("INSTANT", 3008),
          Map.entry("DURATION", 3015));

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
      if (equals < 0 || !isKnown(entry.substring(0, equals).strip(), value(entry, equals))) {
        return Optional.empty();
      }
      read.put(entry.substring(0, equals).strip(), value(entry, equals));
    }
    return Optional.of(new HibernateSettings(read));
  }

  /** The names of all settings that are known. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>(PREFERRED.values());
    names.addAll(List.of(NATIVE_ENUMS, ZONES, LISTS));
    return names;
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

  private static boolean isKnown(String name, String value) {
    if (name.equals(NATIVE_ENUMS)) {
      return value.equals("TRUE") || value.equals("FALSE");
    }
    if (name.equals(LISTS)) {
      return value.equals("LIST") || value.equals("BAG");
    }
    if (name.equals(ZONES)) {
      // Hibernate refuses NATIVE for PostgreSQL.
      return List.of("DEFAULT", "AUTO", "COLUMN", "NORMALIZE", "NORMALIZE_UTC").contains(value);
    }
    return PREFERRED.containsValue(name) && CODES.containsKey(value);
  }

  private static String value(String entry, int equals) {
    return entry.substring(equals + 1).strip().toUpperCase(Locale.ROOT);
  }
}
