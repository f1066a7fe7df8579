package dev.retort.processor.documentation;

import static dev.retort.operation.CompositeRebuild.attributes;
import static dev.retort.operation.EnumRebuild.labels;
import static dev.retort.operation.ExecuteSql.sql;
import static dev.retort.operation.Filling.set;
import static dev.retort.operation.Rows.columns;
import static dev.retort.schema.Attribute.attribute;
import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Comment.comment;
import static dev.retort.schema.EnumPosition.before;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Hypertable.hypertable;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.IndexKey.desc;
import static dev.retort.schema.IndexKey.expression;
import static dev.retort.schema.Partition.partition;
import static dev.retort.schema.Partitioning.partitionByRange;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.date;
import static dev.retort.schema.SqlType.numeric;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.timestamptz;
import static dev.retort.schema.SqlType.userDefined;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.schema.UniqueConstraint.unique;

import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.schema.Identity;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** One example of each kind of call on {@link Operations}, with what PostgreSQL says of it. */
final class OperationSamples {

  /**
   * An example.
   *
   * @param title the heading
   * @param operation the operation, on the tables of {@link #base()}
   * @param note what else counts, from PostgreSQL's documentation; Markdown
   */
  record Sample(String title, Operation operation, String note) {}

  private OperationSamples() {}

  /** The tables that the examples start from. */
  static List<Operation> base() {
    return recorded(
        op -> {
          op.createEnumType("machine_state", "RUNNING", "STOPPED");
          op.createEnumType("severity", "LOW", "HIGH");
          op.createEnumType("shift", "DAY", "NIGHT");
          op.createCompositeType(
              "price", attribute("amount", numeric(9, 2)), attribute("currency", varchar(3)));
          op.createCompositeType("place", attribute("hall", varchar(20)));
          op.createTable(
              "plants",
              column("id", bigint()).notNull().withComment("not of the ERP"),
              column("name", text()),
              primaryKey("id"),
              comment("sites"));
          op.createTable(
              "machines",
              column("id", bigint()).asIdentity(),
              column("name", varchar(100)),
              column("serial", varchar(20)).withDefault("'none'"),
              column("number", bigint()).notNull(),
              column("plant_id", bigint()),
              column("marking", text()).generatedAs("upper(serial)"),
              column("state", userDefined("machine_state")).withDefault("'RUNNING'"),
              column("alarm", userDefined("severity")),
              column("cost", userDefined("price")),
              primaryKey("id"),
              unique("serial"),
              foreignKey("plant_id").references("plants", "id"));
          op.addConstraint("machines", check("number < 100000").named("number_short").notValid());
          op.createIndex("machines", index("machines_by_name", "name"));
          op.createNamespace("archive");
          op.createExtension("uuid-ossp");
          op.createSequence("ticket_numbers", 1, 50);
          op.createView("plant_ids", "SELECT id FROM plants");
          op.createFunction(
              "stamp", "", "RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$");
          op.createFunction(
              "machine_label",
              "machine bigint",
              "RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'M-' || machine $$");
          op.createTrigger(
              "plants", "stamp_plants", "BEFORE UPDATE", "FOR EACH ROW EXECUTE FUNCTION stamp()");
          op.createTable(
              "readings",
              column("taken", date()).notNull(),
              column("value", bigint()),
              partitionByRange("taken"));
          op.createPartition("readings", "readings_2026", "FROM ('2026-01-01') TO ('2027-01-01')");
          op.createPartition("readings", "readings_rest", "DEFAULT");
          op.createTable(
              "readings_archive", column("taken", date()).notNull(), column("value", bigint()));
          op.createTable("samples", column("taken", date()).notNull(), hypertable("taken"));
        });
  }

