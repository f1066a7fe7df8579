package dev.retort.processor.diagnostic;

import dev.retort.problem.Problem;
import dev.retort.problem.Sentence;
import dev.retort.revision.RevisionGraph;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What is told about drafts: RT4xx. */
public final class DraftProblems {

  private DraftProblems() {}

  public static Problem draftLeft(String draft, String destination) {
    return new Problem(
        "RT401",
        "A draft of the missing revision was left at " + draft + ".",
        "review it and move it to "
            + destination
            + ", or let the option -Aretort.message write it"
            + " there.");
  }

  public static Problem drafted(String path) {
    return new Problem(
        "RT402",
        "Drafted revision " + path + ".",
        "review it, and commit it together with the entities that it follows.");
  }

  public static Problem nothingToDraft(String head) {
    return new Problem(
        "RT403",
        "No revision was drafted: the entities and the migrations"
            + (head.isEmpty() ? "" : " up to head " + head)
            + " agree.",
        "leave out -Aretort.message, or change an entity first.");
  }

  /** A draft that could follow any of several heads. */
  public static Problem severalHeads(RevisionGraph<?> graph) {
    return new Problem(
        "RT410",
        "No revision was drafted: the revisions have several heads, "
            + String.join(", ", graph.heads())
            + ".",
        "say which the new one follows: "
            + following(graph)
            + "; or merge them: -Aretort.merge=heads.");
  }

  /**
   * A draft that would follow a revision that others follow.
   *
   * @param unnamed the revisions at which branches begin that need a name then
   */
  public static Problem noHead(String id, RevisionGraph<?> graph, List<String> unnamed) {
    List<String> followers = graph.followers(id);
    return new Problem(
        "RT410",
        "No revision was drafted: revision "
            + id
            + " is no head, "
            + String.join(" and ", followers)
            + (followers.size() > 1 ? " follow it." : " follows it."),
        "let the new one follow a head: "
            + following(graph)
            + "; or begin a branch here: -Aretort.splice=true, with a name for it: -Aretort.branchLabels=NAME"
            + (unnamed.isEmpty()
                ? "."
                : ", when " + labels(unnamed) + " (no checksum changes for that)."));
  }

  /**
   * A draft that would be a head beside others, where not each ends a branch with a name.
   *
   * @param itself whether the draft has no name for its branch
   * @param unnamed the revisions at which branches begin that need a name
   */
  public static Problem unnamedBranches(
      RevisionGraph<?> graph, boolean itself, List<String> unnamed) {
    String name = "-Aretort.branchLabels=NAME";
    return new Problem(
        "RT410",
        "No revision was drafted: it would be a head beside "
            + String.join(", ", graph.heads())
            + ", and a database can only be migrated to one head, unless each ends a branch that has"
            + " a name.",
        (unnamed.isEmpty()
                ? "give the new branch a name: " + name
                : "ask again when "
                    + labels(unnamed)
                    + " (no checksum changes for that)"
                    + (itself ? ", with a name for the new branch: " + name : ""))
            + "; or let the new one follow a head: "
            + following(graph)
            + ".");
  }

  private static String following(RevisionGraph<?> graph) {
    return graph.heads().size() == 1
        ? "-Aretort.head=head"
        : graph.heads().stream()
            .map(head -> "-Aretort.head=" + graph.headTarget(head).orElse(head))
            .collect(Collectors.joining(" or "));
  }

  private static String labels(List<String> unnamed) {
    return unnamed.size() == 1
        ? "revision " + unnamed.get(0) + " has branchLabels = \"main\" in its @Migration"
        : "revisions "
            + String.join(", ", unnamed)
            + " have branchLabels = \"NAME\" in their @Migration, each its own";
  }

  /** A draft whose id, labels or dependencies the revisions cannot have. */
  public static Problem noSuchPlace(String why) {
    return new Problem(
        "RT410",
        "No revision was drafted: " + Sentence.of(why),
        "correct -Aretort.revision, -Aretort.head, -Aretort.dependsOn or -Aretort.branchLabels, or"
            + " leave them out.");
  }

  /** A merge of what is one already. */
  public static Problem nothingToMerge(List<String> ids) {
    return new Problem(
        "RT410",
        "No revision was drafted: there is nothing to merge in "
            + (ids.isEmpty() ? "no revisions" : String.join(", ", ids))
            + ".",
        "name at least two revisions none of which follows the other: -Aretort.merge=heads or"
            + " -Aretort.merge=ID,ID.");
  }

