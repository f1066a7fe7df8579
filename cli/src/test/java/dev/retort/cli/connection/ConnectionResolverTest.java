package dev.retort.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.cli.output.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class ConnectionResolverTest {

  private static final Map<String, String> NOTHING = Map.of();

  @ParameterizedTest
  @CsvSource({
    "postgresql://me:secret@db:5433/app,                     db:5433/app,        me,   secret",
    "postgres://me:secret@db/app,                            db:5432/app,        me,   secret",
    "jdbc:postgresql://me:secret@db:5433/app,                db:5433/app,        me,   secret",
    "jdbc:postgresql://db/app?user=me&password=secret,       db:5432/app,        me,   secret",
    "postgresql://db/app?user=me&password=secret,            db:5432/app,        me,   secret",
    "postgresql://m%40e:s%3Ae%2Fc%2Br+t%25@db/app,           db:5432/app,        m@e,  s:e/c+r+t%",
    "postgresql://me:p@ss@db/app,                            db:5432/app,        me,   p@ss",
    "postgresql://me:a:b@db/app,                             db:5432/app,        me,   a:b",
    "postgresql://me@db/app,                                 db:5432/app,        me,   ''",
    "postgresql://db/app,                                    db:5432/app,        '',   ''",
    "postgresql:///app,                                      localhost:5432/app, '',   ''",
    "postgresql://me:secret@[::1]:5433/app,                  [::1]:5433/app,     me,   secret",
    "postgresql://me:secret@[::1]/app,                       [::1]:5432/app,     me,   secret",
    "postgresql://me:secret@db/my%20app,                     db:5432/my app,     me,   secret",
    "postgresql://me:secret@db/a+b,                          db:5432/a+b,        me,   secret",
    "jdbc:postgresql://db/app?user=me&password=a+b%2Bc,      db:5432/app,        me,   a b+c",
    "postgresql://db/app?user=me&password=a+b%2Bc,           db:5432/app,        me,   a+b+c",
    "jdbc:postgresql:app,                                    localhost:5432/app, '',   ''",
  })
  void readsAddresses(String url, String place, String user, String password) {
    ConnectionSettings settings =
        ConnectionResolver.resolve(ConnectionRequest.NONE, Map.of("DATABASE_URL", url), NOTHING);

    assertThat(settings.user().orElse("")).isEqualTo(user);
    assertThat(settings.password().orElse("")).isEqualTo(password);
    assertThat(settings.jdbcUrl()).doesNotContain("secret");
    PGSimpleDataSource source = (PGSimpleDataSource) DataSources.of(settings);
    assertThat(place(source)).isEqualTo(place);
    assertThat(source.getApplicationName()).isEqualTo("retort");
  }

  @Test
  void readsSeveralServers() {
    PGSimpleDataSource source =
        (PGSimpleDataSource)
            DataSources.of(
                ConnectionResolver.resolve(
                    url("postgresql://me@one:5433,two/app?target_session_attrs=any&schema=x"),
                    NOTHING,
                    NOTHING));

    assertThat(source.getServerNames()).containsExactly("one", "two");
    assertThat(source.getPortNumbers()).containsExactly(5433, 5432);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://me:secret@db/app",
        "jdbc:mysql://db/app?password=secret",
        "me:secret@db/app",
        "secret",
        "postgresql://me:secret@db:none/app",
        "postgresql://me:secret@db:70000/app",
        "postgresql://me:se%cret@db/app",
        "postgresql://me:sec/ret@db/app",
        "postgresql://me:secret@%2Fvar%2Frun/app",
        "postgresql://me:secret@db/app?secret",
        "jdbc:postgresql://me:secret@db:x/app",
      })
  void refusesOtherAddressesWithoutRepeatingThem(String url) {
    assertThatThrownBy(
            () ->
                ConnectionResolver.resolve(
                    ConnectionRequest.NONE, Map.of("DATABASE_URL", url), NOTHING))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("[RT602] DATABASE_URL is no address")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  /** Variables, those of the file behind a bar; what comes of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DATABASE_URL=postgresql://a/one DB_URL=postgresql://b/two       ; a:5432/one as ? with ?",
        "DB_URL=jdbc:postgresql://b/two DB_USER=me DB_PASSWORD=secret    ; b:5432/two as me with"
            + " secret",
        "DB_HOST=c DB_PORT=5433 DB_NAME=three DB_USER=me PGHOST=d        ; c:5433/three as me with"
            + " ?",
        "DB_NAME=three PGUSER=you PGPASSWORD=word                        ; localhost:5432/three as"
            + " you with word",
        "PGHOST=d PGPORT=5434 PGUSER=me PGPASSWORD=secret PGDATABASE=four; d:5434/four as me with"
            + " secret",
        "PGDATABASE=four                                                 ; localhost:5432/four as ?"
            + " with ?",
        "PGHOST=d PGUSER=me                                              ; d:5432/me as me with ?",
        "PGHOST=::1 PGDATABASE=four                                      ; [::1]:5432/four as ?"
            + " with ?",
        "DB_HOST=c DB_NAME=a%20/b?c DB_USER=me                           ; c:5432/a%20/b?c as me"
            + " with ?",
        "| DATABASE_URL=postgresql://a/one                               ; a:5432/one as ? with ?",
        "DB_PASSWORD=new | DATABASE_URL=postgresql://me@a/one DB_PASSWORD=old ; a:5432/one as me"
            + " with new",
        "DB_NAME=three | DATABASE_URL=postgresql://a/one DB_HOST=c       ; c:5432/three as ? with"
            + " ?",
        "DATABASE_URL= | DATABASE_URL=postgresql://a/one                 ; a:5432/one as ? with ?",
        "PGUSER=me PGPASSWORD=secret | PGHOST=d PGUSER=you               ; d:5432/me as me with"
            + " secret",
        "DATABASE_URL=postgresql://me:mine@a/one DB_USER=you DB_PASSWORD=yours ; a:5432/one as me"
            + " with mine",
      })
  void theFirstThatNamesAPlaceCounts(String variables, String expected) {
    String[] parts = (" " + variables + " ").split("\\|", 2);

    ConnectionSettings settings =
        ConnectionResolver.resolve(
            ConnectionRequest.NONE,
            variables(parts[0]),
            parts.length > 1 ? variables(parts[1]) : NOTHING);

    assertThat(
            place((PGSimpleDataSource) DataSources.of(settings))
                + " as "
                + settings.user().orElse("?")
                + " with "
                + settings.password().orElse("?"))
        .isEqualTo(expected);
  }

  @Test
  void optionsWin() {
    Map<String, String> environment =
        Map.of("DATABASE_URL", "postgresql://you:yours@b/two", "PGPASSWORD", "mine");

    ConnectionSettings place =
        ConnectionResolver.resolve(url("postgresql://a/one"), environment, NOTHING);
    ConnectionSettings login =
        ConnectionResolver.resolve(
            new ConnectionRequest(Optional.empty(), Optional.of("me"), Optional.of("secret")),
            environment,
            NOTHING);

    assertThat(place((PGSimpleDataSource) DataSources.of(place))).isEqualTo("a:5432/one");
    assertThat(place.user()).isEmpty();
    assertThat(place.password()).contains("mine");
    assertThat(login.user()).contains("me");
    assertThat(login.password()).contains("secret");
  }

  @Test
  void libpqsVariablesReachTheDriverUnlessTheAddressSaysOtherwise() {
    Map<String, String> environment =
        Map.of(
            "DATABASE_URL", "postgresql://a/one?sslmode=require&application_name=mine",
            "PGSSLMODE", "disable",
            "PGSSLROOTCERT", "/certificates/root.crt",
            "PGCONNECT_TIMEOUT", "3",
            "PGAPPNAME", "theirs");

    PGSimpleDataSource source =
        (PGSimpleDataSource)
            DataSources.of(
                ConnectionResolver.resolve(ConnectionRequest.NONE, environment, NOTHING));

    assertThat(source.getSslMode()).isEqualTo("require");
    assertThat(source.getSslRootCert()).isEqualTo("/certificates/root.crt");
    assertThat(source.getConnectTimeout()).isEqualTo(3);
    assertThat(source.getApplicationName()).isEqualTo("mine");
  }

  @Test
  void nothingSaysWhere() {
    assertThatThrownBy(
            () ->
                ConnectionResolver.resolve(
                    ConnectionRequest.NONE, Map.of("PGUSER", "me", "DB_PASSWORD", "x"), NOTHING))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("[RT601]");
  }

  @Test
  void nobodyPrintsAPassword() {
    ConnectionSettings settings =
        ConnectionResolver.resolve(
            url("jdbc:postgresql://db/app?sslpassword=secret&password=secret"), NOTHING, NOTHING);

    assertThat(settings.toString()).doesNotContain("secret");
    assertThat(
            new ConnectionRequest(
                    Optional.of("postgresql://me:secret@db/app"),
                    Optional.of("me"),
                    Optional.of("secret"))
                .toString())
        .doesNotContain("secret");
  }

  @Test
  void readsDotEnv() {
    assertThat(
            DotEnv.parse(
                List.of(
                    "\uFEFF# a note",
                    "",
                    "A=1",
                    " export B = two words ",
                    "C=\"quoted # text\"",
                    "D='it''s'",
                    "E=",
                    "F=a=b#c",
                    "G='x' # a note",
                    "H=\"a\" # \"b\"")))
        .isEqualTo(
            Map.of(
                "A",
                "1",
                "B",
                "two words",
                "C",
                "quoted # text",
                "D",
                "it''s",
                "E",
                "",
                "F",
                "a=b#c",
                "G",
                "x",
                "H",
                "a"));
    assertThatThrownBy(() -> DotEnv.parse(List.of("A=1", "secret")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("[RT602] Line 2 of .env is no setting.")
        .hasMessageNotContaining("secret");
  }

  private static ConnectionRequest url(String url) {
    return new ConnectionRequest(Optional.of(url), Optional.empty(), Optional.empty());
  }

  private static Map<String, String> variables(String text) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String word : text.strip().split(" +", -1)) {
      if (!word.isEmpty()) {
        variables.put(word.replaceFirst("=.*", ""), word.replaceFirst("[^=]*=", ""));
      }
    }
    return variables;
  }

  private static String place(PGSimpleDataSource source) {
    String[] servers = source.getServerNames();
    assertThat(servers).hasSize(1);
    return servers[0] + ":" + source.getPortNumbers()[0] + "/" + source.getDatabaseName();
  }
}
