package dev.retort.diff;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumnType;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConstraintDifferTest {

  private static final QualifiedName T = QualifiedName.of("t");

  @Test
  void whatIsToBeCheckedLaterIsReplaced() {
    List<List<Constraint>> kinds =
        List.of(
            List.of(primaryKey("id"), primaryKey("id").deferrable()),
            List.of(primaryKey("id").initiallyDeferred(), primaryKey("id").deferrable()),
            List.of(unique("a"), unique("a").nullsNotDistinct()),
            List.of(unique("a").deferrable(), unique("a")),
            List.of(toItself(), toItself().initiallyDeferred()));
    for (List<Constraint> kind : kinds) {
      Constraint from = kind.get(0).named("k");
      Constraint to = kind.get(1).named("k");

      assertThat(SchemaDiffer.diff(with(from), with(to)))
          .containsExactly(new DropConstraint(T, "k"), new AddConstraint(T, to));
    }
  }

  @Test
  void whatIsToBeValidIsValidated() {
    for (Constraint valid : List.of(check("id > 0"), toItself())) {
      Constraint notValid =
          valid instanceof CheckConstraint check ? check.notValid() : toItself().notValid();

      assertThat(SchemaDiffer.diff(with(notValid.named("k")), with(valid.named("other"))))
          .containsExactly(new ValidateConstraint(T, "k"));
      assertThat(SchemaDiffer.diff(with(valid.named("k")), with(notValid.named("k"))))
          .containsExactly(new DropConstraint(T, "k"), new AddConstraint(T, notValid.named("k")));
      assertThat(SchemaDiffer.diff(with(notValid.named("k")), with(notValid.named("other"))))
          .isEmpty();
    }
  }

  /** A foreign key that has to be dropped and added anyway is valid by that. */
  @Test
  void whatStepsAsideComesBackValid() {
    List<Operation> operations =
        SchemaDiffer.diff(
            with(bigint(), toItself().notValid().named("k")), with(text(), toItself().named("k")));

    assertThat(operations)
        .containsExactly(
            new DropConstraint(T, "k"),
            new AlterColumnType(T, "id", text(), Optional.empty()),
            new AlterColumnType(T, "b", text(), Optional.empty()),
            new AddConstraint(T, toItself().named("k")));
  }

  private static ForeignKey toItself() {
    return foreignKey("b").references("t", "id");
  }

  private static Schema with(Constraint constraint) {
    return with(bigint(), constraint);
  }

  private static Schema with(SqlType type, Constraint constraint) {
    Column id = column("id", type).notNull();
    Table table =
        Table.table(
            T,
            id,
            column("a", text()),
            column("b", type),
            unique("id").named("target"),
            constraint);
    return new Schema(Map.of(T, table), Map.of(), Map.of());
  }
}
