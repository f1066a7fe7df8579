package dev.retort.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableQualifiersTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "t.a > 0 | u.a > 0",
        "T . a>1 AND \"t\".\"b\" < t.c | u . a>1 AND u.\"b\" < u.c",
        "public.t.a > 0 | public.u.a > 0",
        "num_nulls(t.*) = 0 | num_nulls(u.*) = 0",
        "t > 0 AND a.t > 0 | t > 0 AND a.t > 0",
        "t.f(t.a) > 0 | t.f(u.a) > 0",
        "a::t.kind = CAST(b AS t.kind) | a::t.kind = CAST(b AS t.kind)",
        "a COLLATE t.c > 't.a' | a COLLATE t.c > 't.a'",
        "(c).t.x > 1.5 | (c).t.x > 1.5"
      })
  void columnsFollowTheirTable(String expression, String renamed) {
    assertThat(TableQualifiers.renamed(expression, "t", "u")).isEqualTo(renamed);
  }
}
