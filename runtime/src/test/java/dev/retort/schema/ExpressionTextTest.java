package dev.retort.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpressionTextTest {

  @Test
  void findsNamesButNotLiteralsOrFunctions() {
    String expression = "status in ('status', 'lower') and lower(\"Odd \"\"name\"\"\") <> Kind";

    assertThat(ExpressionText.mentions(expression, "status")).isTrue();
    assertThat(ExpressionText.mentions(expression, "kind")).isTrue();
    assertThat(ExpressionText.mentions(expression, "Odd \"name\"")).isTrue();
    assertThat(ExpressionText.mentions(expression, "lower")).isFalse();
    assertThat(ExpressionText.mentions(expression, "stat")).isFalse();
  }

  @Test
  void theTypeOfACastIsNoColumn() {
    String expression =
        "a <> 'x'::text and b = cast(c as double precision) and e'\\'kind' <> $q$kind$q$"
            + " and d > date '2020-01-01' and f::timestamp(6) with time zone > now()";

    for (String column : new String[] {"a", "b", "c", "d", "f"}) {
      assertThat(ExpressionText.mentions(expression, column)).as(column).isTrue();
    }
    for (String word :
        new String[] {"text", "double", "precision", "kind", "date", "timestamp", "zone", "no"}) {
      assertThat(ExpressionText.mentions(expression, word)).as(word).isFalse();
    }
  }

  @Test
  void theFieldOfATimeIsNoColumn() {
    String expression =
        "extract(year from seen) + EXTRACT( \nmonth  FROM year) + extract(day, week)";

    for (String column : new String[] {"seen", "year", "day", "week"}) {
      assertThat(ExpressionText.mentions(expression, column)).as(column).isTrue();
    }
    assertThat(ExpressionText.mentions(expression, "month")).isFalse();
    assertThat(ExpressionText.withColumnRenamed(expression, "year", "y"))
        .isEqualTo("extract(year from seen) + EXTRACT( \nmonth  FROM y) + extract(day, week)");
  }

  @Test
  void renamesOnlyTheColumn() {
    assertThat(
            ExpressionText.withColumnRenamed(
                "status in ('status') or STATUS is null", "status", "state"))
        .isEqualTo("state in ('status') or state is null");
    assertThat(ExpressionText.withColumnRenamed("a > 0", "a", "Big $1"))
        .isEqualTo("\"Big $1\" > 0");
  }

  @Test
  void theWordsOfAtTimeZoneAreNoColumns() {
    String expression = "at at time zone 'UTC'";

    assertThat(ExpressionText.mentions(expression, "at")).isTrue();
    assertThat(ExpressionText.mentions(expression, "time")).isFalse();
    assertThat(ExpressionText.mentions(expression, "zone")).isFalse();
  }

  @Test
  void theWordsOfSqlAreNoColumns() {
    String expression =
        "CASE WHEN heavy THEN weight > 100 ELSE weight BETWEEN 1 AND 100 END"
            + " and flag is not unknown and \"end\" = user";

    for (String column : new String[] {"heavy", "weight", "flag", "end"}) {
      assertThat(ExpressionText.mentions(expression, column)).as(column).isTrue();
    }
    for (String word : new String[] {"case", "when", "else", "between", "unknown", "user"}) {
      assertThat(ExpressionText.mentions(expression, word)).as(word).isFalse();
    }
    assertThat(ExpressionText.withColumnRenamed("case when a then 'b' end = \"end\"", "end", "e"))
        .isEqualTo("case when a then 'b' end = e");
  }

  @Test
  void whatBelongsToAnotherNameIsNoColumn() {
    String expression =
        "(cost).amount > (costs[1]) . \"net\" and a COLLATE \"C\" < b collate pg_catalog.\"POSIX\""
            + " and rows.kind = f(label => c) and d operator(pg_catalog.+) 1 > \"odd\"(1)";

    for (String column : new String[] {"cost", "costs", "a", "b", "kind", "c", "d"}) {
      assertThat(ExpressionText.mentions(expression, column)).as(column).isTrue();
    }
    for (String word :
        new String[] {"amount", "net", "C", "pg_catalog", "POSIX", "rows", "label", "odd"}) {
      assertThat(ExpressionText.mentions(expression, word)).as(word).isFalse();
    }
  }

  @Test
  void theWordsOfTypesAreNoColumns() {
    String expression =
        "a > interval '1' day and b > interval(3) '1-2' year to month and c < e::interval day to"
            + " second(3) and d < timestamp with time zone '2020-01-01' and f <"
            + " TIME (3) without time zone '10:00' and g = double precision '1.5'"
            + " and h = time";

    for (String column : new String[] {"a", "b", "c", "d", "e", "f", "g", "h", "time"}) {
      assertThat(ExpressionText.mentions(expression, column)).as(column).isTrue();
    }
    for (String word :
        new String[] {
          "interval", "day", "year", "month", "second", "timestamp", "zone", "double"
        }) {
      assertThat(ExpressionText.mentions(expression, word)).as(word).isFalse();
    }
  }

  /** PostgreSQL folds what is ASCII, and takes every other character for a letter. */
  @Test
  void foldsAsPostgresDoes() {
    assertThat(ExpressionText.mentions("ÉTAT = 1", "État")).isTrue();
    assertThat(ExpressionText.mentions("ÉTAT = 1", "état")).isFalse();
    assertThat(ExpressionText.mentions("größe😀x = 1", "größe😀x")).isTrue();
    assertThat(ExpressionText.mentions("größe😀x = 1", "x")).isFalse();
  }
}
