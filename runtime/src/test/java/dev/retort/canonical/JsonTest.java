package dev.retort.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

  @Test
  void readsWhatOthersWriteDifferently() {
    String text =
        " { \"a\" : [ 1 , -20 , true , false ] ,\r\n\t\"\\u0062\" : \"\\/\\b\\f\\u00e9\" } ";

    assertThat(Json.parse(text).write())
        .isEqualTo("{\"a\":[1,-20,true,false],\"b\":\"/\\u0008\\u000cé\"}");
  }

  @Test
  void escapesWhatUtf8CannotCarry() {
    assertThat(Json.text("\ud83d\ude00 \ud83d \ude00").write())
        .isEqualTo("\"\ud83d\ude00 \\ud83d \\ude00\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 1 | expected a value",
        "`[1,]` | 4 | expected a value",
        "`[1 2]` | 4 | expected ']'",
        "`{\"a\":1,}` | 8 | expected '\"'",
        "`{\"a\" 1}` | 6 | expected ':'",
        "`{\"a\":1,\"a\":2}` | 8 | a second member 'a'",
        "`null` | 1 | expected a value",
        "`1.5` | 2 | expected a whole number",
        "`1e3` | 2 | expected a whole number",
        "`-` | 2 | expected a whole number",
        "`01` | 3 | expected a whole number",
        "`9223372036854775808` | 20 | a number beyond 64 bits",
        "`\"abc` | 5 | a string without its end",
        "`\"\\x\"` | 4 | an unknown escape",
        "`\"\\u12g4\"` | 6 | expected four hexadecimal digits",
        "`1 1` | 3 | expected the end",
      })
  void refusesWhatIsNotJson(String text, int character, String fact) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(JsonException.class)
        .hasMessage("not JSON at character " + character + ": " + fact);
  }

  @Test
  void refusesControlCharactersInStrings() {
    assertThatThrownBy(() -> Json.parse("\"a\nb\"")).hasMessageContaining("control character");
  }

  @Test
  void limitsTheDepthButNotTheLength() {
    assertThat(Json.parse("[".repeat(64) + "]".repeat(64))).isNotNull();
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000)))
        .hasMessage("not JSON at character 65: nested deeper than 64");
    assertThat(Json.parse("[" + "[1],".repeat(100_000) + "1]").asItems()).hasSize(100_001);
  }

  @Property(seed = "1", tries = 300)
  void valuesComeBack(@ForAll("values") Json value) {
    assertThat(Json.parse(value.write())).isEqualTo(value);
  }

  @Provide
  static Arbitrary<Json> values() {
    return Arbitraries.lazyOf(
        () -> Arbitraries.strings().ofMaxLength(10).map(Json::text),
        () -> Arbitraries.longs().map(Json::whole),
        () -> Arbitraries.of(true, false).map(Json.Flag::new),
        () -> values().list().ofMaxSize(3).map(Json.Items::new),
        () ->
            Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), values())
                .ofMaxSize(3)
                .map(JsonTest::members));
  }

  private static Json members(Map<String, Json> members) {
    return new Json.Members(new LinkedHashMap<>(members));
  }
}
