package dev.retort.processor.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.retort.operation.AlterChunkInterval;
import dev.retort.operation.CreateHypertable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropIndex;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.RunStep;
import dev.retort.postgres.SqlRenderer;
import dev.retort.postgres.TableLocks;
import dev.retort.processor.Goldens;
import dev.retort.processor.documentation.OperationSamples.Sample;
import dev.retort.processor.generate.DraftedOperation;
import dev.retort.processor.generate.RevisionDraft;
import dev.retort.processor.generate.RevisionSource;
import dev.retort.processor.generate.SingleBranch;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.testing.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/operations.md} is made here: the calls as drafts write them, the SQL as it is run,
 * the locks as PostgreSQL shows them in {@code pg_locks}. {@code -Dretort.rewrite=true} writes it
 * anew.
 */
class OperationsPageTest {

  private static final String HEAD =
      """
      # Operations

      What a revision can record, with the SQL that it becomes on PostgreSQL, the lock that PostgreSQL takes for
      it, and the way back that a draft's `downgrade` gets. A test writes this page from the code and from a
      running server; the remarks on time are from PostgreSQL's documentation of
      [ALTER TABLE](https://www.postgresql.org/docs/current/sql-altertable.html) and of
      [locks](https://www.postgresql.org/docs/current/explicit-locking.html).

      A revision is one transaction: its locks are held until it ends. `ACCESS EXCLUSIVE` lets nobody read the
      table, `SHARE` and `SHARE ROW EXCLUSIVE` let nobody write it, `ROW EXCLUSIVE` is what every `UPDATE`
      takes. Retort waits for a lock as long as `statementLockTimeout` says (5 seconds by default), then rolls
      the revision back and tries again, 10 times in all.

      Names are given as the database stores them, without quotes. For objects in another schema of the
      database, a namespace: `op.in("audit").createTable(…)`.
      """;

  /** From the weakest to the strongest, as PostgreSQL's documentation lists them. */
  private static final List<String> MODES =
      List.of(
          "AccessShareLock",
          "RowShareLock",
          "RowExclusiveLock",
          "ShareUpdateExclusiveLock",
          "ShareLock",
          "ShareRowExclusiveLock",
          "ExclusiveLock",
          "AccessExclusiveLock");

  private static final Pattern UPGRADE =
      Pattern.compile("(?s)upgrade\\(Operations op\\) \\{\\n(.*?)^ {2}}\\n", Pattern.MULTILINE);

  @Test
  void saysWhatTheCodeAndTheServerDo() throws SQLException, IOException {
    TestDatabase database = TestDatabase.create();
    Schema schema = Schema.empty();
    for (Operation operation : OperationSamples.base()) {
      schema = operation.applyTo(schema);
      if (needsTimescale(operation)) {
        continue;
      }
      for (String statement : SqlRenderer.render(operation)) {
        database.execute(statement);
      }
    }
    StringBuilder page = new StringBuilder(HEAD);
    for (Sample sample : OperationSamples.all()) {
      page.append(section(sample, schema, locks(database, sample.operation(), schema)));
    }

    Goldens.check(MarkdownPage.ROOT.resolve("docs/operations.md"), page.toString());
  }

  /** No kind of operation without an example. */
  @Test
  void everyOperationIsThere() {
    assertThat(OperationSamples.all().stream().<Class<?>>map(s -> s.operation().getClass()))
        .contains(Operation.class.getPermittedSubclasses());
  }

  private static String section(Sample sample, Schema schema, String locks) {
    Operation operation = sample.operation();
    String sql =
        SqlRenderer.render(operation).stream()
            .map(statement -> statement + ";\n")
            .collect(Collectors.joining());
    Optional<List<Operation>> inverse = operation.inverse(schema);
    return "\n## "
        + sample.title()
        + "\n\n"
        + java(List.of(operation))
        + (sql.isEmpty() ? "" : "\n```sql\n" + sql + "```\n")
        + "\n"
        + filled("Lock: " + locks + ". " + sample.note())
        + "\n"
        + inverse.map(OperationsPageTest::wayBack).orElse("Way back: yours to write.\n");
  }