  public static Problem noEntities() {
    return new Problem(
        "RT408",
        "No revision was drafted: this compilation has no entities to compare the migrations with.",
        "pass -Aretort.message where the entities are compiled.");
  }

  /**
   * A difference that operations in the order of drafts do not make up for.
   *
   * @param why the fact that stands in the way
   */
  public static Problem notDraftable(String why) {
    return new Problem(
        "RT415",
        "No revision could be drafted for what the entities have and the migrations have not: "
            + Sentence.of(why),
        "change that in the entities; or draft an empty revision (-Aretort.empty), take out of the"
            + " way in it what is in the way, and compile again.");
  }

  /**
   * A compilation of some sources that has not the classes of the others.
   *
   * @param unseen the classes that it misses, at least one
   */
  public static Problem unseen(SortedSet<String> unseen) {
    int more = unseen.size() - 1;
    return new Problem(
        "RT409",
        "The entities and the migrations were not compared, and no revision was drafted: this"
            + " compilation has neither the source nor the class of "
            + unseen.first()
            + (more == 0 ? "" : " and of " + more + " more")
            + ", which an earlier one had and whose source is still there.",
        "compile all sources together, or put the class output on the class path; if "
            + unseen.first()
            + " is no longer compiled on purpose, make a clean build.");
  }

  public static Problem noSourceRoot() {
    return new Problem(
        "RT404",
        "The revision could not be drafted: no source root is known to write it to.",
        "pass the source root: -Aretort.sourceRoot=src/main/java.");
  }

  public static Problem notWritten(String path, String reason) {
    return new Problem(
        "RT405",
        "The revision could not be written to " + path + ": " + Sentence.of(reason),
        "make the directory writable, or choose another with -Aretort.sourceRoot and"
            + " -Aretort.package.");
  }

  /**
   * A file that belongs into the class output.
   *
   * @param what what it holds, with an article
   */
  public static Problem artifactNotWritten(String what, String reason) {
    return new Problem(
        "RT406",
        "Retort could not write " + what + " to the class output: " + Sentence.of(reason),
        "make the class output writable, or delete it and compile again; no other processor may"
            + " write this file.");
  }

  public static Problem unknownOption(String option, String value, List<String> allowed) {
    return new Problem(
        "RT407",
        "The processor option -A" + option + "=" + value + " is not understood.",
        "write "
            + allowed.stream()
                .map(each -> "-A" + option + "=" + each)
                .collect(Collectors.joining(" or "))
            + ", or leave the option out.");
  }

  /** An option on a draft, where none is to be drafted. */
  public static Problem withoutMessage(String option) {
    return new Problem(
        "RT407",
        "The processor option -A" + option + " is about a draft, and none is asked for.",
        "add -Aretort.message=\"…\", or leave the option out.");
  }

  /** An option in Retort's name that it does not have: most likely a misspelt one. */
  public static Problem noSuchOption(String option, Collection<String> known) {
    return new Problem(
        "RT407",
        "The processor option -A" + option + " is none of Retort's.",
        "write one of "
            + known.stream().sorted().map(each -> "-A" + each).collect(Collectors.joining(", "))
            + ", or leave the option out.");
  }

  public static Problem notADirectory(String option, String value) {
    return new Problem(
        "RT407",
        "The processor option -A" + option + "=" + value + " is no directory that is there.",
        "write the path of the source root, for example -A"
            + option
            + "=src/main/java as seen from where the compiler runs, or leave the option out.");
  }

  /** An option that names entities of libraries, where there are none. */
  public static Problem noEntitiesIn(String option, String value) {
    return new Problem(
        "RT407",
        "The processor option -A"
            + option
            + " names "
            + value
            + ", which is no class, package or jar that has entities and is on the class path.",
        "put the library on the class path, and write -A"
            + option
            + "=com.example.Order for a class, -A"
            + option
            + "=com.example for the classes of a package, or the path of the jar for all of it;"
            + " several are separated by commas.");
  }

  public static Problem notAPackage(String option, String value) {
    return new Problem(
        "RT407",
        "The processor option -A" + option + "=" + value + " is no name of a package.",
        "write a name, for example -A"
            + option
            + "=com.example.migrations, or leave the option out.");
  }
}
