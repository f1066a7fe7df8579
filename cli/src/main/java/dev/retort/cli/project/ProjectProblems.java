package dev.retort.cli.project;

import dev.retort.problem.Problem;
import dev.retort.problem.Sentence;
import java.util.List;

/** What can be wrong with a project that a command works on. */
public final class ProjectProblems {

  private ProjectProblems() {}

  /**
   * Sources that do not compile, for which all was said already.
   *
   * @param errors how many errors there are, at least one
   */
  static Problem doesNotCompile(int errors) {
    return new Problem(
        "RT603",
        "The project does not compile: "
            + (errors == 1 ? "there is 1 error." : "there are " + errors + " errors."),
        "correct what is told above. Processors other than Retort's do not run here: where sources"
            + " need what those generate, draft with the build instead (-Aretort.message).");
  }

  /**
   * RT652: the compiled revisions are missing, or not those of the sources.
   *
   * @param compiled the heads on the class path
   * @param sources the heads of the sources, at least one
   */
  static Problem notCompiled(List<String> compiled, List<String> sources) {
    String fact =
        compiled.equals(sources)
            ? "The sources of the revisions up to "
                + String.join(", ", sources)
                + " were changed since they were compiled."
            : "The sources have revisions up to "
                + String.join(", ", sources)
                + ", and what is compiled are those up to "
                + String.join(", ", compiled)
                + ".";
    return new Problem(
        "RT652",
        fact + " The database would be compared with the old ones.",
        "compile the project (mvn compile, for example) and check again; or look at the sources"
            + " alone: --no-database.");
  }

  /** A draft that the other sources do not go with. */
  static Problem draftDoesNotCompile(int errors) {
    return new Problem(
        "RT603",
        "What was drafted does not compile with the other sources: "
            + (errors == 1 ? "there is 1 error." : "there are " + errors + " errors.")
            + " It was not kept.",
        "correct what is told above, or ask for something else.");
  }

  static Problem noSources(List<String> roots) {
    return new Problem(
        "RT604",
        "There are no Java sources in " + String.join(", ", roots) + ".",
        "run the command in the module's directory, or name where they are: --source-root"
            + " src/main/java. The database alone is compared by retort check --no-sources.");
  }

  static Problem unreadable(String what, String reason) {
    return new Problem(
        "RT604",
        what + " cannot be read: " + Sentence.of(reason),
        "make it readable, or name other sources: --source-root src/main/java.");
  }

  static Problem noSource(String revision, List<String> roots) {
    return new Problem(
        "RT605",
        "Revision "
            + revision
            + " has no source in "
            + String.join(", ", roots)
            + ": it comes from a library or from another module.",
        "run the command in that module's directory, or name where its sources are: --source-root"
            + " src/main/java.");
  }

  /** A baseline where there is a history. */
  static Problem notTheFirst(List<String> known) {
    return new Problem(
        "RT606",
        "The project has revisions already: " + String.join(", ", known) + ".",
        "draft what differs with retort revision, and record where the database is with retort"
            + " stamp REV.");
  }

  /** A baseline of nothing. */
  static Problem nothingThere() {
    return new Problem(
        "RT606",
        "The database has nothing that a first revision could create.",
        "check that this is the database and its schema (--schema NAME); without a database, draft"
            + " the first revision from the entities: retort revision -m \"Create the tables\".");
  }

  static Problem noEntities() {
    return new Problem(
        "RT606",
        "There are no entities that say where the migrations belong.",
        "name their package: --package com.example.migrations.");
  }

  static Problem notAPackage(String name) {
    return new Problem(
        "RT606",
        "'" + name + "' is no name of a package.",
        "write one such as --package com.example.migrations.");
  }

  /** A project file that is none. */
  static Problem unusablePom(String file, String reason, String fix) {
    return new Problem("RT606", file + " cannot be changed: " + Sentence.of(reason), fix);
  }

  /** A baseline of a database that has one. */
  public static Problem migratedAlready(List<String> at) {
    return new Problem(
        "RT606",
        "The database is recorded to be at " + String.join(", ", at) + ": Retort has migrated it.",
        "take the revisions that did it into the project; or let Retort forget them first: retort"
            + " stamp --purge base.");
  }

  static Problem unwritable(String file, String reason) {
    return new Problem(
        "RT606",
        file + " cannot be written: " + Sentence.of(reason),
        "make the directory writable, or move what is there.");
  }

  /** A squash that would take another revision away. */
  static Problem holdsAnother(String file, String revision) {
    return new Problem(
        "RT607",
        file + " would go, and holds revision " + revision + " as well, which is to stay.",
        "give each revision a source file of its own, and squash then.");
  }

  /** A squash that would write over another source. */
  static Problem inTheWay(String file) {
    return new Problem(
        "RT607",
        file + " is there already, and is none of the sources that would go.",
        "give the revision another message, which names its file: -m MESSAGE.");
  }

  /** A squash that would change the schema. */
  static Problem squashDiffers(List<String> differences) {
    return new Problem(
        "RT607",
        "The revision that would stand in their place does not lead to the same schema: "
            + String.join("; ", differences)
            + ". No source was changed.",
        "squash a range without what these are about, and report this: it should not happen.");
  }

  /** A squash after which databases would not be recognised. */
  static Problem squashForgets(List<String> checksums) {
    return new Problem(
        "RT607",
        "Databases that have recorded "
            + String.join(", ", checksums)
            + " would not be recognised. No source was changed.",
        "squash another range, and report this: it should not happen.");
  }

  /** A squash that could not write or delete. */
  static Problem squashUnfinished(String file, List<String> removed, String reason) {
    return new Problem(
        "RT607",
        "The sources cannot be replaced: " + Sentence.of(reason),
        "restore them with git checkout "
            + String.join(" ", removed)
            + ", delete "
            + file
            + ".new, make the directory writable, and squash again.");
  }

  static Problem noEditor() {
    return new Problem(
        "RT605", "The environment names no editor.", "set one: EDITOR=vi retort edit REV.");
  }

  static Problem editorFailed(String editor, String reason) {
    return new Problem(
        "RT605",
        "The editor " + editor + " did not do its work: " + Sentence.of(reason),
        "correct VISUAL or EDITOR in the environment.");
  }
}