  static List<Sample> all() {
    return List.of(
        sample(
            "Create a table",
            op ->
                op.createTable(
                    "sensors",
                    column("id", bigint()).asIdentity(),
                    column("kind", varchar(20)).notNull(),
                    column("plant_id", bigint()),
                    primaryKey("id"),
                    foreignKey("plant_id").references("plants", "id")),
            "Nobody uses the new table yet; the lock is on the table that a foreign key refers to."),
        sample(
            "Drop a table",
            op -> op.dropTable("machines"),
            "The rows are gone: the way back brings the table, not what was in it. The tables that its"
                + " foreign keys refer to are locked as well."),
        sample(
            "Rename a table",
            op -> op.renameTable("machines", "devices"),
            "At once, whatever the size. Older versions of the application that still run do not find"
                + " the table any more."),
        sample(
            "Move a table to another namespace",
            op -> op.moveTable("machines", "archive"),
            "At once, whatever the size: the rows stay where they are on disk. Indexes, constraints,"
                + " triggers and the sequences of identity columns go along, foreign keys follow. Older"
                + " versions of the application that still run do not find the table any more. Partitions"
                + " move with their table, and all of them have to be listed:"
                + " `op.moveTable(\"readings\", \"archive\", \"readings_2026\", \"readings_rest\")`."
                + " `@RenamedFrom(\"public.machines\")` on the entity has it drafted."),
        sample(
            "Comment on a table",
            op -> op.createTableComment("plants", "where machines stand"),
            "At once. `createTable` takes a comment too: `comment(\"…\")` among the columns."),
        sample("Drop a table's comment", op -> op.dropTableComment("plants"), "At once."),
        sample(
            "Add a column",
            op -> op.addColumn("machines", column("colour", varchar(20)).withDefault("'grey'")),
            "At once when it is nullable or its default is a constant. A volatile default"
                + " (`gen_random_uuid()`) or an identity rewrites the table and its indexes. `NOT NULL`"
                + " without a default fails when there are rows."),
        sample(
            "Drop a column",
            op -> op.dropColumn("machines", "name"),
            "At once; the space is given back as rows are updated. The values are gone. Keys and indexes"
                + " on the column go with it."),
        sample(
            "Rename a column",
            op -> op.renameColumn("machines", "name", "label"),
            "At once. Older versions of the application that still run do not find the column any"
                + " more."),
        sample(
            "Change a column's type",
            op -> op.alterColumnType("machines", "name", text()),
            "At once where the stored values stay as they are (`varchar` to a longer `varchar` or to"
                + " `text`). Otherwise the table and its indexes are rewritten under the lock, which"
                + " takes time and twice the space."),
        sample(
            "Change a column's type, with a conversion",
            op -> op.alterColumnType("machines", "name", varchar(40), "left(name, 40)"),
            "Rewrites the table. The way back has no conversion: write one if PostgreSQL has none of its"
                + " own."),
        sample(
            "Forbid NULL",
            op -> op.setNotNull("machines", "name"),
            "Reads the whole table under the lock, unless a valid check constraint proves that there is"
                + " no NULL. Fails if there is one."),
        sample("Allow NULL", op -> op.dropNotNull("machines", "number"), "At once."),
        sample(
            "Set a default",
            op -> op.setDefault("machines", "name", "'unnamed'"),
            "At once. Rows that exist keep their values."),
        sample("Drop a default", op -> op.dropDefault("machines", "serial"), "At once."),
        sample(
            "Make a column an identity",
            op -> op.setIdentity("machines", "number", Identity.BY_DEFAULT),
            "At once. The column must be `NOT NULL`. The new sequence starts at 1, whatever the rows"
                + " hold: a draft goes on after them, with `op.execute(\"SELECT setval(…)\")`."),
        sample(
            "Make an identity a plain column",
            op -> op.dropIdentity("machines", "id"),
            "At once. Its sequence is gone, with the number that it was at."),
        sample(
            "Make a generated column a plain one",
            op -> op.dropExpression("machines", "marking"),
            "At once; the values stay. The way back computes them anew and rewrites the table, as adding a"
                + " generated column does (`column(…).generatedAs(\"…\")`). PostgreSQL has no statement for"
                + " it: the column is dropped and added, with the keys and indexes on it. Drafts do the same"
                + " where an expression changes, or the type of a column in it. PostgreSQL 13 and 14 leave"
                + " the column tied to the functions that the expression called: to drop such a function"
                + " drops the column there, without a word."),
        sample(
            "Comment on a column",
            op -> op.alterColumnComment("machines", "name", "as painted on it"),
            "At once. New columns bring theirs: `column(…).withComment(\"…\")`."),
        sample("Drop a column's comment", op -> op.dropColumnComment("plants", "id"), "At once."),
        sample(
            "Add a foreign key",
            op -> op.addConstraint("machines", foreignKey("number").references("plants", "id")),
            "Reads the whole table to check the rows; meanwhile both tables can be read, not written."),
        sample(
            "Add a check constraint",
            op -> op.addConstraint("machines", check("number > 0").named("number_positive")),
            "Reads the whole table under the lock to check the rows."),
        sample(
            "Add a unique constraint",
            op -> op.addConstraint("machines", unique("name")),
            "Builds an index under the lock. Fails on duplicates."),
        sample(
            "Add a unique constraint that is checked when a transaction ends",
            op ->
                op.addConstraint("machines", unique("name").nullsNotDistinct().initiallyDeferred()),
            "`deferrable()` and `initiallyDeferred()` are for primary keys, unique constraints and foreign"
                + " keys; no foreign key can refer to a deferrable key. `nullsNotDistinct()` forbids a"
                + " second NULL (PostgreSQL 15)."),
        sample(
            "Add a foreign key without checking the rows",
            op ->
                op.addConstraint(
                    "machines", foreignKey("number").references("plants", "id").notValid()),
            "At once: rows that exist are not read, new and changed ones are checked. Validate it in a later"
                + " revision, which is another transaction. Check constraints have `notValid()` too."),
        sample(
            "Validate a constraint",
            op -> op.validateConstraint("machines", "number_short"),
            "Reads the whole table, which can be read and written meanwhile; for a foreign key the table"
                + " that it refers to is locked too, by `ROW SHARE`. Fails on a row that does not satisfy the"
                + " constraint. In the revision that adds the constraint it gains nothing: the lock of"
                + " adding it is held until the transaction ends."),
        sample(
            "Drop a constraint",
            op -> op.dropConstraint("machines", "machines_plant_id_fkey"),
            "At once. For a foreign key the table that it refers to is locked as well. Bringing it back"
                + " checks all rows."),
        sample(
            "Create an index",
            op -> op.createIndex("machines", index("machines_by_serial", "serial")),
            "The table can be read, not written, until the index is built. For a large table that is"
                + " written all the time there is `createIndexConcurrently`."),
        sample(
            "Create an index while the table is written",
            op -> op.createIndexConcurrently("machines", index("machines_by_serial", "serial")),
            "It takes longer, waits for transactions that are open, and blocks nobody. PostgreSQL does"
                + " not run it inside a transaction, so the revision is run in parts: what stands"
                + " before it is committed first, and how far the revision has come is recorded. Best"
                + " in a revision of its own. Where it fails, the invalid index that PostgreSQL leaves"
                + " is dropped; where the process is killed, the next start drops it and builds the"
                + " index again, or takes it where the server has finished it and the revision still"
                + " says the same. It waits for locks as long as it takes, whatever"
                + " `statementLockTimeout` and the `lockTimeout` of `@Migration` say: no query queues"
                + " behind it. `statementTimeout` limits it. Not for partitioned tables and"
                + " hypertables."),
        sample(
            "Create an index, with all that can be said of it",
            op ->
                op.createIndex(
                    "machines",
                    index(
                            "machines_by_lower_name",
                            expression("lower(name)").operatorClass("text_pattern_ops"),
                            desc("number").nullsLast())
                        .include("serial")
                        .where("plant_id IS NOT NULL")),
            "Besides columns a key can be an expression. `asUnique()` forbids duplicates, for"
                + " `nullsNotDistinct()` two NULLs too (PostgreSQL 15). `using(\"gin\")` names an access"
                + " method, one of PostgreSQL's or of an extension. Which method can do what, and what"
                + " an expression may be, PostgreSQL says in"
                + " [CREATE INDEX](https://www.postgresql.org/docs/current/sql-createindex.html)."),
        sample("Drop an index", op -> op.dropIndex("machines", "machines_by_name"), "At once."),
        sample(
            "Drop an index while the table is in use",
            op -> op.dropIndexConcurrently("machines", "machines_by_name"),
            "It waits for transactions that use the table, instead of having others wait for it. Run"
                + " outside a transaction, and without a limit to the wait for locks, as"
                + " `createIndexConcurrently` is."),
        sample(
            "Create a namespace",
            op -> op.createNamespace("billing"),
            "What PostgreSQL calls a schema; the recorder of what is in it is `op.in(\"billing\")`. Where"
                + " somebody else makes it, leave this out: it needs the privilege `CREATE` on the"
                + " database even where it is there."),
        sample(
            "Drop a namespace",
            op -> op.dropNamespace("archive"),
            "Only when nothing is in it any more; PostgreSQL refuses anything else. The upgrade of a draft"
                + " never drops one: what revisions create beyond what the entities ask for is yours. The"
                + " downgrade drops the one that its upgrade created; take that out where somebody else"
                + " had made it before."),
        sample(
            "Create an extension",
            op -> op.createExtension("pg_trgm"),
            "For its types, functions and operator classes; `op.in(\"extensions\")` creates it there. The"
                + " server must have it, and those that PostgreSQL does not trust take a superuser, who may"
                + " create it beforehand: then this does nothing."),
        sample(
            "Drop an extension",
            op -> op.dropExtension("uuid-ossp"),
            "Fails where a column, index or function still needs it. The downgrade of a draft that creates"
                + " an extension drops it; take that out where somebody else had made it before."),
        sample(
            "Create a sequence",
            op -> op.createSequence("order_numbers", 1, 50),
            "Hibernate's generators take as many numbers at once as the increment says; keep it equal to"
                + " the `allocationSize`."),
        sample(
            "Change the step of a sequence",
            op -> op.alterSequence("ticket_numbers", 1),
            "It goes on from where it is."),
        sample(
            "Rename a sequence",
            op -> op.renameSequence("ticket_numbers", "tickets_seq"),
            "At once. It goes on from where it is."),
        sample(
            "Move a sequence to another namespace",
            op -> op.moveSequence("ticket_numbers", "archive"),
            "At once. It goes on from where it is, and defaults that draw on it follow."),
        sample(
            "Drop a sequence",
            op -> op.dropSequence("ticket_numbers"),
            "The number that it was at is gone."),
        sample(
            "Create an enum type",
            op -> op.createEnumType("paint", "RED", "GREY"),
            "A column has it by `userDefined(\"paint\")`. Before the tables that use it."),
        sample(
            "Drop an enum type",
            op -> op.dropEnumType("shift"),
            "Only when no column has it any more. Dropping a column or a table leaves its type."),
        sample(
            "Add a value to an enum type",
            op -> op.addEnumValue("machine_state", "STARTING", before("RUNNING")),
            "At once. PostgreSQL lets nothing use the new value before the transaction has ended, and a"
                + " revision is one transaction: a default, a condition or rows with it belong in the"
                + " next revision. Drafts rebuild the type instead where they need the value at once."),
        sample(
            "Rename a value of an enum type",
            op -> op.renameEnumValue("machine_state", "STOPPED", "OFF"),
            "At once, whatever the number of rows; defaults and conditions follow. Older versions of the"
                + " application that still run do not know the new value."),
        sample(
            "Rebuild an enum type",
            op ->
                op.rebuildEnumType(
                    "severity",
                    labels("HIGH", "MEDIUM")
                        .replacing("LOW", "MEDIUM")
                        .usedBy("machines", "alarm")),
            "What removing or reordering values takes, and adding one that is used in the same revision."
                + " Every column that has the type is named; its table is rewritten under the lock, and it"
                + " takes twice the space meanwhile. Defaults of the columns, foreign keys on them and conditions"
                + " that compare them with a value must be dropped before and added again after, as drafts"
                + " do. Fails on a row with a value that goes, unless `replacing` gives it another; the way"
                + " back cannot tell those rows apart."),
        sample(
            "Create a view",
            op ->
                op.createView(
                    "long_names", "SELECT id, name FROM machines WHERE length(name) > 20"),
            "At once. The query is SQL as it stands after `CREATE VIEW … AS`; Retort does not parse it."
                + " A comment, or what the query needs and does not name, goes with it:"
                + " `op.createView(\"…\", definition(\"SELECT …\").withComment(\"…\").dependsOn(\"…\"))`."
                + " PostgreSQL refuses to drop a table, or to drop or alter a column, that a view reads:"
                + " drafts drop the view before and create it again after."),
        sample(
            "Replace a view",
            op -> op.replaceView("plant_ids", "SELECT id, id * 10 AS number FROM plants"),
            "At once. PostgreSQL takes it where the columns stay as they are and new ones come after them;"
                + " what depends on the view and the privileges on it stay. Drafts drop and create a changed"
                + " view, since they do not know its columns. The way back does, too."),
        sample(
            "Drop a view",
            op -> op.dropView("plant_ids"),
            "At once, unless something depends on it. Privileges on it go; triggers on it, too, and the way"
                + " back brings those."),
        sample(
            "Create a materialized view",
            op ->
                op.createMaterializedView(
                    "machine_count", "SELECT count(*) AS number FROM machines"),
            "Runs the query, unless it ends in `WITH NO DATA`. There is no replacing:"
                + " `op.dropMaterializedView(\"…\")` and creating it anew fills it again. Indexes on it go with"
                + " it; `op.execute(\"CREATE INDEX …\")` creates them."),
        sample(
            "Create a function",
            op ->
                op.createFunction(
                    "full_name",
                    "name text, serial text DEFAULT ''",
                    """
                    RETURNS text
                    LANGUAGE sql IMMUTABLE
                    AS $$ SELECT name || ' ' || serial $$
                    """),
            "At once. After the name come the arguments, which may be empty, and all that follows them."
                + " `createProcedure` is alike."),
        sample(
            "Replace a function",
            op ->
                op.replaceFunction(
                    "stamp", "", "RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN OLD; END$$"),
            "At once; sessions that run it finish with the old one. Where the arguments, their defaults or"
                + " what it returns change, it must be dropped and created, which is what drafts do."),
        sample(
            "Drop a function",
            op -> op.dropFunction("machine_label", "machine bigint"),
            "At once, unless something depends on it: a default, a trigger, a view. The arguments tell it"
                + " from others of its name; their defaults do not matter."),
        sample(
            "Create a trigger",
            op ->
                op.createTrigger(
                    "machines",
                    "stamp_machines",
                    "BEFORE INSERT OR UPDATE OF name",
                    "FOR EACH ROW EXECUTE FUNCTION stamp()"),
            "At once; the table can be read meanwhile, not written. After the names come when it fires, and"
                + " all that follows the table. `createConstraintTrigger` makes one that can be deferred."),
        sample(
            "Drop a trigger",
            op -> op.dropTrigger("plants", "stamp_plants"),
            "At once. Dropping a table drops its triggers as well, and the way back brings them. A changed"
                + " one is dropped and created: `CREATE OR REPLACE TRIGGER` came with PostgreSQL 14."),
        sample(
            "Create a composite type",
            op ->
                op.createCompositeType(
                    "weight", attribute("amount", numeric(9, 3)), attribute("unit", varchar(3))),
            "A column has it by `userDefined(\"weight\")`. After the types of its attributes and before"
                + " the tables that use it. The order of the attributes is part of it."),
        sample(
            "Drop a composite type",
            op -> op.dropCompositeType("place"),
            "Only when no column and no attribute has it any more. Dropping a column or a table leaves"
                + " its type."),
        sample(
            "Add an attribute to a composite type",
            op -> op.addAttribute("price", attribute("unit", varchar(3))),
            "At once, whatever the number of rows, whose values have NULL for it. PostgreSQL adds it at"
                + " the end alone; drafts rebuild the type where it belongs elsewhere."),
        sample(
            "Drop an attribute of a composite type",
            op -> op.dropAttribute("price", "currency"),
            "At once. Deletes its values: the way back restores the attribute, not the values. Refused"
                + " while a key or an index is on a column of the type: PostgreSQL would leave it sorted"
                + " by what is no longer there, and searches would miss rows. Drafts rebuild the type then."),
        sample(
            "Change the type of an attribute",
            op -> op.alterAttributeType("place", "hall", text()),
            "Only while no column holds values of the type; PostgreSQL refuses it otherwise, whether"
                + " there are rows or not. Drafts rebuild the type then."),
        sample(
            "Rename an attribute of a composite type",
            op -> op.renameAttribute("price", "amount", "net"),
            "At once, whatever the number of rows. Older versions of the application that still run do"
                + " not know the new name."),
        sample(
            "Rebuild a composite type",
            op ->
                op.rebuildCompositeType(
                    "price",
                    attributes(
                            attribute("amount", numeric(12, 2)),
                            attribute("country", varchar(2)),
                            attribute("currency", varchar(3)))
                        .giving("country", "CASE (old).currency WHEN 'USD' THEN 'US' END")
                        .usedBy("machines", "cost")),
            "What another order, another place or another type of attributes takes. Attributes keep the"
                + " values of those with their names; `giving` says the value of others, in terms of `old`."
                + " Every column that has the type is named, and by `inside` every composite type that"
                + " contains it; their tables are rewritten under the lock. Defaults of the columns,"
                + " generated columns, foreign keys and conditions on them must be dropped before and added"
                + " again after, as drafts do. Fails on a value that does not fit its new type."),
        sample(
            "Create a partitioned table",
            op ->
                op.createTable(
                    "events",
                    column("happened", timestamptz()).notNull(),
                    column("kind", varchar(20)).notNull(),
                    primaryKey("happened", "kind"),
                    partitionByRange("happened")),
            "Besides `partitionByRange` there are `partitionByList` and `partitionByHash`. Primary key, unique"
                + " constraints and unique indexes must have the columns of the key. Columns, constraints and"
                + " indexes that come later reach all partitions; a foreign key cannot be `notValid()`. An"
                + " identity column must be there from the beginning: before version 17 PostgreSQL"
                + " refuses to add one once there are partitions."),
        sample(
            "Create a partition",
            op ->
                op.createPartition(
                    "readings", "readings_2027", "FROM ('2027-01-01') TO ('2028-01-01')"),
            "The bounds are what follows `FOR VALUES` in SQL, or `DEFAULT`. A default partition is read whole:"
                + " a row in it that belongs in the new one makes this fail. So a draft detaches the default"
                + " partition, moves such rows and attaches it again; the way back returns them. Dropping"
                + " the table drops its partitions."),
        sample(
            "Drop a partition",
            op -> op.dropPartition("readings", "readings_2026"),
            "At once, however many rows are in it; they are gone. It is detached first, which fails where a"
                + " foreign key refers to a row in it."),
        sample(
            "Rename a partition",
            op -> op.renamePartition("readings", "readings_rest", "readings_other"),
            "At once."),
        sample(
            "Give partitions other bounds",
            op ->
                op.alterPartitions(
                    "readings",
                    partition("readings_2026", "FROM ('2026-01-01') TO ('2027-07-01')")),
            "The partitions are read whole. Fails on a row outside of the new bounds, and where the default"
                + " partition has one inside of them. Several at once may exchange their bounds."),
        sample(
            "Move rows to another table",
            op -> op.moveRows("readings_archive", "readings", "taken", "value"),
            "Every row is copied. Identity columns of the target count on where those of the source were. The"
                + " way back moves all rows, so the target should have none before."
                + " PostgreSQL cannot partition a table that exists, or by another key: drafts rename it,"
                + " create the new one, move the rows, and drop the old. Privileges, triggers and what else"
                + " Retort does not know of the old table stay behind."),
        sample(
            "Create a hypertable of TimescaleDB",
            op -> op.createHypertable("readings_archive", "taken", "1 day"),
            "Needs the extension in the database, from its version 2.13; without it the migration is refused"
                + " before anything is changed"
                + " ([RT528](errors/RT528.md)). Rows are moved into chunks, which locks the table meanwhile."
                + " The time column becomes NOT NULL, and must be in all unique keys. A new table is one by"
                + " `hypertable(\"taken\", \"1 day\")` inside its `createTable`. TimescaleDB has no way back:"
                + " the downgrade moves the rows to an ordinary table. The extension is asked for its schema,"
                + " which the `search_path` of migrations need not have."),
        sample(
            "Give the chunks of a hypertable another size",
            op -> op.setChunkInterval("samples", "12 hours"),
            "Chunks that exist stay as they are. `resetChunkInterval` goes back to 7 days."),
        sample(
            "Run SQL",
            op -> op.execute("UPDATE machines SET name = serial WHERE name IS NULL"),
            "Run as it is. What it does to the schema is not seen by Retort. Its locks are those of the"
                + " statement; an `UPDATE` locks the rows that it changes until the revision is"
                + " committed."),
        sample(
            "Run SQL with parameters",
            op ->
                op.execute(
                    sql("UPDATE machines SET name = ? WHERE name IS NULL AND number > ?", "none", 7)
                        .reverse("UPDATE machines SET name = NULL WHERE name = ?", "none")),
            "The values are bound, whatever is in them; what is shown here is for people and psql."
                + " A value is null, a string, a whole number, a `BigDecimal`, a boolean, a UUID, a date or"
                + " time of `java.time`, `byte[]`, a constant of an enum (its name), or a list of these."
                + " `?` in a string, a quoted name or a comment is no parameter; an operator's is"
                + " written `??`. A string or list takes the type of its place, as a literal does: where"
                + " there is none, write `?::text`. PostgreSQL has parameters in SELECT, INSERT, UPDATE,"
                + " DELETE and MERGE alone. Without values, `op.execute(\"…\")` runs the text as it is."
                + " `reverse` is what takes it back, and may be left out."),
        sample(
            "Run SQL outside a transaction",
            op -> op.execute(sql("VACUUM machines").outsideTransaction()),
            "For what PostgreSQL refuses inside one: `VACUUM`, `REINDEX … CONCURRENTLY` and others; one"
                + " statement at a time. The revision is run in parts, as for"
                + " `createIndexConcurrently`. Where a process is killed just after the statement, the"
                + " next start runs it again, so it should be such that this does no harm."),
        sample(
            "Write a column of all rows, lot by lot",
            op ->
                op.backfill(
                    "machines",
                    set("serial", "'M-' || id")
                        .where("serial IS NULL")
                        .batchSize(5_000)
                        .pause(Duration.ofMillis(100))),
            "What the statement does at once, Retort does in the order of the primary key, so many rows"
                + " to a transaction (1,000 unless said), with the pause between them: no row stays"
                + " locked for long, and replicas keep up. Each lot records where it ended; a process"
                + " that is killed, or a row that fails, has the next start go on from there, and no"
                + " row is written twice. A backfill whose table, columns, values or condition were"
                + " changed since is another one: it goes through all rows, also those that were"
                + " written as it was before; so does one that another step was put before. Rows"
                + " that are added meanwhile are reached where their keys"
                + " come after those that are done, so have the application write the column, or give"
                + " it a default, before. `and(column, expression)` sets another column. The way back"
                + " leaves the rows as they are."),
        sample(
            "Insert rows",
            op ->
                op.bulkInsert(
                    "plants", columns("id", "name").row(1, "North").row(2, "O'Hare \\ South")),
            "Values as above, which take the types of their columns: enums, JSON, UUIDs, arrays"
                + " (`List.of(…)`), bytes. Columns, numbers of values, NULLs and types are checked when the"
                + " revision is compiled. 1,000 rows at most become one statement. For an identity column"
                + " that is always generated, add `.overridingSystemValues()`. A sequence does not"
                + " notice the ids that rows bring: set it with `op.execute(\"SELECT setval(…)\")` where"
                + " the application draws from it."),
        sample(
            "Change rows",
            op ->
                op.bulkUpdate(
                    "plants",
                    columns("id", "name")
                        .key("id")
                        .row(1, "Nord")
                        .was("North")
                        .row(2, "Süd")
                        .was("South")),
            "Rows are found by the primary key or columns that are unique; one that is not there is"
                + " passed over. `was` says what each row holds before, for the way back; it may be left out"
                + " of all. A statement for each row."),
        sample(
            "Delete rows",
            op ->
                op.bulkDelete(
                    "plants", columns("id", "name").key("id").row(1, "North").row(2, "South")),
            "Rows are found by the primary key or columns that are unique; one that is not there is"
                + " passed over. Columns beyond the key are for the way back, and may be left out. 1,000"
                + " rows at most become one statement."),
        sample(
            "Run code",
            op -> op.run("number the machines", connection -> {}),
            "Runs in its place, on the connection and in the transaction of the revision. It must not"
                + " commit. The checksum of a revision covers its label, not its code."));
  }

  private static Sample sample(String title, Consumer<Operations> script, String note) {
    List<Operation> operations = recorded(script);
    return new Sample(title, operations.get(0), note);
  }

  private static List<Operation> recorded(Consumer<Operations> script) {
    return Operations.record(script).stream().map(RecordedOperation::operation).toList();
  }
}
