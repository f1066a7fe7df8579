package dev.retort.schema;

import static dev.retort.schema.SqlType.userDefined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeArgumentsTest {

  @Test
  void wordsAndNumbersAreKeptWithoutSpaces() {
    SqlType point = userDefined("geometry").withArguments("Point , 4326");

    assertThat(point.arguments()).contains("Point,4326");
    assertThat(point.modifiers()).isEmpty();
    assertThat(point).hasToString("geometry(Point,4326)");
    assertThat(point.array()).hasToString("geometry(Point,4326)[]");
    assertThat(point.array().withArrayDimensions(0)).isEqualTo(point);
    assertThat(point).isNotEqualTo(userDefined("geometry"));
  }

  @Test
  void numbersAloneAreModifiers() {
    assertThat(userDefined("vector").withArguments("3"))
        .isEqualTo(new SqlType("vector", List.of(3), 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Point,", "Point 4326", "'Point'", "Point)", "a;b", "\"Point\"", "Point--"})
  void nothingElseGoesIntoSql(String text) {
    assertThatThrownBy(() -> userDefined("geometry").withArguments(text))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("(" + text + ")");
  }

  @Test
  void typesOfPostgresTakeNoWords() {
    assertThatThrownBy(() -> SqlType.text().withArguments("Point"))
        .isInstanceOf(SchemaException.class)
        .hasMessage("type text takes no words in parentheses");
  }
}
