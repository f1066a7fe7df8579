package dev.retort.postgres;

import dev.retort.operation.CreateExtension;
import dev.retort.operation.CreateTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.RunStep;
import dev.retort.revision.CompiledUpgrade;
import dev.retort.schema.Column;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says at compile time what a boot is to send for an upgrade. Pure. */
public final class UpgradeCompiler {

  /** In characters; a constant of a class file takes 65,535 bytes, and one may need three. */
  private static final int LONGEST_STATEMENT = 20_000;

  private static final int MOST_STATEMENTS = 1_000;

  /** A table's own, its storage of large values, and the index of that. */
  private static final int LOCKS_OF_TABLE = 3;

  private UpgradeCompiler() {}

  /**
   * The statements of an upgrade; empty where a boot has to look at its operations, or where they
   * are more than a class should hold.
   */
  public static Optional<CompiledUpgrade> compile(List<Operation> upgrade) {
    List<String> statements = new ArrayList<>();
    int locks = 0;
    for (Operation operation : upgrade) {
      if (!isFixed(operation)) {
        return Optional.empty();
      }
      statements.addAll(SqlRenderer.render(operation));
      locks += locks(operation);
    }
    boolean fits =
        statements.size() <= MOST_STATEMENTS
            && statements.stream().allMatch(sql -> sql.length() <= LONGEST_STATEMENT);
    return fits ? Optional.of(new CompiledUpgrade(locks, statements)) : Optional.empty();
  }

  /** Whether nothing but the operation's statements takes part in running it. */
  private static boolean isFixed(Operation operation) {
    return !operation.runsOutsideTransaction()
        && !operation.needsTimescale()
        && !BoundStatement.holdsRows(operation)
        && !(operation instanceof ExecuteSql
            || operation instanceof RunStep
            || operation instanceof CreateExtension);
  }

  /** About how many relations an operation locks that none before it has locked. */
  public static int locks(Operation operation) {
    return operation instanceof CreateTable create ? LOCKS_OF_TABLE + parts(create.table()) : 1;
  }

  /** Indexes of keys, the tables that keys refer to, and sequences of identities. */
  private static int parts(Table table) {
    int parts = table.constraints().size();
    for (Column column : table.columns()) {
      parts += column.identity().isPresent() ? 1 : 0;
    }
    return parts;
  }
}
