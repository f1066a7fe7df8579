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
  void renamesOnlyTheColumn() {
    assertThat(
            ExpressionText.withColumnRenamed(
                "status in ('status') or STATUS is null", "status", "state"))
        .isEqualTo("state in ('status') or state is null");
    assertThat(ExpressionText.withColumnRenamed("a > 0", "a", "Big $1"))
        .isEqualTo("\"Big $1\" > 0");
  }
}
