package dev.retort.schema;

import static dev.retort.schema.Definition.definition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTest {

  @Test
  void whiteSpaceAndCommentsMakeNoDifference() {
    assertThat(definition("SELECT  a\n FROM b -- all\n WHERE/* x /* y */ z */c ;"))
        .matches(other -> other.sameText(definition("SELECT a FROM b WHERE c")));
    assertThat(definition("SELECT 1;;\n").sql()).isEqualTo("SELECT 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'a  b'",
        "SELECT 'a --b'",
        "SELECT \"a  b\"",
        "SELECT $$a  b$$",
        "SELECT E'\\'  b'",
        "SELECT $x$ $$ a  b $x$",
        "SELECT ab",
        "SELECT A b"
      })
  void literalsAndNamesDo(String text) {
    assertThat(
            definition(text)
                .sameText(
                    definition(
                        text.replace("  ", " ")
                            .replace("--", "")
                            .replace("ab", "a b")
                            .replace("A b", "a b"))))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'a",
        "SELECT \"a",
        "SELECT $$a",
        "SELECT $a$ $$ $b$",
        "SELECT /* /* */",
        "SELECT E'\\'",
        "SELECT $$ a $$$"
      })
  void whatDoesNotEndIsRefused(String text) {
    if (text.endsWith("$$$")) {
      assertThat(definition(text).sql()).isEqualTo(text);
    } else {
      assertThatThrownBy(() -> definition(text))
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining("not closed");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a integer, b text DEFAULT 'x, y', c numeric(10, 2) = 1 | a integer, b text, c numeric(10, 2)",
        "a  integer default  f(1, 2) , b int[] | a integer, b int[]",
        "INOUT \"de fault\" text = $$,$$, VARIADIC v text[] | INOUT \"de fault\" text, VARIADIC v text[]",
      })
  void argumentsAreToldWithoutTheirDefaults(String arguments, String expected) {
    assertThat(ObjectId.function(QualifiedName.of("f"), arguments).within()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM a JOIN \"B c\" ON true | a;B c",
        "SELECT (SELECT 1 FROM a) FROM x.y | a;x.y",
        "SELECT extract(year FROM a) FROM b | b",
        "SELECT a IS DISTINCT FROM b | ''",
        "WITH a AS (SELECT 1 FROM b) SELECT * FROM a | b",
        "SELECT * FROM a(1), b | ''",
        "SELECT * FROM pg_class JOIN LATERAL (SELECT 1 FROM a) AS l ON true | a",
        "SELECT 'FROM a' FROM b -- FROM c | b"
      })
  void whatIsSurelyReadIsFound(String query, String expected) {
    assertThat(MentionedName.relationsReadBy(query))
        .map(QualifiedName::toString)
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(";")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT a.x FROM a WHERE y | SELECT b.x FROM b WHERE y",
        "SELECT a.x, b.z FROM a, c AS b WHERE y | SELECT a.x, b.z FROM b AS a, c AS b WHERE y",
        "SELECT x FROM a t JOIN a AS u ON true | SELECT x FROM b t JOIN b AS u ON true",
        "SELECT 'FROM a' | SELECT 'FROM a'"
      })
  void aRenamedTableIsReadByItsNewName(String query, String expected) {
    QualifiedName a = QualifiedName.of("a");
    QualifiedName b = QualifiedName.of("b");
    String renamed = MentionedName.withRelationRenamed(query, a, b);

    assertThat(renamed).isEqualTo(expected);
    assertThat(MentionedName.withRelationRenamed(renamed, b, a)).isEqualTo(query);
  }
}
