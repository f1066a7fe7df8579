package dev.retort.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * Question marks are found where the driver finds them, or a value would get into another place.
 */
class SqlPiecesTest {

  static Stream<String> statements() {
    return Stream.of(
        "SELECT 1",
        "SELECT ?",
        "?",
        "??",
        "???",
        "????",
        "SELECT a ?? 'x', b ??| ?, c ??& ?",
        "SELECT '?', ?",
        "SELECT 'it''s ?', ?",
        "SELECT '\\', ?, '?'",
        "SELECT E'\\'?', ?",
        "SELECT e'\\\\', ?",
        "SELECT nameE'\\', ?",
        "SELECT é'?', ?",
        "SELECT \"?\", ?, \"a\"\"?\"",
        "SELECT 1 -- ? it's\n, ?",
        "SELECT 1 -- ?\r, ?",
        "SELECT 1 - ? -? --?",
        "SELECT /* ? */ ?",
        "SELECT /* /* ? */ ? */ ?",
        "SELECT /* ? ",
        "SELECT 4/?",
        "SELECT $$?$$, ?",
        "SELECT $a$ ? $b$ ? $$ $a$, ?",
        "SELECT $a1_$?$a1_$, ?",
        "SELECT $1$?$1$",
        "SELECT a$b$, ?, $b$",
        "SELECT a$$, ?, b$$",
        "SELECT $é$?$é$, ?",
        "SELECT $a ? $a ?",
        "DO $$ BEGIN PERFORM '?'; END $$; SELECT ?",
        "UPDATE a SET b = ? WHERE c = ?; DELETE FROM a WHERE d = ?",
        "SELECT '" + "''".repeat(50_000) + "', ?");
  }

  @ParameterizedTest
  @MethodSource("statements")
  void theDriverFindsTheSame(String sql) throws Exception {
    SqlPieces pieces = SqlPieces.of(sql);
    List<NativeQuery> queries =
        Parser.parseJdbcSql(sql, true, true, true, true, true, new String[0]);

    int driver = queries.stream().mapToInt(query -> query.bindPositions.length).sum();
    assertThat(pieces.parameters()).isEqualTo(driver);
    assertThat(String.join("?", pieces.texts())).isEqualTo(sql);
    if (queries.size() == 1) {
      StringBuilder numbered = new StringBuilder(pieces.unescaped().get(0));
      for (int i = 1; i <= driver; i++) {
        numbered.append('$').append(i).append(pieces.unescaped().get(i));
      }
      assertThat(numbered.toString().strip()).isEqualTo(queries.get(0).nativeSql.strip());
    }
  }
}
