package dev.retort.operation;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.Attribute;
import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Constraint;
import dev.retort.schema.Definition;
import dev.retort.schema.EnumPosition;
import dev.retort.schema.EnumType;
import dev.retort.schema.Extension;
import dev.retort.schema.Hypertable;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Partition;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The recorder that a revision writes to. It only collects: nothing here touches a database, so a
 * revision can be replayed anywhere.
 *
 * <p>Names are given as the database stores them, unquoted. Not safe for use by several threads.
 */
public final class Operations {

  private static final StackWalker STACK = StackWalker.getInstance();
  private static final Caller CALLER = new Caller();

  private final List<RecordedOperation> recorded;
  private final Optional<String> namespace;
  private final BooleanSupplier cancelled;

  private Operations(
      List<RecordedOperation> recorded, Optional<String> namespace, BooleanSupplier cancelled) {
    this.recorded = recorded;
    this.namespace = namespace;
    this.cancelled = cancelled;
  }

  /** What the given script records, in order. Exceptions of the script pass through. */
  public static List<RecordedOperation> record(Consumer<Operations> script) {
    return record(script, () -> false);
  }

  /**
   * What the given script records, in order. Exceptions of the script pass through.
   *
   * @param cancelled whether nobody waits for the recording any more; may be answered by another
   *     thread. The next operation then throws a {@link CancellationException}.
   */
  public static List<RecordedOperation> record(
      Consumer<Operations> script, BooleanSupplier cancelled) {
    List<RecordedOperation> recorded = new ArrayList<>();
    script.accept(new Operations(recorded, Optional.empty(), cancelled));
    return List.copyOf(recorded);
  }

  /**
   * A recorder for objects of the given namespace (what PostgreSQL calls a schema). It writes to
   * the same sequence of operations.
   */
  public Operations in(String otherNamespace) {
    return new Operations(recorded, Optional.of(otherNamespace), cancelled);
  }

  /**
   * Creates a namespace (what PostgreSQL calls a schema) for {@link #in}, unless it is there. The
   * role needs the privilege CREATE on the database.
   */
  public void createNamespace(String newNamespace) {
    add(new CreateNamespace(newNamespace));
  }

  /** Drops a namespace that a revision created; nothing may be in it any more. */
  public void dropNamespace(String oldNamespace) {
    add(new DropNamespace(oldNamespace));
  }

  /**
   * Creates an extension of PostgreSQL unless it is there, its objects in this recorder's
   * namespace. The server must have it installed, and the role be allowed to create it.
   */
  public void createExtension(String extension) {
    add(new CreateExtension(new Extension(extension, namespace)));
  }

  /** Drops an extension that a revision created; nothing may need its objects any more. */
  public void dropExtension(String extension) {
    add(new DropExtension(extension));
  }

  /**
   * Creates a table of the given columns and constraints, and a comment if there is one; {@code
   * partitionByRange("recorded_at")} among them makes it a partitioned table, {@code
   * hypertable("recorded_at")} one of TimescaleDB.
   */
  public void createTable(String table, TableElement... elements) {
    add(new CreateTable(Table.table(name(table), elements)));
  }

  /** Drops a table and the rows in it. */
  public void dropTable(String table) {
    add(new DropTable(name(table)));
  }

  public void renameTable(String table, String newName) {
    add(new RenameTable(name(table), newName));
  }

  /**
   * Moves a table to another namespace, which must be there (see {@link #createNamespace}), with
   * its rows, keys and indexes: {@code op.moveTable("goods", "store")}, and back {@code
   * op.in("store").moveTableToDefault("goods")}.
   *
   * @param partitions the names of its partitions, all of them
   */
  public void moveTable(String table, String newNamespace, String... partitions) {
    add(new MoveTable(name(table), Optional.of(newNamespace), List.of(partitions)));
  }

  /**
   * Moves a table of this recorder's namespace to the one that migrations run in, {@code public} as
   * a rule, as {@link #moveTable} does.
   */
  public void moveTableToDefault(String table, String... partitions) {
    add(new MoveTable(name(table), Optional.empty(), List.of(partitions)));
  }

