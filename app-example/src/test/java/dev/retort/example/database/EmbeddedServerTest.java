package dev.retort.example.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

  @Test
  void keepsItsDataAndItsDirectoryToItself(@TempDir Path directory) throws SQLException {
    Path data = directory.resolve("data");
    try (EmbeddedServer server = EmbeddedServer.start(data);
        Connection connection = server.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");

      assertThatThrownBy(() -> EmbeddedServer.start(data))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Another process")
          .hasMessageContaining("DATABASE_URL");
    }

    try (EmbeddedServer server = EmbeddedServer.start(data);
        Connection connection = server.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT answer FROM kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt("answer")).isEqualTo(42);
    }
  }
}
