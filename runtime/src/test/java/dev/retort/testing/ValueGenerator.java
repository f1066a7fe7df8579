package dev.retort.testing;

import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Rows;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes up what revisions give as values: all kinds, with the ends of their ranges. */
final class ValueGenerator {

  /** What a writer of SQL, Java or JSON may stumble on, as far as a text column can hold it. */
  static final List<String> TEXTS =
      OperationGenerator.TEXTS.stream()
          .filter(text -> text.indexOf('\0') < 0 && !text.startsWith("lone"))
          .toList();

  private final Random random;

  private final List<Supplier<Object>> makers =
      List.of(
          () -> null,
          () -> one(TEXTS),
          () -> one(List.of("", "?", "??", "$1", "{}", "NULL", "'; DROP TABLE x; --")),
          () -> random().nextInt(),
          () -> (short) -1,
          () -> random().nextLong(),
          () -> one(List.of(Integer.MIN_VALUE, Integer.MAX_VALUE)),
          () -> one(List.of(Long.MIN_VALUE, Long.MAX_VALUE, 0L)),
          () -> new BigInteger(200, random()),
          () -> new BigDecimal(BigInteger.valueOf(random().nextLong()), random().nextInt(20) - 5),
          () -> random().nextBoolean(),
          () -> new UUID(random().nextLong(), random().nextLong()),
          () -> bytes(random().nextInt(100)),
          this::date,
          this::time,
          () -> time().atOffset(offset()),
          () -> LocalDateTime.of(date(), time()),
          () -> OffsetDateTime.of(date(), time(), offset()),
          () -> Instant.ofEpochMilli(random().nextInt()),
          () -> Duration.ofSeconds(random().nextInt(), random().nextInt(1000) * 1000L),
          () -> Period.of(random().nextInt(100) - 50, random().nextInt(30), random().nextInt(40)),
          () -> DayOfWeek.MONDAY,
          this::list);

  ValueGenerator(Random random) {
    this.random = random;
  }

  Object value() {
    return one(makers).get();
  }

  /** A statement with as many question marks as values, and maybe one that takes it back. */
  ExecuteSql statement() {
    List<Object> values = new ArrayList<>();
    StringBuilder sql = new StringBuilder("SELECT '?'");
    for (int i = random.nextInt(6); i > 0; i--) {
      values.add(value());
      sql.append(one(List.of(", ?", ", ? -- ?\n", " + ?", ", $$?$$ || ?", ", E'\\'?' || ?::text")));
    }
    ExecuteSql statement = ExecuteSql.sql(sql.toString(), values.toArray());
    return random.nextBoolean() ? statement : statement.reverse("SELECT ?, ?", value(), value());
  }

  /** Rows of some columns, with a key of the given size at most. */
  Rows rows(List<String> columns, int key, boolean former) {
    Rows rows = Rows.columns(columns.toArray(String[]::new));
    if (key > 0) {
      rows = rows.key(columns.subList(0, key).toArray(String[]::new));
    }
    if (random.nextBoolean()) {
      rows = rows.overridingSystemValues();
    }
    for (int row = 1 + random.nextInt(3); row > 0; row--) {
      Object[] values = new Object[columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = i < key ? (Object) (row + i) : value();
      }
      rows = rows.row(values);
      if (former) {
        rows = rows.was(columns.stream().skip(key).map(c -> value()).toArray());
      }
    }
    return rows;
  }

  private LocalDate date() {
    return one(
        List.of(
            LocalDate.of(-100, 2, 28),
            LocalDate.of(0, 2, 29),
            LocalDate.of(1, 1, 1),
            LocalDate.of(12345, 12, 31),
            LocalDate.ofEpochDay(random.nextInt(40_000))));
  }

  private LocalTime time() {
    return one(
        List.of(
            LocalTime.MIDNIGHT,
            LocalTime.of(23, 59),
            LocalTime.of(12, 0, 1),
            LocalTime.ofSecondOfDay(random.nextInt(86_400)).withNano(random.nextInt(1000) * 1000)));
  }

  private ZoneOffset offset() {
    return one(List.of(ZoneOffset.UTC, ZoneOffset.ofHoursMinutes(-3, -30), ZoneOffset.ofHours(14)));
  }

  private OffsetTime offsetTime() {
    return time().atOffset(offset());
  }

  private List<Object> list() {
    return one(
        List.of(
            List.of(),
            List.of(offsetTime()),
            List.of(1, -2, 3),
            List.of(List.of("a\"b\\", "{,}"), List.of("", "NULL")),
            Arrays.asList((Object) null),
            Arrays.asList("x", null)));
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private Random random() {
    return random;
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
