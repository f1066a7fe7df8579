package dev.retort.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceTest {

  @Test
  void endsInOneMark() {
    assertThat(Sentence.of("no such luck")).isEqualTo("no such luck.");
    assertThat(Sentence.of("no such luck. ")).isEqualTo("no such luck.");
    assertThat(Sentence.of("did you mean items?")).isEqualTo("did you mean items?");
  }

  @Test
  void putsTheLinesOfDriversAndCompilersOnOne() {
    assertThat(Sentence.of("ERROR: column \"x\" does not exist\n  Position: 8"))
        .isEqualTo("ERROR: column \"x\" does not exist; Position: 8.");
    assertThat(Sentence.of("ERROR: no\r\n  Detail: Key (a)=(1) is missing.\n\n  Hint:\n  look"))
        .isEqualTo("ERROR: no; Detail: Key (a)=(1) is missing. Hint: look.");
  }

  @Test
  void whatWouldSteerATerminalIsShownAsAQuestionMark() {
    assertThat(Sentence.of("\u001b[31mred\u001b[0m, \u0007bell, \u202egnorw"))
        .isEqualTo("?[31mred?[0m, ?bell, ?gnorw.");
  }
}