  /** Gives a table a comment, or another one. */
  public void createTableComment(String table, String comment) {
    add(new AlterTableComment(name(table), Optional.of(comment)));
  }

  public void dropTableComment(String table) {
    add(new AlterTableComment(name(table), Optional.empty()));
  }

  /** Adds a column at the end of a table. */
  public void addColumn(String table, Column column) {
    add(new AddColumn(name(table), column));
  }

  /** Drops a column, the values in it, and the keys and indexes on it. */
  public void dropColumn(String table, String column) {
    add(new DropColumn(name(table), column));
  }

  public void renameColumn(String table, String column, String newName) {
    add(new RenameColumn(name(table), column, newName));
  }

  /** Changes a column's type where PostgreSQL converts the values by itself. */
  public void alterColumnType(String table, String column, SqlType type) {
    add(new AlterColumnType(name(table), column, type, Optional.empty()));
  }

  /** Changes a column's type; {@code using} is the SQL expression that converts the old values. */
  public void alterColumnType(String table, String column, SqlType type, String using) {
    add(new AlterColumnType(name(table), column, type, Optional.of(using)));
  }

  /** Forbids NULL in a column; fails at migration time if a row has one. */
  public void setNotNull(String table, String column) {
    add(new AlterColumnNullable(name(table), column, false));
  }

  /** Allows NULL in a column. */
  public void dropNotNull(String table, String column) {
    add(new AlterColumnNullable(name(table), column, true));
  }

  /** Sets a column's default to an SQL expression; rows that exist keep their values. */
  public void setDefault(String table, String column, String expression) {
    add(new AlterColumnDefault(name(table), column, Optional.of(expression)));
  }

  public void dropDefault(String table, String column) {
    add(new AlterColumnDefault(name(table), column, Optional.empty()));
  }

  /** Makes a column an identity column, or changes how its values are generated. */
  public void setIdentity(String table, String column, Identity identity) {
    add(new AlterColumnIdentity(name(table), column, Optional.of(identity)));
  }

  /** Makes an identity column a plain one. */
  public void dropIdentity(String table, String column) {
    add(new AlterColumnIdentity(name(table), column, Optional.empty()));
  }

  /** Makes a generated column a plain one, which keeps the values that it has. */
  public void dropExpression(String table, String column) {
    add(new DropExpression(name(table), column));
  }

  /** Gives a column a comment, or another one. */
  public void alterColumnComment(String table, String column, String comment) {
    add(new AlterColumnComment(name(table), column, Optional.of(comment)));
  }

  public void dropColumnComment(String table, String column) {
    add(new AlterColumnComment(name(table), column, Optional.empty()));
  }

  /**
   * Adds a constraint, checking the rows that exist unless it is {@code notValid()}. One without a
   * name is named as PostgreSQL would do it, {@code table_column_key}; where that name is taken,
   * give it one of its own.
   */
  public void addConstraint(String table, Constraint constraint) {
    add(new AddConstraint(name(table), constraint));
  }

  public void dropConstraint(String table, String constraint) {
    add(new DropConstraint(name(table), constraint));
  }

  /**
   * Checks all rows for a foreign key or check that was added with {@code notValid()}; the table
   * can be read and written meanwhile. Fails at migration time if a row does not satisfy it.
   */
  public void validateConstraint(String table, String constraint) {
    add(new ValidateConstraint(name(table), constraint));
  }

  public void createIndex(String table, Index index) {
    add(new CreateIndex(name(table), index));
  }

  /**
   * Creates an index while the table is read and written. It runs outside the transactions of the
   * revision, in its place between them; an attempt that was cut off is cleaned up and made again
   * at the next start. Best in a revision of its own: what stands before it is committed before it
   * begins.
   */
  public void createIndexConcurrently(String table, Index index) {
    add(new CreateIndex(name(table), index, true));
  }

  public void dropIndex(String table, String index) {
    add(new DropIndex(name(table), index));
  }

  /**
   * Drops an index while the table is read and written, outside the transactions of the revision
   * (see {@link #createIndexConcurrently}).
   */
  public void dropIndexConcurrently(String table, String index) {
    add(new DropIndex(name(table), index, true));
  }

