package dev.retort.processor.migration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.retort.problem.Problem;
import dev.retort.processor.diagnostic.RevisionProblems;
import dev.retort.processor.report.Finding;
import dev.retort.revision.GraphProblem;
import dev.retort.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what is wrong with a set of revisions, at the annotation that can be mended. */
final class ChainCheck {

  private ChainCheck() {}

  /** Everything that keeps the revisions from being a history; empty if they are. */
  static List<Finding> check(List<DeclaredRevision> revisions) {
    Map<String, List<DeclaredRevision>> byId =
        revisions.stream().collect(groupingBy(DeclaredRevision::id, LinkedHashMap::new, toList()));
    List<Finding> findings = new ArrayList<>();
    for (GraphProblem problem : RevisionGraph.check(revisions)) {
      if (problem instanceof GraphProblem.MalformedId malformed) {
        for (DeclaredRevision revision : byId.get(malformed.id())) {
          findings.add(at(revision, "revision", RevisionProblems.malformedId(revision.id())));
        }
      } else if (problem instanceof GraphProblem.DuplicateId duplicate) {
        List<DeclaredRevision> bearers = byId.get(duplicate.id());
        List<String> classes = bearers.stream().map(DeclaredRevision::binaryName).sorted().toList();
        for (DeclaredRevision revision : bearers) {
          findings.add(
              at(revision, "revision", RevisionProblems.duplicateId(duplicate.id(), classes)));
        }
      } else if (problem instanceof GraphProblem.MissingDownRevision missing) {
        for (DeclaredRevision revision : byId.get(missing.id())) {
          findings.add(at(revision, "downRevision", missing(missing, revisions, byId.keySet())));
        }
      } else if (problem instanceof GraphProblem.MissingDependency missing) {
        for (DeclaredRevision revision : byId.get(missing.id())) {
          findings.add(
              at(
                  revision,
                  "dependsOn",
                  RevisionProblems.missingDependency(
                      missing.id(), missing.missing(), byId.keySet())));
        }
      } else if (problem instanceof GraphProblem.MalformedLabel malformed) {
        for (DeclaredRevision revision : byId.get(malformed.id())) {
          findings.add(
              at(revision, "branchLabels", RevisionProblems.malformedLabel(malformed.label())));
        }
      } else if (problem instanceof GraphProblem.DuplicateLabel duplicate) {
        for (String id : duplicate.ids()) {
          findings.add(
              at(
                  byId.get(id).get(0),
                  "branchLabels",
                  RevisionProblems.duplicateLabel(duplicate.label(), duplicate.ids())));
        }
      } else if (problem instanceof GraphProblem.Cycle cycle) {
        DeclaredRevision first = byId.get(cycle.ids().get(0)).get(0);
        findings.add(at(first, "downRevision", RevisionProblems.cycle(cycle.ids())));
      }
    }
    for (DeclaredRevision revision : revisions) {
      revision.replaces().stream()
          .filter(byId::containsKey)
          .map(there -> RevisionProblems.stillThere(revision.id(), there))
          .forEach(problem -> findings.add(at(revision, "replaces", problem)));
    }
    return findings;
  }

  /** What follows a revision that was squashed is told where that went. */
  private static Problem missing(
      GraphProblem.MissingDownRevision missing,
      List<DeclaredRevision> revisions,
      Set<String> known) {
    return revisions.stream()
        .filter(each -> each.replaces().contains(missing.missing()))
        .findFirst()
        .map(into -> RevisionProblems.followsSquashed(missing.id(), missing.missing(), into.id()))
        .orElseGet(
            () -> RevisionProblems.missingDownRevision(missing.id(), missing.missing(), known));
  }

  /** Several heads are meant where each ends a branch that has a name of its own. */
  static List<Finding> checkHeads(List<DeclaredRevision> revisions) {
    if (!RevisionGraph.check(revisions).isEmpty()) {
      return List.of();
    }
    RevisionGraph<DeclaredRevision> graph = RevisionGraph.of(revisions);
    List<String> heads = graph.unnamedHeads();
    List<String> all = graph.heads();
    List<String> named = all.stream().map(id -> id + " (" + graph.get(id).message() + ")").toList();
    return heads.stream()
        .map(id -> at(graph.get(id), "downRevision", RevisionProblems.severalHeads(id, all, named)))
        .toList();
  }

  private static Finding at(DeclaredRevision revision, String member, Problem problem) {
    return Finding.error(
        problem,
        revision.element(),
        revision.annotation(),
        RevisionCollector.value(revision.annotation(), member).orElse(null));
  }
}
