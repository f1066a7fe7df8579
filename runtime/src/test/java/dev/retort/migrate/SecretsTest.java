package dev.retort.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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
        "execute CREATE ROLE dup LOGIN PASSWORD 's3cret'",
        "ALTER ROLE dup ENCRYPTED PASSWORD 'it''s3cret' LOGIN",
        "ALTER ROLE dup password'x s3cret'",
        "ALTER ROLE dup PASSWORD E'it\\'s3cret x'",
        "ALTER ROLE dup PASSWORD U&'x s3cret'",
        "ALTER ROLE dup PASSWORD $$x s3cret$$",
        "ALTER ROLE dup PASSWORD $a$x $$ s3cret$a$",
        "execute CREATE ROLE dup LOGIN PASSWORD 'a very long s3cret...",
        "execute CREATE ROLE dup LOGIN PASSWORD $x$a very long s3cret...",
        "OPTIONS (user 'u', sslpassword 'x s3cret')",
        "CREATE SUBSCRIPTION s CONNECTION 'host=h password=s3cret' PUBLICATION p",
        "SELECT dblink_connect('host=h password=''x s3cret''')",
        "UPDATE users SET password = 'it''s3cret'",
        "UPDATE users SET password = E'x s3cret'",
        "UPDATE users SET password = $$x s3cret$$",
        "SELECT make_user(password => 's3cret', name => 'u')",
        "SELECT make_user(password := 's3cret')",
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
            "execute ALTER ROLE u PASSWORD NULL",
            "invalid value for 'password' of 'u'",
            "add column users.password text",
            "jdbc:postgresql://db:5432")) {
      assertThat(Secrets.strip(message)).isEqualTo(message);
    }
    assertThat(Secrets.strip("{user=a, password=x,y, ssl=true}"))
        .isEqualTo("{user=a, password=***, ssl=true}");
    assertThat(Secrets.strip("CREATE ROLE a PASSWORD 'x' LOGIN; CREATE ROLE b PASSWORD $a$y$a$"))
        .isEqualTo("CREATE ROLE a PASSWORD *** LOGIN; CREATE ROLE b PASSWORD ***");
    assertThat(Secrets.strip("CREATE ROLE a PASSWORD '" + "y''".repeat(2000) + "' LOGIN"))
        .isEqualTo("CREATE ROLE a PASSWORD *** LOGIN");
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

  @Test
  void replacesAnExceptionOnWhichOneHangsThatTellsAPassword() {
    SQLException inner = new SQLException("url ?password=s3cret");
    IllegalStateException suppressing = new IllegalStateException("closing");
    suppressing.addSuppressed(new IllegalStateException(inner));
    SQLException chained = new SQLException("first", "08001");
    chained.setNextException(new SQLException("second", inner));

    for (Throwable thrown : List.of(suppressing, chained, new IllegalStateException(chained))) {
      StringWriter trace = new StringWriter();
      Secrets.strip(thrown).printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain("s3cret");
    }
    assertThat(Secrets.strip(suppressing)).hasMessage("closing");
  }

  @Test
  void exceptionsThatHangOnEachOtherAreLookedAtOnce() {
    IllegalStateException one = new IllegalStateException("one");
    IllegalStateException other = new IllegalStateException("other", one);
    one.addSuppressed(other);
    SQLException chained = new SQLException("chained", one);
    one.addSuppressed(chained);

    assertThat(Secrets.strip(one)).isSameAs(one);
    assertThat(Secrets.strip(chained)).isSameAs(chained);
  }
}