  public void createSequence(String sequence, long start, long increment) {
    add(new CreateSequence(new Sequence(name(sequence), start, increment)));
  }

  /** Changes the step of a sequence, which goes on from where it is. */
  public void alterSequence(String sequence, long increment) {
    add(new AlterSequence(name(sequence), increment));
  }

  /** Renames a sequence, which goes on from where it is; defaults that draw on it follow. */
  public void renameSequence(String sequence, String newName) {
    add(new RenameSequence(name(sequence), newName));
  }

  /** Moves a sequence to another namespace, which must be there (see {@link #createNamespace}). */
  public void moveSequence(String sequence, String newNamespace) {
    add(new MoveSequence(name(sequence), Optional.of(newNamespace)));
  }

  /**
   * Moves a sequence of this recorder's namespace to the one that migrations run in, {@code public}
   * as a rule.
   */
  public void moveSequenceToDefault(String sequence) {
    add(new MoveSequence(name(sequence), Optional.empty()));
  }

  public void dropSequence(String sequence) {
    add(new DropSequence(name(sequence)));
  }

  /** Creates an enum type with the given labels, in order. */
  public void createEnumType(String type, String... labels) {
    add(new CreateEnumType(new EnumType(name(type), List.of(labels))));
  }

  /** Drops an enum type, which no column may have any more. */
  public void dropEnumType(String type) {
    add(new DropEnumType(name(type)));
  }

  /**
   * Adds a label at the end of an enum type. Nothing in the same revision can use it: PostgreSQL
   * wants the transaction to end first (see {@link AddEnumValue}).
   */
  public void addEnumValue(String type, String label) {
    add(new AddEnumValue(name(type), label, Optional.empty()));
  }

  /**
   * Adds a label to an enum type, {@code before("LABEL")} or {@code after("LABEL")} another one.
   * Nothing in the same revision can use it: PostgreSQL wants the transaction to end first (see
   * {@link AddEnumValue}).
   */
  public void addEnumValue(String type, String label, EnumPosition position) {
    add(new AddEnumValue(name(type), label, Optional.of(position)));
  }

  /** Renames a label of an enum type; the rows that hold it follow. */
  public void renameEnumValue(String type, String label, String newLabel) {
    add(new RenameEnumValue(name(type), label, newLabel));
  }

  /**
   * Gives an enum type other labels, or another order of them, and converts the columns that have
   * it: {@code op.rebuildEnumType("status", labels("NEW", "DONE").usedBy("tickets", "status"))}.
   * Fails at migration time where a row has a label that goes and has no replacement. What must
   * step aside for it is said at {@link RebuildEnumType}.
   */
  public void rebuildEnumType(String type, EnumRebuild rebuild) {
    add(new RebuildEnumType(name(type), rebuild));
  }

  /**
   * Adds a partition to a partitioned table: {@code op.createPartition("readings",
   * "readings_2026_01", "FROM ('2026-01-01') TO ('2026-02-01')")}.
   *
   * @param bounds what follows {@code FOR VALUES} in SQL, or {@code DEFAULT}
   */
  public void createPartition(String table, String partition, String bounds) {
    add(new CreatePartition(name(table), new Partition(partition, bounds)));
  }

  /** Drops a partition and the rows in it. */
  public void dropPartition(String table, String partition) {
    add(new DropPartition(name(table), partition));
  }

  public void renamePartition(String table, String partition, String newName) {
    add(new RenamePartition(name(table), partition, newName));
  }

  /**
   * Gives partitions other bounds, at once; fails at migration time where a row lies outside of
   * them: {@code op.alterPartitions("readings", partition("readings_old", "FROM (MINVALUE) TO
   * ('2026-01-01')"))}.
   */
  public void alterPartitions(String table, Partition... partitions) {
    add(new AlterPartitions(name(table), List.of(partitions)));
  }

  /**
   * Moves all rows of a table to another one, empty so far, by the columns that are named. Identity
   * columns count on where they were.
   */
  public void moveRows(String table, String target, String... columns) {
    moveRows(table, name(target), columns);
  }

