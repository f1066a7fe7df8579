package dev.retort.canonical;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddColumn;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.RunStep;
import dev.retort.schema.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainChecksumTest {

  private static final Operation ADD =
      new AddColumn(QualifiedName.of("machines"), column("maintenance_schedule", varchar(100)));

  @Test
  void isPinned() {
    assertThat(ChainChecksum.of(List.of(), "698c22942be3", List.of()))
        .isEqualTo("1:ee86ead6dc4105d4a345cb7f7134dc7d3e68bab627fa4b048ec73b8e4ff9bbe8");
    assertThat(ChainChecksum.of(List.of("1:aa", "1:bb"), "3f2a9c1b04de", List.of(ADD)))
        .isEqualTo("1:ca7b194e3cde584620659396ecfa1cc4ec7e2bc158e02c9b079a410e0b7161da");
  }

  @Test
  void theOrderOfMergedRevisionsDoesNotMatter() {
    assertThat(ChainChecksum.of(List.of("1:bb", "1:aa"), "m", List.of()))
        .isEqualTo(ChainChecksum.of(List.of("1:aa", "1:bb"), "m", List.of()));
  }

  @Test
  void everyPartCounts() {
    List<String> checksums =
        List.of(
            ChainChecksum.of(List.of(), "a", List.of(ADD)),
            ChainChecksum.of(List.of(), "b", List.of(ADD)),
            ChainChecksum.of(List.of("a"), "b", List.of(ADD)),
            ChainChecksum.of(List.of(), "a", List.of()),
            ChainChecksum.of(List.of(), "a", List.of(ADD, ADD)),
            ChainChecksum.of(List.of("a", "b"), "c", List.of()),
            ChainChecksum.of(List.of("a"), "b", List.of(new ExecuteSql("c"))));

    assertThat(checksums).doesNotHaveDuplicates();
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertThat(ChainChecksum.of(List.of("1:a"), "b", List.of()))
        .isNotEqualTo(ChainChecksum.of(List.of("1:"), "ab", List.of()));
    assertThat(ChainChecksum.of(List.of(), "a", List.of(new ExecuteSql("x;"), new ExecuteSql("y"))))
        .isNotEqualTo(ChainChecksum.of(List.of(), "a", List.of(new ExecuteSql("x;y"))));
  }

  @Test
  void aStepCountsByItsLabelAlone() {
    Operation one = new RunStep("fill", connection -> {});
    Operation other = new RunStep("fill", connection -> connection.commit());

    assertThat(ChainChecksum.of(List.of(), "a", List.of(one)))
        .isEqualTo(ChainChecksum.of(List.of(), "a", List.of(other)));
  }
}
