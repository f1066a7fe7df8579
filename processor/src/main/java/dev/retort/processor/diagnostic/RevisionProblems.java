package dev.retort.processor.diagnostic;

import dev.retort.problem.Problem;
import dev.retort.problem.Sentence;
import dev.retort.schema.SchemaException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What can be wrong with revisions and their chain: RT1xx. */
public final class RevisionProblems {

  private RevisionProblems() {}

  public static Problem duplicateId(String id, List<String> classes) {
    return new Problem(
        "RT101",
        "Revision id " + id + " is used by " + String.join(" and ", classes) + ".",
        "give the newer of them an id of its own, and let what follows it name that id.");
  }

  /**
   * A revision that follows one that is not there.
   *
   * @param known all ids that exist
   */
  public static Problem missingDownRevision(String id, String missing, Collection<String> known) {
    return missing(id, "follows", "downRevision", missing, known);
  }

  /**
   * A revision that depends on one that is not there.
   *
   * @param known all ids that exist
   */
  public static Problem missingDependency(String id, String missing, Collection<String> known) {
    return missing(id, "depends on", "dependsOn", missing, known);
  }

  /** A revision that follows one that was squashed into another. */
  public static Problem followsSquashed(String id, String squashed, String into) {
    return new Problem(
        "RT102",
        "Revision "
            + id
            + " follows revision "
            + squashed
            + ", which was squashed into "
            + into
            + ".",
        "let it follow that one: downRevision = \"" + into + "\".");
  }

  /** A revision that stands in place of one that is there. */
  public static Problem stillThere(String id, String replaced) {
    return new Problem(
        "RT124",
        "Revision " + id + " replaces revision " + replaced + ", which is still there.",
        "delete the class of revision "
            + replaced
            + ", whose operations "
            + id
            + " holds now, or take it out of replaces.");
  }

  /** A former checksum that is none. */
  public static Problem noChecksum(String id, String text) {
    return new Problem(
        "RT124",
        "Revision " + id + " names '" + text + "' as a former checksum, which is none.",
        "write it as retort squash has; git log -p shows how that was.");
  }

  /** What it replaces, or what it was, is not said. */
  public static Problem replacesByHalf(String id) {
    return new Problem(
        "RT124",
        "Revision "
            + id
            + " has only one of replaces and formerChecksums: by the checksums, databases that applied"
            + " what it replaces are recognised.",
        "restore what retort squash has written; or take both out, once every database has applied a"
            + " later revision since.");
  }

  private static Problem missing(
      String id, String verb, String member, String missing, Collection<String> known) {
    Optional<String> near =
        SchemaException.nearest(
            missing, known.stream().filter(candidate -> !candidate.equals(id)).toList());
    return new Problem(
        "RT102",
        "Revision " + id + " " + verb + " revision " + missing + ", which does not exist.",
        near.map(n -> "write " + member + " = \"" + n + "\", or ")
                .orElse("name an existing revision in " + member + ", or ")
            + "restore the class of revision "
            + missing
            + ".");
  }

  /**
   * Revisions that follow each other in a circle.
   *
   * @param ids the circle, each followed by the one that it follows
   */
  public static Problem cycle(List<String> ids) {
    return new Problem(
        "RT103",
        "Revisions follow each other in a circle: "
            + String.join(" follows ", ids)
            + " follows "
            + ids.get(0)
            + ".",
        "correct the downRevision of one of them: it names the revision that really came before.");
  }

  /**
   * A chain that ends in several revisions.
   *
   * @param id the head that the message is shown at
   * @param heads all heads
   * @param named all heads with their messages
   */
  public static Problem severalHeads(String id, List<String> heads, List<String> named) {
    String other = heads.stream().filter(head -> !head.equals(id)).findFirst().orElseThrow();
    return new Problem(
        "RT104",
        "The revisions have "
            + heads.size()
            + " heads: "
            + String.join(", ", named)
            + ". A database can only be migrated to one, unless each is the end of a branch that has a"
            + " name.",
        "if this revision has not been applied anywhere, let it follow the other: downRevision = \""
            + other
            + "\"; otherwise add a revision that merges them: mvn retort:merge (without that plugin,"
            + " compile with -Aretort.merge=heads); branches that are to stay apart have branchLabels"
            + " at their first revisions.");
  }