  /** Moves all rows of a table to another one, in whatever namespace. */
  public void moveRows(String table, QualifiedName target, String... columns) {
    add(new MoveRows(name(table), target, List.of(columns)));
  }

  /**
   * Makes a table that exists a hypertable of TimescaleDB, with chunks of 7 days. A new table is
   * one by {@code hypertable("recorded_at")} inside its {@code createTable}.
   */
  public void createHypertable(String table, String timeColumn) {
    add(new CreateHypertable(name(table), Hypertable.hypertable(timeColumn)));
  }

  /**
   * Makes a table that exists a hypertable of TimescaleDB, with chunks that cover so much time:
   * {@code op.createHypertable("readings", "recorded_at", "1 day")}.
   */
  public void createHypertable(String table, String timeColumn, String chunkInterval) {
    add(new CreateHypertable(name(table), Hypertable.hypertable(timeColumn, chunkInterval)));
  }

  /** Has new chunks of a hypertable cover so much time; those that exist stay. */
  public void setChunkInterval(String table, String chunkInterval) {
    add(new AlterChunkInterval(name(table), Optional.of(chunkInterval)));
  }

  /** Has new chunks of a hypertable cover 7 days again, which is TimescaleDB's default. */
  public void resetChunkInterval(String table) {
    add(new AlterChunkInterval(name(table), Optional.empty()));
  }

  /** Creates a view of the given query. */
  public void createView(String view, String query) {
    createView(view, Definition.definition(query));
  }

  /** Creates a view of the given query. */
  public void createView(String view, Definition query) {
    add(new CreateObject(new View(name(view), false, query)));
  }

  /**
   * Gives a view another query, which has the old one's columns, in order, and may have more after
   * them. What depends on the view and the privileges on it stay.
   */
  public void replaceView(String view, String query) {
    replaceView(view, Definition.definition(query));
  }

  /** Gives a view another query, see {@link #replaceView(String, String)}. */
  public void replaceView(String view, Definition query) {
    add(new ReplaceObject(new View(name(view), false, query)));
  }

  /** Drops a view, which nothing may depend on any more. */
  public void dropView(String view) {
    add(new DropObject(ObjectId.view(name(view))));
  }

  /** Creates a materialized view and fills it, unless the query ends in WITH NO DATA. */
  public void createMaterializedView(String view, String query) {
    createMaterializedView(view, Definition.definition(query));
  }

  /** Creates a materialized view and fills it, unless the query ends in WITH NO DATA. */
  public void createMaterializedView(String view, Definition query) {
    add(new CreateObject(new View(name(view), true, query)));
  }

  public void dropMaterializedView(String view) {
    add(new DropObject(ObjectId.materializedView(name(view))));
  }

  /**
   * Creates a function.
   *
   * @param arguments what stands in the parentheses after its name; may be empty
   * @param definition all that follows them: {@code RETURNS …}, {@code LANGUAGE …}, the body
   */
  public void createFunction(String function, String arguments, String definition) {
    createFunction(function, arguments, Definition.definition(definition));
  }

  /** Creates a function, see {@link #createFunction(String, String, String)}. */
  public void createFunction(String function, String arguments, Definition definition) {
    add(new CreateObject(new Routine(name(function), false, arguments, definition)));
  }

  /** Gives a function that keeps its arguments and what it returns another definition. */
  public void replaceFunction(String function, String arguments, String definition) {
    replaceFunction(function, arguments, Definition.definition(definition));
  }

  /** Gives a function that keeps its arguments and what it returns another definition. */
  public void replaceFunction(String function, String arguments, Definition definition) {
    add(new ReplaceObject(new Routine(name(function), false, arguments, definition)));
  }

  /** Drops a function; of the arguments the defaults do not matter. */
  public void dropFunction(String function, String arguments) {
    add(new DropObject(ObjectId.function(name(function), arguments)));
  }

  /** Creates a procedure, see {@link #createFunction(String, String, String)}. */
  public void createProcedure(String procedure, String arguments, String definition) {
    createProcedure(procedure, arguments, Definition.definition(definition));
  }

