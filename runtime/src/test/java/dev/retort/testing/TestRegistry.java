package dev.retort.testing;

import static java.util.stream.Collectors.toMap;

import dev.retort.canonical.ChainChecksum;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.postgres.UpgradeCompiler;
import dev.retort.revision.CompiledUpgrade;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A registry like the generated ones, of revisions written in a test; counts what is asked. */
public final class TestRegistry implements RevisionRegistry {

  /** A revision as lambdas. */
  public record Entry(
      String id,
      List<String> downRevisions,
      String message,
      Consumer<Operations> up,
      Consumer<Operations> down) {

    /** The same revision with a way back. */
    public Entry back(Consumer<Operations> script) {
      return new Entry(id, downRevisions, message, up, script);
    }
  }

  /** Revisions r0, r1 and so on, each of which follows the one before. */
  public static List<Entry> chain(List<Consumer<Operations>> upgrades) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < upgrades.size(); i++) {
      String[] down = i == 0 ? new String[0] : new String[] {"r" + (i - 1)};
      entries.add(revision("r" + i, upgrades.get(i), down));
    }
    return entries;
  }

  private final Map<String, Entry> entries;
  private final List<RevisionInfo> revisions;
  private final Map<String, String> heads;
  private final Map<String, CompiledUpgrade> upgrades;
  private final AtomicInteger listings = new AtomicInteger();
  private final AtomicInteger creations = new AtomicInteger();

  private TestRegistry(
      Map<String, Entry> entries,
      List<RevisionInfo> revisions,
      Map<String, String> heads,
      Map<String, CompiledUpgrade> upgrades) {
    this.entries = entries;
    this.revisions = revisions;
    this.heads = heads;
    this.upgrades = upgrades;
  }

  private TestRegistry(List<Entry> list) {
    this.entries = list.stream().collect(toMap(Entry::id, each -> each));
    Map<String, String> checksums = new HashMap<>();
    List<RevisionInfo> infos = new ArrayList<>();
    this.upgrades = new HashMap<>();
    for (Entry entry : list) {
      List<Operation> operations =
          Operations.record(entry.up()).stream().map(RecordedOperation::operation).toList();
      UpgradeCompiler.compile(operations).ifPresent(each -> upgrades.put(entry.id(), each));
      List<String> before = entry.downRevisions().stream().map(checksums::get).toList();
      String checksum = ChainChecksum.of(before, entry.id(), operations);
      checksums.put(entry.id(), checksum);
      infos.add(new RevisionInfo(entry.id(), entry.downRevisions(), entry.message(), checksum));
    }
    this.revisions = List.copyOf(infos);
    this.heads = RevisionGraph.of(infos).heads().stream().collect(toMap(id -> id, checksums::get));
  }

  /** A registry of the given revisions, each after those that it follows. */
  public static TestRegistry of(Entry... entries) {
    return new TestRegistry(List.of(entries));
  }

  /** A registry of the given revisions, each after those that it follows. */
  public static TestRegistry of(List<Entry> entries) {
    return new TestRegistry(entries);
  }

  /**
   * The same registry as the processor generates it where the revisions of another one were
   * squashed: each knows the checksum that it had there, and the first of those that have another
   * one stands in place of what is gone.
   */
  public TestRegistry squashedFrom(TestRegistry before) {
    Map<String, String> former =
        before.revisions.stream().collect(toMap(RevisionInfo::id, RevisionInfo::checksum));
    String[] gone =
        former.keySet().stream().filter(id -> !entries.containsKey(id)).toArray(String[]::new);
    List<RevisionInfo> infos = new ArrayList<>();
    for (RevisionInfo info : revisions) {
      boolean changed =
          former.containsKey(info.id()) && !former.get(info.id()).equals(info.checksum());
      RevisionInfo known = changed ? info.formerly(former.get(info.id())) : info;
      boolean first = changed && infos.stream().allMatch(each -> each.replaces().isEmpty());
      infos.add(first ? known.replacing(gone) : known);
    }
    return new TestRegistry(entries, infos, heads, upgrades);
  }

  /** The same registry with more said of a revision. */
  public TestRegistry with(String id, UnaryOperator<RevisionInfo> more) {
    List<RevisionInfo> infos =
        revisions.stream().map(info -> info.id().equals(id) ? more.apply(info) : info).toList();
    return new TestRegistry(entries, infos, heads, upgrades);
  }

  /** The same registry without the statements of upgrades. */
  public TestRegistry withoutStatements() {
    return new TestRegistry(entries, revisions, heads, Map.of());
  }

  @Override
  public Map<String, List<String>> formerHeads() {
    return revisions.stream()
        .filter(each -> heads.containsKey(each.id()) && !each.formerChecksums().isEmpty())
        .collect(toMap(RevisionInfo::id, RevisionInfo::formerChecksums));
  }

  /** A revision that follows the given ones; its way back records nothing. */
  public static Entry revision(String id, Consumer<Operations> up, String... downRevisions) {
    return new Entry(id, List.of(downRevisions), "revision " + id, up, op -> {});
  }

  /** How often all revisions were asked for. */
  public int listings() {
    return listings.get();
  }

  /** How many revisions were created. */
  public int creations() {
    return creations.get();
  }

  @Override
  public Map<String, String> heads() {
    return heads;
  }

  @Override
  public List<RevisionInfo> revisions() {
    listings.incrementAndGet();
    return revisions;
  }

  @Override
  public Revision create(String id) {
    creations.incrementAndGet();
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalArgumentException("no revision " + id);
    }
    return new Revision() {
      @Override
      public void upgrade(Operations op) {
        entry.up().accept(op);
      }

      @Override
      public void downgrade(Operations op) {
        entry.down().accept(op);
      }
    };
  }

  @Override
  public Optional<CompiledUpgrade> compiledUpgrade(String id) {
    return Optional.ofNullable(upgrades.get(id));
  }
}
