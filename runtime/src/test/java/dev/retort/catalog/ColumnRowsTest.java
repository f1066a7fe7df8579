package dev.retort.catalog;

import static dev.retort.schema.SqlType.userDefined;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The tests' servers have no PostGIS; its {@code format_type} writes {@code geometry(Point,4326)}.
 */
class ColumnRowsTest {

  @Test
  void whatIsBehindATypesNameIsRead() {
    SqlType geometry = userDefined("geometry");
    assertThat(ColumnRows.withArguments(geometry, "geometry(Point,4326)"))
        .isEqualTo(geometry.withArguments("Point,4326"));
    assertThat(ColumnRows.withArguments(geometry, "gis.geometry(MultiPolygonZM)[]"))
        .isEqualTo(geometry.withArguments("MultiPolygonZM"));
    assertThat(ColumnRows.withArguments(userDefined("vector"), "vector(3)"))
        .isEqualTo(new SqlType("vector", List.of(3), 0));
    assertThat(ColumnRows.withArguments(geometry, "geometry")).isEqualTo(geometry);
  }

  @Test
  void parenthesesInANameAreNone() {
    SqlType odd = userDefined("odd(a,1)");
    assertThat(ColumnRows.withArguments(odd, "\"odd(a,1)\"")).isEqualTo(odd);
  }
}
