package dev.retort.example.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void asksForNothingByDefault() {
    assertThat(Settings.from(Map.of("DATABASE_URL", " ", "PORT", "")))
        .isEqualTo(new Settings(OptionalInt.empty(), Optional.empty()));
  }

  @Test
  void takesAnAddressInParts() {
    assertThat(
            database(
                Map.of("DB_HOST", "::1", "DB_PORT", "5433", "DB_NAME", "a b", "DB_PASSWORD", "s")))
        .isEqualTo(address("jdbc:postgresql://[::1]:5433/a+b", "aurumai", "s"));
  }

  @Test
  void takesAnAddressAsPlatformsGiveIt() {
    assertThat(
            database(
                Map.of(
                    "DATABASE_URL", "postgres://me:p%40ss+%2F@db.example/plant?sslmode=require")))
        .isEqualTo(
            address("jdbc:postgresql://db.example:5432/plant?sslmode=require", "me", "p@ss+/"));
  }

  @Test
  void takesAJdbcUrlWithALogin() {
    String url = "jdbc:postgresql://db.example/plant";

    assertThat(database(Map.of("DATABASE_URL", url, "DB_USER", "me", "DB_PASSWORD", "s")))
        .isEqualTo(address(url, "me", "s"));
    assertThat(database(Map.of("DATABASE_URL", url)))
        .isEqualTo(new DatabaseAddress(url, Optional.empty(), Optional.empty()));
  }

  @Test
  void refusesWhatIsNoAddressWithoutRepeatingIt() {
    for (String url :
        new String[] {"mysql://me:secret@h/d", "postgresql://me:secret@h", "postgres://se cret"}) {
      assertThatThrownBy(() -> Settings.from(Map.of("DATABASE_URL", url)))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("DATABASE_URL=postgresql://")
          .hasMessageNotContaining("cret");
    }
  }

  @Test
  void refusesWhatIsNoPort() {
    for (String port : new String[] {"x", "-1", "65536"}) {
      assertThatThrownBy(() -> Settings.from(Map.of("PORT", port)))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("PORT is '" + port + "'");
    }
    assertThat(Settings.from(Map.of("PORT", "0")).port()).hasValue(0);
  }

  @Test
  void showsNoPassword() {
    assertThat(address("jdbc:postgresql://h/d?password=secret", "me", "secret").toString())
        .contains("me")
        .doesNotContain("secret");
  }

  private static DatabaseAddress database(Map<String, String> variables) {
    return Settings.from(variables).database().orElseThrow();
  }

  private static DatabaseAddress address(String url, String user, String password) {
    return new DatabaseAddress(url, Optional.of(user), Optional.of(password));
  }
}
