package dev.retort.cli.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Project files as teams have them; {@code -Dretort.rewrite=true} writes what is expected anew. */
class PomSetupTest {

  private static final Path POMS = Path.of("src/test/resources/poms");

  static List<String> poms() throws IOException {
    try (Stream<Path> files = Files.list(POMS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".xml"))
          .sorted()
          .toList();
    }
  }

  static List<String> pomsOfSeveralLines() throws IOException {
    return poms().stream().filter(name -> !name.equals("one-line.xml")).toList();
  }

  @ParameterizedTest
  @MethodSource("poms")
  void addsWhatIsMissing(String name) throws Exception {
    Pom set = setUp(read(name));
    String seen = set.difference() + "\n" + String.join("\n", set.remarks()) + "\n";
    Path expected = POMS.resolve(name.replace(".xml", ".diff"));

    if (Boolean.getBoolean("retort.rewrite")) {
      Files.writeString(expected, seen, UTF_8);
    } else {
      assertThat(seen).isEqualTo(Files.readString(expected, UTF_8));
    }
  }

  @ParameterizedTest
  @MethodSource("poms")
  void addsNothingTwice(String name) throws Exception {
    Pom once = setUp(read(name));

    Pom twice = PomSetup.of("pom.xml", once.text(), "0.2.0", Optional.of("other"));

    assertThat(twice.changed()).isFalse();
    assertThat(twice.text()).isEqualTo(once.text());
  }

  /** Every line stays, but for an element that was empty and written as one tag. */
  @ParameterizedTest
  @MethodSource("pomsOfSeveralLines")
  void keepsWhatIsThere(String name) throws Exception {
    for (String end : List.of("\n", "\r\n")) {
      String pom = read(name).replace("\n", end);

      String set = setUp(pom).text();

      Deque<String> lines = new ArrayDeque<>(set.lines().toList());
      for (String line : pom.lines().toList()) {
        while (!lines.isEmpty() && !lines.peek().equals(line)) {
          lines.remove();
        }
        assertThat(lines).as(line).isNotEmpty();
        lines.remove();
      }
      assertThat(end.equals("\n") ? set : set.replace("\r\n", ""))
          .doesNotContain(end.equals("\n") ? "\r" : "\n");
    }
  }

  @Test
  void keepsTheTextOfAPomInOneLine() throws Exception {
    assertThat(setUp(read("one-line.xml")).text())
        .startsWith("<project><!-- a & b -->")
        .contains("<description><![CDATA[<x>]]> &lt; y</description>");
  }

  @Test
  void namesThePackageWhereTheProcessorWouldTakeAnother() throws Exception {
    Pom set = PomSetup.of("pom.xml", read("plain.xml"), "0.1.0", Optional.of("shop.steps"));

    assertThat(set.text()).contains("<arg>-Aretort.package=shop.steps</arg>");
  }

  @Test
  void refusesWhatIsNoProject() {
    for (String pom : List.of("<settings/>", "no xml", "", "<project>")) {
      assertThatThrownBy(() -> setUp(pom)).as(pom).isInstanceOf(UnusablePomException.class);
    }
    assertThatThrownBy(() -> setUp("<project><packaging>pom</packaging></project>"))
        .isInstanceOf(UnusablePomException.class)
        .hasMessageContaining("packaging");
  }

  private static Pom setUp(String pom) throws UnusablePomException {
    return PomSetup.of("pom.xml", pom, "0.1.0", Optional.empty());
  }

  private static String read(String name) throws IOException {
    return Files.readString(POMS.resolve(name), UTF_8);
  }
}
