package dev.retort.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuiltInTypesTest {

  @Test
  void everyNameIsATypeOfTheServerAsItSpellsIt() throws SQLException {
    Set<String> missing = new HashSet<>(BuiltInTypes.names());
    assertThat(missing).hasSizeGreaterThan(60);
    try (Connection connection = TestDatabase.create().connection();
        Statement statement = connection.createStatement();
        ResultSet types =
            statement.executeQuery(
                "SELECT format_type(oid, NULL) FROM pg_type"
                    + " WHERE typnamespace = 'pg_catalog'::regnamespace")) {
      while (types.next()) {
        missing.remove(types.getString(1));
      }
      if (connection.getMetaData().getDatabaseMajorVersion() < 14) {
        missing.removeIf(name -> name.endsWith("multirange"));
      }
    }
    assertThat(missing).isEmpty();
  }
}