  /**
   * A branch whose revisions need what another branch makes.
   *
   * @param id the revision whose operation is impossible
   * @param operation what it does
   * @param why why it cannot be done
   * @param head the end of the branch
   * @param makers revisions of other branches, one of which makes what is missing
   */
  public static Problem notAlone(
      String id, String operation, String why, String head, List<String> makers) {
    return new Problem(
        "RT122",
        "Revision "
            + id
            + " cannot "
            + operation
            + " in a database that has only the branch that ends at "
            + head
            + ": "
            + why
            + ".",
        "name the revision of the other branch that makes it: dependsOn = \""
            + makers.get(0)
            + "\""
            + (makers.size() > 1
                ? " (or whichever of " + String.join(", ", makers) + " it is)."
                : "."));
  }

  /**
   * A merge of branches that cannot be applied in either order.
   *
   * @param first the down revision whose branch is applied first
   * @param second the other
   * @param why what then is impossible
   */
  public static Problem mergeImpossible(String id, String first, String second, String why) {
    return new Problem(
        "RT123",
        "Revision "
            + id
            + " merges "
            + first
            + " and "
            + second
            + ", which conflict: where "
            + first
            + " is applied first, "
            + why
            + ".",
        "let one of the two branches follow the other, if it has not been applied anywhere yet, and"
            + " change it accordingly; where both have been, one gets a revision before the merge"
            + " that takes its part back.");
  }

  /**
   * A revision that cannot be applied where one of another branch is, although it can without it.
   */
  public static Problem branchesConflict(String id, String operation, String other, String fact) {
    return new Problem(
        "RT123",
        "Revision "
            + id
            + " cannot "
            + operation
            + " where revision "
            + other
            + " of another branch is applied, with which it conflicts: "
            + Sentence.of(fact),
        "let one of the two follow the other, if it has not been applied anywhere yet, and change it"
            + " accordingly; where both have been, one branch gets a revision before the merge that"
            + " takes its part back.");
  }

  /**
   * A merge of branches that lead to different schemas in different orders.
   *
   * @param difference what would have to be done to get from one to the other
   */
  public static Problem mergeAmbiguous(
      String id, String first, String second, List<String> difference) {
    return new Problem(
        "RT123",
        "Revision "
            + id
            + " merges "
            + first
            + " and "
            + second
            + ", which conflict: which of them a database has applied first decides what it looks"
            + " like; the difference: "
            + String.join(", ", difference)
            + ".",
        "let one of the two branches follow the other, if it has not been applied anywhere yet;"
            + " where both have been, one gets a revision before the merge that takes its part"
            + " back.");
  }

  public static Problem malformedLabel(String label) {
    return new Problem(
        "RT121",
        "'"
            + label
            + "' cannot be a branch label: a label is a letter, then up to 39 letters, digits or"
            + " underscores, none of head, heads, base, current, and no revision's id.",
        "name the branch after its subject, for example branchLabels = \"billing\".");
  }

  public static Problem duplicateLabel(String label, List<String> ids) {
    return new Problem(
        "RT121",
        "Branch label " + label + " is given by revisions " + String.join(" and ", ids) + ".",
        "write it at the first revision of the branch only, and give another branch another"
            + " label.");
  }

  public static Problem malformedId(String id) {
    return new Problem(
        "RT105",
        "'"
            + id
            + "' cannot be a revision id: an id is 1 to 40 letters, digits or underscores, and none"
            + " of head, heads, base, current.",
        "use 12 hexadecimal digits, for example revision = \"3f2a9c1b04de\".");
  }

  public static Problem unusableClass(String className, String why) {
    return new Problem(
        "RT106",
        className + " is annotated with @Migration, but cannot be used as a revision: " + why + ".",
        "declare it as public final class "
            + className.substring(className.lastIndexOf('.') + 1)
            + " implements Revision, with no constructor or a public one without parameters.");
  }

  public static Problem usesOwnClass(String revision, String ownClass) {
    return new Problem(
        "RT107",
        "Revision "
            + revision
            + " uses "
            + ownClass
            + ", a class of this module. Such classes change with the application, revisions must"
            + " not: what this one does to a database would change with them.",
        "write the names and values that you need from "
            + ownClass
            + " into the revision itself; the JDK, Retort and libraries may be used.");
  }

  public static Problem doesNotCompile(String revision, String compilerMessage) {
    return new Problem(
        "RT108",
        "Revision " + revision + " does not compile by itself: " + Sentence.of(compilerMessage),
        "correct this line; a revision may use the JDK, Retort and the libraries on the class"
            + " path.");
  }

  public static Problem recordingFailed(String revision, String method, Throwable failure) {
    return new Problem(
        "RT109",
        "Revision " + revision + " threw while " + method + " was recorded: " + sentence(failure),
        "correct this line; "
            + method
            + " runs at compile time, so it must only record operations"
            + " (what needs the database belongs into op.run).");
  }

