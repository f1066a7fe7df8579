package dev.retort.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No suitable driver for jdbc:postgresql://db/app?user=u&password=s3cret&ssl=true",
        "jdbc:postgresql://u:s3cret@db:5432/app refused",
        "jdbc:postgresql://u:s3@cret@db:5432/app refused",
        "properties {user=u, password=s3cret, Password = 's3cret x'}",
        "sslpassword=s3cret",
        "jdbc:postgresql://bob:s3/cret@h/db",
        "//bob:s3@cre s3cret@h refused",
        "//bob:123/s3cret@h",
        "pwd=s3cret",
        "PGPASSWORD: s3cret",
        "{user=a, password=x,s3cret, ssl=true}",
        "password=\"a\\\"s3cret\" x",
        "{\"password\": \"s3cret\"}",
      })
  void leavesNoPassword(String message) {
    assertThat(Secrets.strip(message)).doesNotContain("s3cret", "cret@", "s3@").contains("***");
  }

  @Test
  void leavesOtherTextAlone() {
    for (String message :
        List.of(
            "FATAL: password authentication failed for user \"u\" at http://a/b@c",
            "jdbc:postgresql://db:5432/app refused, ask ops@example.org",
            "jdbc:postgresql://db:5432")) {
      assertThat(Secrets.strip(message)).isEqualTo(message);
    }
    assertThat(Secrets.strip("{user=a, password=x,y, ssl=true}"))
        .isEqualTo("{user=a, password=***, ssl=true}");
  }

  @Test
  void replacesAnExceptionThatTellsAPassword() {
    SQLException inner = new SQLException("url ?password=s3cret", "08001");
    SQLException outer = new SQLException("pool of ?password=s3cret failed", inner);
    Throwable clean = Secrets.strip(outer);

    assertThat(clean).hasMessage("pool of ?password=*** failed").hasNoCause();
    assertThat(((SQLException) clean).getSQLState()).isEqualTo("08001");
    assertThat(Secrets.strip(new SQLException("harmless"))).hasMessage("harmless");
  }
}
