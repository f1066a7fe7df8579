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
    Optional<String> near =
        SchemaException.nearest(
            missing, known.stream().filter(candidate -> !candidate.equals(id)).toList());
    return new Problem(
        "RT102",
        "Revision " + id + " follows revision " + missing + ", which does not exist.",
        near.map(n -> "write downRevision = \"" + n + "\", or ")
                .orElse("name an existing revision in downRevision, or ")
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
            + ". A database can only be migrated to one.",
        "if this revision has not been applied anywhere, let it follow the other: downRevision = \""
            + other
            + "\"; otherwise add a revision that merges them: downRevision = {\""
            + String.join("\", \"", heads)
            + "\"}.");
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
