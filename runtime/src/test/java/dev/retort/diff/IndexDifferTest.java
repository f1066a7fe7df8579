package dev.retort.diff;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.IndexKey.asc;
import static dev.retort.schema.IndexKey.desc;
import static dev.retort.schema.IndexKey.expression;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.userDefined;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexDifferTest {

  private static final QualifiedName T = QualifiedName.of("t");

  private static final List<Index> ALL =
      List.of(
          index("i", "a"),
          index("i", desc("a")),
          index("i", asc("a").nullsFirst()),
          index("i", expression("lower(a)")),
          index("i", asc("a").operatorClass("text_pattern_ops")),
          index("i", "a").using("hash"),
          index("i", "a").include("id"),
          index("i", "a").asUnique(),
          index("i", "a").asUnique().nullsNotDistinct(),
          index("i", "a").where("a > ''"));

  @Test
  void anIndexThatIsAnotherInAnythingButItsNameIsReplaced() {
    for (Index from : ALL) {
      for (Index to : ALL) {
        List<Operation> expected =
            from.equals(to) ? List.of() : List.of(new DropIndex(T, "i"), new CreateIndex(T, to));

        assertThat(SchemaDiffer.diff(with(from), with(to))).isEqualTo(expected);
      }
    }
  }

  @Test
  void theNameAloneIsNoDifference() {
    for (Index index : ALL) {
      assertThat(SchemaDiffer.diff(with(index), with(index.withName("j")))).isEmpty();
    }
  }

  /** PostgreSQL stores a comparison of values of the type. */
  @Test
  void anExpressionStepsAsideWhileAnEnumTypeIsRebuilt() {
    Index index = index("i", expression("state = 'NEW'"));
    List<Operation> operations =
        SchemaDiffer.diff(withState(index, "NEW", "OLD"), withState(index, "OLD", "NEW"));

    assertThat(operations.get(0)).isEqualTo(new DropIndex(T, "i"));
    assertThat(operations.get(operations.size() - 1)).isEqualTo(new CreateIndex(T, index));
    assertThat(operations).hasSize(3);
  }

  private static Schema with(Index index) {
    return schema(column("a", text()), index, Map.of());
  }

  private static Schema withState(Index index, String... labels) {
    EnumType type = new EnumType(QualifiedName.of("state"), List.of(labels));
    return schema(column("state", userDefined("state")), index, Map.of(type.name(), type));
  }

  private static Schema schema(Column column, Index index, Map<QualifiedName, EnumType> types) {
    Table table = Table.table(T, column("id", bigint()), column).withIndex(index);
    return new Schema(Map.of(T, table), Map.of(), types);
  }
}