  /** Creates a procedure, see {@link #createFunction(String, String, String)}. */
  public void createProcedure(String procedure, String arguments, Definition definition) {
    add(new CreateObject(new Routine(name(procedure), true, arguments, definition)));
  }

  /** Gives a procedure that keeps its arguments another definition. */
  public void replaceProcedure(String procedure, String arguments, String definition) {
    replaceProcedure(procedure, arguments, Definition.definition(definition));
  }

  /** Gives a procedure that keeps its arguments another definition. */
  public void replaceProcedure(String procedure, String arguments, Definition definition) {
    add(new ReplaceObject(new Routine(name(procedure), true, arguments, definition)));
  }

  public void dropProcedure(String procedure, String arguments) {
    add(new DropObject(ObjectId.procedure(name(procedure), arguments)));
  }

  /**
   * Creates a trigger on a table or view.
   *
   * @param fires when it does: {@code BEFORE INSERT OR UPDATE OF status}
   * @param definition all that follows the table: {@code FOR EACH ROW EXECUTE FUNCTION stamp()}
   */
  public void createTrigger(String table, String trigger, String fires, String definition) {
    createTrigger(table, trigger, fires, Definition.definition(definition));
  }

  /** Creates a trigger, see {@link #createTrigger(String, String, String, String)}. */
  public void createTrigger(String table, String trigger, String fires, Definition definition) {
    add(new CreateObject(new Trigger(name(table), trigger, false, fires, definition)));
  }

  /** Creates a constraint trigger, which can be deferred. */
  public void createConstraintTrigger(
      String table, String trigger, String fires, String definition) {
    createConstraintTrigger(table, trigger, fires, Definition.definition(definition));
  }

  /** Creates a constraint trigger, which can be deferred. */
  public void createConstraintTrigger(
      String table, String trigger, String fires, Definition definition) {
    add(new CreateObject(new Trigger(name(table), trigger, true, fires, definition)));
  }

  public void dropTrigger(String table, String trigger) {
    add(new DropObject(ObjectId.trigger(name(table), trigger)));
  }

  /** Creates a composite type with the given attributes, in order. */
  public void createCompositeType(String type, Attribute... attributes) {
    add(new CreateCompositeType(new CompositeType(name(type), List.of(attributes))));
  }

  /** Drops a composite type, which no column and no attribute may have any more. */
  public void dropCompositeType(String type) {
    add(new DropCompositeType(name(type)));
  }

  /** Adds an attribute at the end of a composite type, which is NULL in the values there are. */
  public void addAttribute(String type, Attribute attribute) {
    add(new AddAttribute(name(type), attribute));
  }

  /**
   * Drops an attribute of a composite type and the values of it. Not while a key or an index is on
   * a column of the type (see {@link DropAttribute}).
   */
  public void dropAttribute(String type, String attribute) {
    add(new DropAttribute(name(type), attribute));
  }

  /**
   * Changes the type of an attribute of a composite type that no column has; where one has it, use
   * {@link #rebuildCompositeType}.
   */
  public void alterAttributeType(String type, String attribute, SqlType attributeType) {
    add(new AlterAttributeType(name(type), attribute, attributeType));
  }

  /** Renames an attribute of a composite type; the rows keep its values. */
  public void renameAttribute(String type, String attribute, String newName) {
    add(new RenameAttribute(name(type), attribute, newName));
  }

  /**
   * Gives a composite type other attributes, another order or other types of them, and converts the
   * columns that hold values of it: {@code op.rebuildCompositeType("price",
   * attributes(attribute("amount", numeric(19, 2)), attribute("currency",
   * varchar(3))).giving("currency", "'EUR'").usedBy("products", "price"))}. What must step aside
   * for it is said at {@link RebuildCompositeType}.
   */
  public void rebuildCompositeType(String type, CompositeRebuild rebuild) {
    add(new RebuildCompositeType(name(type), rebuild));
  }

  /** Runs SQL as it is, usually to change rows; the schema model does not see what it does. */
  public void execute(String sql) {
    add(new ExecuteSql(sql));
  }

