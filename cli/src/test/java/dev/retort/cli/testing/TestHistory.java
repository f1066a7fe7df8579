package dev.retort.cli.testing;

import static dev.retort.operation.Filling.set;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.text;

import dev.retort.canonical.ChainChecksum;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A registry with branches, labels and dependencies, written in a test. */
public final class TestHistory implements RevisionRegistry {

  private final Map<String, RevisionInfo> infos = new LinkedHashMap<>();
  private final Map<String, Consumer<Operations>> upgrades = new LinkedHashMap<>();
  private final Map<String, Consumer<Operations>> downgrades = new LinkedHashMap<>();

  private TestHistory() {}

  /** The histories that transcripts name. */
  public static TestHistory named(String name) {
    return switch (name) {
      case "line" -> line();
      case "branches" -> branches();
      case "failing" -> failing();
      case "parts" -> parts();
      case "longer" -> line().add(after("9f00aa11bb22", "Create parts", "b7d41e60c9f5"), "parts");
      case "needed" -> needed();
      case "squashed" -> squashed();
      case "changed" -> changed();
      case "broken" -> throw new IllegalStateException("password=secret does not help");
      default -> throw new IllegalArgumentException("no history " + name);
    };
  }

  /** A history of one revision that runs SQL. */
  public static TestHistory running(String id, String sql) {
    return new TestHistory().add(after(id, "Run"), op -> op.execute(sql), op -> {});
  }

  private static TestHistory line() {
    return new TestHistory()
        .add(after("698c22942be3", "Create machines"), "machines")
        .add(after("3f2a9c1b04de", "Create sensors", "698c22942be3"), "sensors")
        .add(after("b7d41e60c9f5", "Create readings", "3f2a9c1b04de"), "readings");
  }

  /** The line with a revision that does something else than before. */
  private static TestHistory changed() {
    return new TestHistory()
        .add(after("698c22942be3", "Create machines"), "machines")
        .add(
            after("3f2a9c1b04de", "Create sensors", "698c22942be3"),
            op -> {
              op.createTable("sensors", column("id", bigint()).notNull(), primaryKey("id"));
              op.addColumn("sensors", column("name", text()));
            },
            op -> op.dropTable("sensors"))
        .add(after("b7d41e60c9f5", "Create readings", "3f2a9c1b04de"), "readings");
  }

  /** Two bases; of the first two branches and their merge, the second depends on it. */
  private static TestHistory branches() {
    return new TestHistory()
        .add(after("a10000000000", "Create customers"), "customers")
        .add(after("b10000000000", "Create stock", "a10000000000").labelled("stock"), "stock")
        .add(after("c10000000000", "Create bills", "a10000000000").labelled("billing"), "bills")
        .add(after("c20000000000", "Create payments", "c10000000000"), "payments")
        .add(after("d10000000000", "Merge", "b10000000000", "c20000000000"))
        .add(
            after("e10000000000", "Create reports").labelled("reports").dependingOn("c10000000000"),
            "reports");
  }

  private static TestHistory failing() {
    return line()
        .add(
            after("dead00000001", "Fill machines", "b7d41e60c9f5"),
            op -> op.execute("INSERT INTO machines (id, name) VALUES (1, 'a'), (1, 'b')"),
            op -> {});
  }

  /** The line with a revision that runs in parts, and whose index fails over rows of its own. */
  private static TestHistory parts() {
    return line()
        .add(
            after("fa1100000002", "Index machines", "b7d41e60c9f5"),
            op -> {
              op.execute("INSERT INTO machines (id, name) VALUES (1, 'a'), (2, 'a')");
              op.createIndexConcurrently("machines", index("machines_name", "name").asUnique());
              op.backfill("machines", set("name", "upper(name)").batchSize(1));
            },
            op -> op.dropIndexConcurrently("machines", "machines_name"));
  }

  /** The line as one revision. */
  private static TestHistory squashed() {
    String former = line().infos.get("b7d41e60c9f5").checksum();
    return new TestHistory()
        .add(
            after("b7d41e60c9f5", "Create all")
                .replacing("698c22942be3", "3f2a9c1b04de")
                .formerly(former),
            "machines",
            "sensors",
            "readings");
  }

  /** A revision that follows these. */
  public static RevisionInfo after(String id, String message, String... downRevisions) {
    return new RevisionInfo(id, List.of(downRevisions), message, "unknown");
  }

  /** Adds a revision that creates tables; after those that it needs. */
  public TestHistory add(RevisionInfo revision, String... tables) {
    return add(
        revision,
        op -> {
          for (String table : tables) {
            op.createTable(
                table, column("id", bigint()).notNull(), column("name", text()), primaryKey("id"));
          }
        },
        op -> List.of(tables).forEach(op::dropTable));
  }

  private TestHistory add(
      RevisionInfo revision, Consumer<Operations> upgrade, Consumer<Operations> downgrade) {
    String checksum =
        ChainChecksum.of(
            revision.prerequisites().stream().map(id -> infos.get(id).checksum()).toList(),
            revision.id(),
            Operations.record(upgrade).stream().map(RecordedOperation::operation).toList());
    infos.put(
        revision.id(),
        new RevisionInfo(
            revision.id(),
            revision.downRevisions(),
            revision.message(),
            checksum,
            revision.irreversible(),
            revision.dependsOn(),
            revision.branchLabels(),
            revision.replaces(),
            revision.formerChecksums(),
            revision.timeouts()));
    upgrades.put(revision.id(), upgrade);
    downgrades.put(revision.id(), downgrade);
    return this;
  }

  @Override
  public Map<String, String> heads() {
    Map<String, String> heads = new LinkedHashMap<>();
    RevisionGraph.of(revisions())
        .effectiveHeads()
        .forEach(id -> heads.put(id, infos.get(id).checksum()));
    return heads;
  }

  @Override
  public Map<String, List<String>> formerHeads() {
    Map<String, List<String>> former = new LinkedHashMap<>();
    heads().keySet().forEach(id -> former.put(id, infos.get(id).formerChecksums()));
    return former;
  }

  @Override
  public List<RevisionInfo> revisions() {
    return new ArrayList<>(infos.values());
  }

  @Override
  public Revision create(String id) {
    if (!infos.containsKey(id)) {
      throw new IllegalArgumentException("no revision " + id);
    }
    return new Revision() {
      @Override
      public void upgrade(Operations op) {
        upgrades.get(id).accept(op);
      }

      @Override
      public void downgrade(Operations op) {
        downgrades.get(id).accept(op);
      }
    };
  }

  /** The line, and a branch that depends on its end. */
  private static TestHistory needed() {
    return line()
        .add(
            after("e10000000000", "Create reports").labelled("reports").dependingOn("b7d41e60c9f5"),
            "reports");
  }
}
