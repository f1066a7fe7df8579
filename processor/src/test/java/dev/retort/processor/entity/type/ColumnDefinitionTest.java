package dev.retort.processor.entity.type;

import static dev.retort.schema.SqlType.userDefined;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnDefinitionTest {

  @Test
  void typesOfExtensionsHaveNumbersAndWordsInParentheses() {
    assertThat(type("vector(3)")).isEqualTo(new SqlType("vector", List.of(3), 0));
    assertThat(type("geometry(Point,4326)"))
        .isEqualTo(userDefined("geometry").withArguments("Point,4326"));
    assertThat(type("GEOMETRY( pointz , 4326 )[]"))
        .isEqualTo(userDefined("geometry").withArguments("PointZ,4326").array());
    assertThat(type("gis.geography(MULTIPOLYGON)"))
        .isEqualTo(userDefined("gis", "geography").withArguments("MultiPolygon"));
    assertThat(type("\"shape\"(round)")).isEqualTo(userDefined("shape").withArguments("round"));
  }

  @Test
  void whatFollowsTheTypeIsReadAsElsewhere() {
    ColumnDefinition definition =
        ColumnDefinition.parse("geometry(Point,4326) not null default 'x'").orElseThrow();
    assertThat(definition.type().toString()).isEqualTo("geometry(Point,4326)");
    assertThat(definition.notNull()).isTrue();
    assertThat(definition.defaultExpression()).contains("'x'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shape(round)",
        "varchar(Point)",
        "geometry(Point 4326)",
        "geometry(Point,)",
        "geometry('Point')",
        "geometry(Point,4326) using gist"
      })
  void anythingElseIsNoType(String text) {
    assertThat(ColumnDefinition.parse(text)).isEmpty();
  }

  private static SqlType type(String text) {
    return ColumnDefinition.parse(text).orElseThrow().type();
  }
}
