package dev.retort.schema;

import static dev.retort.schema.EnumPosition.after;
import static dev.retort.schema.EnumPosition.before;
import static dev.retort.schema.EnumType.enumType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnumTypeTest {

  @Test
  void isAValue() {
    List<String> labels = new ArrayList<>(List.of("A", "B"));
    EnumType type = new EnumType(QualifiedName.of("t"), labels);
    labels.clear();

    assertThat(type).isEqualTo(enumType("t", "A", "B")).isNotEqualTo(enumType("t", "B", "A"));
    assertThat(type.labelsInWords()).isEqualTo("('A', 'B')");
  }

  @Test
  void takesAnyTextOf63BytesForALabel() {
    assertThat(enumType("t", "", "it's", "ü".repeat(31), "x".repeat(63)).labels()).hasSize(4);
    assertThatThrownBy(() -> enumType("t", "ü".repeat(32)))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            "label '%s' is longer than the 63 bytes that PostgreSQL allows", "ü".repeat(32));
    assertThatThrownBy(() -> enumType("t", "a\0b"))
        .hasMessage("a label must not contain a NUL character");
    assertThatThrownBy(() -> enumType("t", "it's", "it's"))
        .isInstanceOf(SchemaException.class)
        .hasMessage("enum type t has label 'it''s' twice");
  }

  @Test
  void cannotHideBehindATypeOfPostgres() {
    assertThatThrownBy(() -> enumType("box"))
        .hasMessage("enum type box has the name of one of PostgreSQL's own types, which hides it");
    assertThatThrownBy(() -> enumType("int4")).isInstanceOf(SchemaException.class);
    assertThat(new EnumType(QualifiedName.of("shop", "box"), List.of()).type().isBuiltIn())
        .isFalse();
  }

  @Test
  void getsLabelsInTheirPlaces() {
    EnumType type = enumType("t", "A", "B");

    assertThat(type.withLabel("C", Optional.empty()).labels()).containsExactly("A", "B", "C");
    assertThat(type.withLabel("C", Optional.of(before("A"))).labels())
        .containsExactly("C", "A", "B");
    assertThat(type.withLabel("C", Optional.of(after("A"))).labels())
        .containsExactly("A", "C", "B");
    assertThat(type.withLabelRenamed("A", "C").labels()).containsExactly("C", "B");
  }

  @Test
  void aColumnFindsItsTypeWhateverTheName() {
    for (QualifiedName name :
        List.of(
            QualifiedName.of("mood"),
            QualifiedName.of("a.b"),
            QualifiedName.of("a\"b"),
            QualifiedName.of("My.App", "\"x\".y"),
            QualifiedName.of("text", "text"))) {
      SqlType type = new EnumType(name, List.of()).type();
      assertThat(type.userDefinedName()).contains(name);
      assertThat(type.array().userDefinedName()).contains(name);
    }
    assertThat(SqlType.text().userDefinedName()).isEmpty();
    assertThat(SqlType.userDefined("x".repeat(64)).userDefinedName()).isEmpty();
  }
}