  /**
   * Runs SQL with a value for each question mark in it: {@code op.execute("UPDATE machines SET
   * status = ? WHERE status = ?", "ACTIVE", "ON")}. The values are bound, never part of the text.
   *
   * <p>A question mark in a string, a quoted name or a comment is none; one of an operator
   * ({@code @>}'s kin {@code ?|}) is written twice. PostgreSQL finds the type of a string or list
   * from where it stands, as that of a literal; where it cannot, write {@code ?::text}. Statements
   * other than SELECT, INSERT, UPDATE, DELETE and MERGE take no parameters.
   *
   * @param parameters each null, a string, a whole number, a {@code BigDecimal}, a boolean, a UUID,
   *     a date or time of {@code java.time}, bytes, a constant of an enum (its name), or a list of
   *     these
   * @throws IllegalArgumentException if one is something else, or they are too many or too few
   */
  public void execute(String sql, Object... parameters) {
    add(ExecuteSql.sql(sql, parameters));
  }

  /**
   * Runs SQL that says what takes it back: {@code op.execute(sql("UPDATE …", "ACTIVE").reverse(
   * "UPDATE …", "ON"))}, with {@link ExecuteSql#sql}.
   */
  public void execute(ExecuteSql statement) {
    add(statement);
  }

  /**
   * Inserts rows: {@code op.bulkInsert("plants", columns("id", "name").row(1, "North").row(2,
   * "South"))}, with {@link Rows#columns(String...)}. The values take the types of their columns. A
   * sequence that would give the same ids goes on from where it is.
   */
  public void bulkInsert(String table, Rows rows) {
    add(new BulkInsert(name(table), rows));
  }

  /**
   * Changes rows, found by their key: {@code op.bulkUpdate("plants", columns("id",
   * "name").key("id").row(1, "Nord").was("North"))}. What the row was is for the way back, and may
   * be left out. A row that is not there is passed over.
   */
  public void bulkUpdate(String table, Rows rows) {
    add(new BulkUpdate(name(table), rows));
  }

  /**
   * Deletes rows, found by their key: {@code op.bulkDelete("plants",
   * columns("id").key("id").row(1).row(2))}. Columns beyond the key say what the rows hold, which
   * the way back inserts again. A row that is not there is passed over.
   */
  public void bulkDelete(String table, Rows rows) {
    add(new BulkDelete(name(table), rows));
  }

  /**
   * Writes columns of the rows that a table has, lot by lot in the order of its primary key, each
   * lot in a transaction of its own: {@code op.backfill("machines", set("status",
   * "'ACTIVE'").where("status IS NULL").batchSize(5_000))}, with {@link Filling#set}. A process
   * that is killed meanwhile goes on at the next start where it stopped. Rows that the application
   * adds meanwhile are reached only if their keys come after those that are done: have it write the
   * column, or give that a default, before.
   */
  public void backfill(String table, Filling filling) {
    add(new Backfill(name(table), filling));
  }

  /**
   * Runs code against the database at this place of the sequence, at migration time only.
   *
   * @param label what the step does, for people and for the revision's checksum
   */
  public void run(String label, Step step) {
    add(new RunStep(label, step));
  }

  private QualifiedName name(String local) {
    return new QualifiedName(namespace, requireNonNull(local, "name"));
  }

  private void add(Operation operation) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("the recording took too long");
    }
    recorded.add(new RecordedOperation(operation, caller()));
  }

  private static SourceLine caller() {
    return STACK.walk(CALLER);
  }

  /** No lambda: linking one costs a boot more than finding the line does. */
  private static final class Caller
      implements Function<Stream<StackWalker.StackFrame>, SourceLine> {

    @Override
    public SourceLine apply(Stream<StackWalker.StackFrame> frames) {
      Iterator<StackWalker.StackFrame> all = frames.iterator();
      while (all.hasNext()) {
        StackWalker.StackFrame frame = all.next();
        if (!frame.getClassName().equals(Operations.class.getName())) {
          return SourceLine.of(frame.toStackTraceElement());
        }
      }
      return new SourceLine("", "", 0);
    }
  }
}
