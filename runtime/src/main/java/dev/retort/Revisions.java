package dev.retort;

import static java.util.Objects.requireNonNull;

import dev.retort.migrate.MigrationRefusedException;
import dev.retort.migrate.MigrationRequest;
import dev.retort.migrate.MigrationScript;
import dev.retort.migrate.MigrationSettings;
import dev.retort.migrate.Planner;
import dev.retort.problem.ProblemException;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import dev.retort.revision.TargetProblems;
import dev.retort.revision.TargetResolver;
import java.util.List;
import java.util.Set;

/**
 * The revisions of an application, and what can be said of them without a database.
 *
 * <pre>{@code
 * String script = Revisions.ofApplication().upgradeSql("base:head");
 * }</pre>
 *
 * <p>Targets are written as for {@link Retort#upgrade(String)}. Immutable and safe for use by
 * several threads. What cannot be is a {@link dev.retort.problem.RetortException}.
 */
public final class Revisions {

  private final RevisionRegistry registry;
  private final RevisionGraph<RevisionInfo> graph;
  private final MigrationSettings settings;
  private final List<String> current;

  private Revisions(
      RevisionRegistry registry,
      RevisionGraph<RevisionInfo> graph,
      MigrationSettings settings,
      List<String> current) {
    this.registry = registry;
    this.graph = graph;
    this.settings = settings;
    this.current = current;
  }

  /** Those of the registry on the class path. */
  public static Revisions ofApplication() {
    return of(Registries.only(Registries.applicationLoader()));
  }

  /** Those of the given registry. */
  public static Revisions of(RevisionRegistry registry) {
    requireNonNull(registry, "registry");
    return decide(
        () ->
            new Revisions(
                registry,
                Planner.graph(registry.revisions()),
                MigrationSettings.DEFAULT,
                List.of()));
  }

  /** The same, for databases where they live in this schema; see {@link Retort#schema}. */
  public Revisions schema(String schema) {
    return new Revisions(registry, graph, settings.withSchema(schema), current);
  }

  /** The same, where scripts write this tag into the history; see {@link Retort#tag}. */
  public Revisions tag(String tag) {
    return new Revisions(registry, graph, settings.withTag(tag), current);
  }

  /**
   * The same, where targets such as {@code current} and {@code -2} start from the given revisions:
   * those that a database is at.
   *
   * @param ids the ids of the revisions; those that are none of these are passed over
   */
  public Revisions at(List<String> ids) {
    return new Revisions(registry, graph, settings, ids.stream().filter(graph::contains).toList());
  }

  /** All, each after those that it follows or depends on. */
  public List<RevisionInfo> all() {
    return graph.chain();
  }

  /** Those that no other follows. */
  public List<RevisionInfo> heads() {
    return graph.heads().stream().map(graph::get).toList();
  }

  /** Those that follow none. */
  public List<RevisionInfo> bases() {
    return graph.bases().stream().map(graph::get).toList();
  }

  /** Those that several others follow. */
  public List<RevisionInfo> branchPoints() {
    return graph.branchPoints().stream().map(graph::get).toList();
  }

  /** The names of the branches that a revision is on, sorted. */
  public List<String> branchLabels(RevisionInfo revision) {
    return graph.labels(revision.id());
  }

  /** The revisions that a target means; none for {@code base}. */
  public List<RevisionInfo> find(String target) {
    return resolve(target).stream().map(graph::get).toList();
  }

  /**
   * A part of the history, newest first.
   *
   * @param range {@code FROM:TO}, each a target, or one of them left out for the first or the last;
   *     both ends are part of it
   * @throws MigrationRefusedException if there is no such target, or TO comes before FROM
   */
  public List<RevisionInfo> history(String range) {
    Range ends = forward(range);
    Set<String> wanted = graph.withAncestors(resolve(ends.to()));
    List<String> from = resolve(ends.from());
    if (!from.isEmpty()) {
      wanted.retainAll(graph.withDescendants(from));
    }
    return graph.newestFirst(wanted).stream().map(graph::get).toList();
  }

  /**
   * A script that psql runs and that does what {@link Retort#upgrade(String)} would.
   *
   * @param range {@code FROM:TO}; without a colon, from an empty database to the target
   * @throws MigrationRefusedException if there is no such target, or TO comes before FROM
   */
  public String upgradeSql(String range) {
    Range ends = forward(range);
    return script(ends.from(), MigrationRequest.upgrade(ends.to()));
  }

  /**
   * A script that psql runs and that does what {@link Retort#downgrade(String)} would.
   *
   * @param range {@code FROM:TO}; without a colon, from the heads to the target
   */
  public String downgradeSql(String range) {
    Range ends = Range.parse(range, "heads", "base");
    return script(ends.from(), MigrationRequest.downgrade(ends.to()));
  }

  private Range forward(String range) {
    Range ends = Range.parse(range, "base", "heads");
    Set<String> from = Set.copyOf(resolve(ends.from()));
    Set<String> to = Set.copyOf(resolve(ends.to()));
    if (!from.equals(to) && graph.withAncestors(from).containsAll(to)) {
      throw new MigrationRefusedException(TargetProblems.backwards(ends.from(), ends.to()));
    }
    return ends;
  }

  private String script(String from, MigrationRequest request) {
    List<String> start = resolve(from);
    return decide(() -> MigrationScript.of(registry, graph, settings, start, request));
  }

  private List<String> resolve(String targets) {
    return decide(
        () -> new TargetResolver(graph, current).resolveAll(TargetResolver.split(targets)));
  }

  private interface Decision<T> {
    T make() throws ProblemException;
  }

  private static <T> T decide(Decision<T> decision) {
    try {
      return decision.make();
    } catch (ProblemException refusal) {
      throw new MigrationRefusedException(refusal.problem());
    }
  }

  private record Range(String from, String to) {

    static Range parse(String text, String first, String last) {
      int colon = text.indexOf(':');
      String from = colon < 0 ? "" : text.substring(0, colon).strip();
      String to = text.substring(colon + 1).strip();
      return new Range(from.isEmpty() ? first : from, to.isEmpty() ? last : to);
    }
  }
}
