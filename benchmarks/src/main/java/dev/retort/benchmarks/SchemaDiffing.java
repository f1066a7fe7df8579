package dev.retort.benchmarks;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.schema.UniqueConstraint.unique;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The operations between two schemas with tables of ten columns each. In every tenth table
 * something differs; the tables that come and go are as many again.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SchemaDiffing {

  private static final int COLUMNS = 10;

  /** The number of tables. */
  @Param({"625", "1250", "2500", "5000"})
  public int tables;

  private Schema before;
  private Schema after;
  private Schema alike;

  @Setup
  public void makeUp() {
    before = schema(0, tables, 100);
    after = schema(tables / 20, tables + tables / 20, 200);
    alike = schema(0, tables, 100);
  }

  @Benchmark
  public List<Operation> differences() {
    return SchemaDiffer.diff(before, after);
  }

  @Benchmark
  public List<Operation> noDifference() {
    return SchemaDiffer.diff(before, alike);
  }

  /**
   * A schema.
   *
   * @param from the number of the first table
   * @param to the number after that of the last table
   * @param length the length of a column in each tenth table
   */
  private static Schema schema(int from, int to, int length) {
    Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    for (int i = from; i < to; i++) {
      List<TableElement> elements = new ArrayList<>();
      elements.add(column("id", bigint()).notNull());
      elements.add(column("parent_id", bigint()));
      for (int c = 2; c < COLUMNS; c++) {
        elements.add(column("column_" + c, varchar(i % 10 == 0 && c == 2 ? length : c + 1)));
      }
      elements.add(primaryKey("id"));
      elements.add(unique("column_3", "column_4"));
      if (i > from) {
        elements.add(foreignKey("parent_id").references("table_" + (i - 1), "id"));
      }
      QualifiedName name = QualifiedName.of("table_" + i);
      tables.put(
          name,
          Table.table(name, elements.toArray(TableElement[]::new))
              .withIndex(index("ix_" + i, "column_5")));
    }
    return new Schema(tables, Map.of(), Map.of());
  }
}
