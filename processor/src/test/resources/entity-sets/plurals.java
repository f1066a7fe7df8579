// Hibernate 7
package sets.plurals;

import jakarta.persistence.*;
import java.math.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

enum Shade { DARK, LIGHT }

@Converter
class WordConverter implements AttributeConverter<Word, String> {
  public String convertToDatabaseColumn(Word word) { return ""; }
  public Word convertToEntityAttribute(String text) { return null; }
}

@Converter(autoApply = true)
class AutoConverter implements AttributeConverter<Auto, Integer> {
  public Integer convertToDatabaseColumn(Auto auto) { return 1; }
  public Auto convertToEntityAttribute(Integer number) { return null; }
}

class Word {}

class Auto {}

@Entity
class Arrays_ {
  @Id Long id;
  boolean[] booleans;
  short[] shorts;
  int[] ints;
  long[] longs;
  float[] floats;
  double[] doubles;
  byte[] bytes;
  char[] chars;
  Boolean[] boxedBooleans;
  Short[] boxedShorts;
  Integer[] boxedInts;
  Long[] boxedLongs;
  Float[] boxedFloats;
  Double[] boxedDoubles;
  String[] strings;
  BigDecimal[] decimals;
  BigInteger[] integers;
  UUID[] uuids;
  Instant[] instants;
  LocalDate[] dates;
  LocalTime[] times;
  LocalDateTime[] dateTimes;
  OffsetDateTime[] offsets;
  ZonedDateTime[] zoned;
  Duration[] durations;
  Year[] years;
  Currency[] currencies;
  Locale[] locales;
  ZoneOffset[] zones;
  Date[] oldDates;
  byte[][] manyBytes;
  @Column(precision = 10, scale = 3) BigDecimal[] preciseDecimals;
  @Column(length = 30) String[] shortStrings;
  @Column(secondPrecision = 2) Instant[] preciseInstants;
  @Column(nullable = false) String[] required;
  @Array(length = 7) String[] limited;
  @Array(length = 7) @Column(length = 9) List<String> limitedList;
  Shade[] shades;
  @Enumerated(EnumType.STRING) Shade[] namedShades;
  List<Shade> shadeList;
  @Enumerated(EnumType.STRING) Set<Shade> shadeSet;
  @Enumerated(EnumType.STRING) @Column(length = 8) EnumSet<Shade> enumSet;
  Month[] months;
}

@Entity
class Collections_ {
  @Id Long id;
  Collection<String> anyCollection;
  List<String> list;
  Set<String> set;
  SortedSet<String> sortedSet;
  ArrayList<Long> arrayList;
  LinkedHashSet<UUID> linkedSet;
  TreeSet<Integer> treeSet;
  @JdbcTypeCode(SqlTypes.ARRAY) List<String> stated;
  @JdbcTypeCode(SqlTypes.JSON) List<String> json;
  @JdbcTypeCode(SqlTypes.JSON_ARRAY) List<String> jsonArray;
  @JdbcTypeCode(SqlTypes.VARBINARY) List<String> bytes;
  @JdbcTypeCode(SqlTypes.JSON) Map<String, Integer> jsonMap;
  @JdbcTypeCode(SqlTypes.JSON) String[] jsonStrings;
  @JdbcTypeCode(SqlTypes.SQLXML) String[] xmlStrings;
  @Lob String[] lobs;
  @Convert(converter = WordConverter.class) Word word;
  @Basic(optional = false) List<Integer> basic;
  @Column(columnDefinition = "text[]") List<String> defined;
  @ElementCollection List<String> elements;
  @ElementCollection Collection<Integer> bag;
  @ElementCollection @OrderColumn String[] elementArray;
  @ElementCollection @OrderColumn int[] elementInts;
  @ElementCollection Set<Shade> elementShades;
  @ElementCollection @Enumerated(EnumType.STRING) @Column(nullable = false) Set<Shade> elementNames;
  @ElementCollection @Convert(converter = WordConverter.class) Set<Word> words;
  @ElementCollection List<Auto> autos;
  @ElementCollection Set<byte[]> manyBytes;
  @ElementCollection @Lob @Column(name = "t") Set<String> texts;
  @ElementCollection @JdbcTypeCode(SqlTypes.JSON) List<Map<String, String>> documents;
  @ElementCollection @Column(nullable = false) Set<BigDecimal> amounts;
  @ElementCollection @Column(unique = true, length = 14) Set<String> uniques;
  @ElementCollection SortedMap<Shade, Instant> sortedMap;
  @ElementCollection @MapKeyEnumerated(EnumType.STRING) @Enumerated(EnumType.STRING) EnumMap<Shade, Shade> enumMap;
}