  private static String wayBack(List<Operation> operations) {
    return operations.isEmpty() ? "Way back: nothing.\n" : "Way back:\n\n" + java(operations);
  }

  private static String filled(String words) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : Splitter.on(' ').split(words)) {
      boolean fits = length > 0 && length + 1 + word.length() <= 108;
      lines.append(length == 0 ? "" : fits ? " " : "\n").append(word);
      length = fits ? length + 1 + word.length() : word.length();
    }
    return lines.append('\n').toString();
  }

  private static String java(List<Operation> operations) {
    List<DraftedOperation> statements =
        operations.stream().map(each -> new DraftedOperation(each, List.of())).toList();
    RevisionDraft draft =
        SingleBranch.draft("", "Sample", "1", List.of(), "", Instant.EPOCH, statements, List.of());
    Matcher upgrade = UPGRADE.matcher(RevisionSource.of(draft));
    assertThat(upgrade.find()).as(RevisionSource.of(draft)).isTrue();
    String written =
        upgrade
            .group(1)
            .lines()
            .map(line -> line.replaceFirst("^ {4}", "") + "\n")
            .collect(Collectors.joining())
            .replace(
                "throw new UnsupportedOperationException(\"write this step's code here\");",
                "// JDBC");
    return "<!-- sample: generated -->\n```java\n" + written + "```\n";
  }

  /** The strongest lock on each table or sequence that was there before. */
  private static String locks(TestDatabase database, Operation operation, Schema schema)
      throws SQLException {
    if (operation instanceof RunStep || outside(operation)) {
      return operation instanceof RunStep ? "those of its statements" : "those of the statement";
    }
    if (needsTimescale(operation)) {
      return "what TimescaleDB takes";
    }
    if (operation instanceof CreateIndex || operation instanceof DropIndex) {
      // Some of them run outside a transaction, where their locks are not to be caught.
      return "`"
          + TableLocks.of(operation, schema).get(QualifiedName.of("machines")).words()
          + "` on `machines`";
    }
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      Map<Long, String> names = new TreeMap<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT oid, relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                  + " AND relname IN ('machines', 'plants', 'plant_ids', 'ticket_numbers',"
                  + " 'readings', 'readings_2026', 'readings_rest', 'readings_archive')")) {
        while (rows.next()) {
          names.put(rows.getLong(1), rows.getString(2));
        }
      }
      for (String sql : SqlRenderer.render(operation)) {
        statement.execute(sql);
      }
      Map<String, String> strongest = new TreeMap<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT relation, mode FROM pg_locks"
                  + " WHERE locktype = 'relation' AND granted AND pid = pg_backend_pid()")) {
        while (rows.next()) {
          String name = names.get(rows.getLong(1));
          if (name != null) {
            strongest.merge(name, rows.getString(2), OperationsPageTest::stronger);
          }
        }
      }
      connection.rollback();
      return strongest.isEmpty()
          ? "none on what is there"
          : strongest.entrySet().stream()
              .map(each -> "`" + words(each.getValue()) + "` on `" + each.getKey() + "`")
              .collect(Collectors.joining(", "));
    }
  }

  private static boolean outside(Operation operation) {
    return operation instanceof ExecuteSql && operation.runsOutsideTransaction();
  }

  /** Which no server of the tests has. */
  private static boolean needsTimescale(Operation operation) {
    return operation instanceof CreateHypertable
        || operation instanceof AlterChunkInterval
        || (operation instanceof CreateTable create && create.table().hypertable().isPresent());
  }

  private static String stronger(String left, String right) {
    return MODES.indexOf(left) >= MODES.indexOf(right) ? left : right;
  }

  /** {@code AccessExclusiveLock} as {@code ACCESS EXCLUSIVE}. */
  private static String words(String mode) {
    assertThat(MODES).contains(mode);
    return mode.replaceFirst("Lock$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toUpperCase(java.util.Locale.ROOT);
  }
}
