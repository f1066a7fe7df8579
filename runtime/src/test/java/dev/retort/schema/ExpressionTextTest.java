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
}