  public static Problem recordingDoesNotEnd(String revision, String method, long seconds) {
    return new Problem(
        "RT110",
        "Revision "
            + revision
            + " was still recording "
            + method
            + " after "
            + seconds
            + " s, when it was at this line.",
        "make the loop end; what is slow because it needs the database belongs into op.run.");
  }

  /**
   * An operation that cannot be made at its place in the chain.
   *
   * @param operation what it would do
   * @param fact what is in the way, a clause
   * @param method the method that records it
   * @param start the revision whose schema the method starts from; empty for an empty database
   */
  public static Problem impossibleOperation(
      String revision, String operation, String fact, String method, String start) {
    return new Problem(
        "RT111",
        "Revision " + revision + " cannot " + operation + ": " + Sentence.of(fact),
        "correct this operation; its "
            + method
            + " starts from "
            + (start.isEmpty() ? "an empty database" : "the schema after revision " + start)
            + " and meets what the lines above it have done.");
  }

  public static Problem unknownType(String revision, String fact) {
    return new Problem(
        "RT112",
        "Revision " + revision + " uses a type that PostgreSQL does not have: " + Sentence.of(fact),
        "use a built-in type, or SqlType.userDefined(\"name\") for a type that the database"
            + " defines.");
  }

  public static Problem recordsDifferently(String revision, String method) {
    return new Problem(
        "RT113",
        "Revision "
            + revision
            + " recorded something else the second time that "
            + method
            + " was run. What it does to a database must not depend on time, chance or input.",
        "write the values that it computed into the revision, or compute them in op.run.");
  }

  /** A definition that cannot be, whatever the schema: a key on a column that is not listed. */
  public static Problem impossibleDefinition(String revision, String fact) {
    return new Problem(
        "RT111",
        "Revision " + revision + " records an operation that cannot be: " + Sentence.of(fact),
        "correct the definition at this line.");
  }

  /**
   * A downgrade that does not restore the schema that was there before.
   *
   * @param missing what would still have to be done
   */
  public static Problem downgradeLeadsElsewhere(String revision, List<String> missing) {
    return new Problem(
        "RT116",
        "The downgrade of revision "
            + revision
            + " does not lead back to the schema before it; missing: "
            + String.join(", ", missing)
            + ".",
        "record the missing operations, or leave downgrade empty if there is no way back;"
            + " @SuppressWarnings(\"retort:RT116\") on the class accepts it.");
  }

  public static Problem sourceNotFound(String revision, String className) {
    return new Problem(
        "RT114",
        "The source of revision "
            + revision
            + " ("
            + className
            + ") could not be found by this"
            + " compiler.",
        "pass the source root: -Aretort.sourceRoot=src/main/java.");
  }

  public static Problem noCompiler() {
    return new Problem(
        "RT115",
        "Revisions cannot be replayed: this Java runtime has no compiler (module jdk.compiler).",
        "run the build with a JDK.");
  }

  /** A call of {@code System.exit} or the like. */
  public static Problem endsTheMachine(String revision) {
    return new Problem(
        "RT117",
        "Revision "
            + revision
            + " would end the Java machine here: the compiler's when it is recorded, the"
            + " application's when it runs.",
        "throw an exception instead: it fails the compilation, or the migration, and says why.");
  }

  public static Problem noInstant(String revision, String created) {
    return new Problem(
        "RT118",
        "Revision " + revision + " was created '" + created + "', which is no point in time.",
        "write it as in created = \"2026-11-09T10:31:00Z\", or leave it out.");
  }

  public static Problem noTimeout(String revision, String member, String text) {
    return new Problem(
        "RT125",
        "Revision " + revision + " has " + member + " = \"" + text + "\", which is no timeout.",
        "write it as in "
            + member
            + " = \"2s\": a number and ms, s, min, h or d, 24 days at most, or \"0\" for no limit.");
  }

  public static Problem followsTwice(String revision, String down) {
    return new Problem(
        "RT119",
        "Revision " + revision + " names " + down + " more than once among those that it follows.",
        "name each revision once in downRevision; a merge names different ones.");
  }

  public static Problem irreversibleWithDowngrade(String revision, int operations) {
    return new Problem(
        "RT120",
        "Revision "
            + revision
            + " is declared irreversible, and its downgrade records "
            + (operations == 1 ? "an operation" : operations + " operations")
            + " that would never be run.",
        "leave the downgrade empty, or take irreversible = true away.");
  }

  private static String sentence(Throwable failure) {
    String message = failure.getMessage();
    String name = failure.getClass().getName();
    return Sentence.of(message == null || message.isBlank() ? name : name + ": " + message);
  }
}
