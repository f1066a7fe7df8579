package dev.retort.processor.entity.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.entity.source.GeneratorClass.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorClassTest {

  @Test
  void startAndIncrementHaveHibernatesDefaults() {
    assertThat(GeneratorClass.parse("sequence")).contains(new GeneratorClass(Kind.SEQUENCE, 1, 50));
    assertThat(GeneratorClass.parse(" sequence:1000"))
        .contains(new GeneratorClass(Kind.SEQUENCE, 1000, 50));
    assertThat(GeneratorClass.parse("sequence:1000:20"))
        .contains(new GeneratorClass(Kind.SEQUENCE, 1000, 20));
    assertThat(GeneratorClass.parse("table")).contains(GeneratorClass.of(Kind.TABLE));
    assertThat(GeneratorClass.parse("none")).contains(GeneratorClass.of(Kind.NONE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Sequence", "sequence:", "sequence:x", "sequence:1:2:3", "none:1", "table:1"})
  void anythingElseIsNotUnderstood(String text) {
    assertThat(GeneratorClass.parse(text)).isEmpty();
  }
}
