package dev.retort.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What is read of a row in several places. */
final class Rows {

  private Rows() {}

  /** A column of type {@code text[]}; an element may be null. */
  static List<String> strings(ResultSet row, String column) throws SQLException {
    return Collections.unmodifiableList(Arrays.asList((String[]) row.getArray(column).getArray()));
  }
}
