package dev.retort.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.QualifiedName;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

  private static final List<String> HOSTILE =
      List.of(
          "machines",
          "_x1",
          "Machines",
          "1st",
          "with space",
          "semi;colon",
          "quo\"te",
          "\"",
          "\"\"; DROP TABLE users; --",
          "it's",
          "back\\slash",
          "per%cent",
          "dollar$",
          "$$",
          "äöü",
          "名前",
          "new\nline",
          "tab\t",
          "a.b",
          "?",
          ":x",
          "{fn now()}",
          "--",
          "/*",
          "é".repeat(31));

  @Test
  void quotesAsTheServerDoes() throws SQLException {
    try (Connection connection = TestDatabase.create().connection()) {
      for (String name : HOSTILE) {
        assertThat(Identifiers.quote(name)).isEqualTo(ask(connection, "quote_ident", name));
      }
    }
  }

  @Test
  void quotesEveryKeywordThatTheServerQuotes() throws SQLException {
    try (Connection connection = TestDatabase.create().connection();
        Statement statement = connection.createStatement();
        ResultSet words = statement.executeQuery("SELECT word, catcode FROM pg_get_keywords()")) {
      List<String> missing = new ArrayList<>();
      int quoted = 0;
      while (words.next()) {
        String word = words.getString(1);
        boolean isQuoted = Identifiers.quote(word).startsWith("\"");
        quoted += isQuoted ? 1 : 0;
        if (!words.getString(2).equals("U") && !isQuoted) {
          missing.add(word);
        }
      }
      assertThat(missing).isEmpty();
      assertThat(quoted).isBetween(130, 170);
    }
  }

  @Test
  void namesComeBackAsTheyWere() throws SQLException {
    try (Connection connection = TestDatabase.create().connection();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String name : HOSTILE) {
        statement.execute("CREATE TABLE " + Identifiers.quote(name) + " ()");
      }
      List<String> created = new ArrayList<>();
      try (ResultSet tables =
          statement.executeQuery(
              "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")) {
        while (tables.next()) {
          created.add(tables.getString(1));
        }
      }
      assertThat(created).containsExactlyInAnyOrderElementsOf(HOSTILE);
    }
  }

  @Test
  void literalsAreReadBackWhateverTheServersSettings() throws SQLException {
    try (Connection connection = TestDatabase.create().connection();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String setting : List.of("on", "off")) {
        statement.execute("SET standard_conforming_strings = " + setting);
        for (String text : HOSTILE) {
          try (ResultSet row = statement.executeQuery("SELECT " + Identifiers.literal(text))) {
            row.next();
            assertThat(row.getString(1)).isEqualTo(text);
          }
        }
      }
    }
  }

  @Test
  void quotesTheNamespaceByItself() {
    assertThat(Identifiers.quote(QualifiedName.of("My App", "user")))
        .isEqualTo("\"My App\".\"user\"");
  }

  private static String ask(Connection connection, String function, String text)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT " + function + "(?)")) {
      statement.setString(1, text);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
