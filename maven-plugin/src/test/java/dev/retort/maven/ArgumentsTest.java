package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void addsOnlyWhatIsGiven() {
    Arguments arguments =
        Arguments.of("upgrade")
            .flag("--sql", false)
            .option("--user", null)
            .option("--schema", "")
            .options("--depends-on", null)
            .positional(null);

    assertThat(arguments.words()).containsExactly("upgrade");
  }

  @Test
  void keepsAnOptionAndItsValueInOneWord() {
    Arguments arguments =
        Arguments.of("revision")
            .flag("--empty", true)
            .option("--message", "--json is printed")
            .options("--depends-on", "3f2a, b7d4")
            .option("--rev-id", "3f2a9c1b04de");

    assertThat(arguments.words())
        .containsExactly(
            "revision",
            "--empty",
            "--message=--json is printed",
            "--depends-on=3f2a",
            "--depends-on=b7d4",
            "--rev-id=3f2a9c1b04de");
  }

  @Test
  void takesTargetsApart() {
    assertThat(Arguments.of("stamp").positionals(" 3f2a,b7d4  billing@head ").words())
        .containsExactly("stamp", "3f2a", "b7d4", "billing@head");
    assertThat(Arguments.of("downgrade").positional("-1").words())
        .containsExactly("downgrade", "-1");
  }

  @Test
  void neverShowsASecret() {
    Arguments arguments = Arguments.of("current").option("--password", "hunter2");

    assertThat(arguments.words()).containsExactly("current", "--password=hunter2");
    assertThat(arguments.toString()).isEqualTo("Arguments[current]");
  }
}
