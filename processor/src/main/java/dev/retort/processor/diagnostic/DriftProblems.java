package dev.retort.processor.diagnostic;

import dev.retort.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where entities and revisions disagree: RT2xx. */
public final class DriftProblems {

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:table|sequence|enum type|composite type|view|materialized view|function|procedure)"
              + " ([\\w$.]+)(?:\\(.*)?",
          Pattern.DOTALL);

  private final String head;
  private final String fix;

  /**
   * The texts for one comparison.
   *
   * @param head the id of the newest revision; empty if there is none
   * @param suggestedMessage the message that a draft would get
   * @param draft where a draft of the missing revision was left; empty where it could not be
   */
  public DriftProblems(String head, String suggestedMessage, Optional<String> draft) {
    this.head = head;
    this.fix =
        "write the missing revision: mvn retort:revision -Dretort.message=\""
            + suggestedMessage
            + "\" (without that plugin, compile with -Aretort.message)"
            + draft.map(path -> "; its draft is at " + path).orElse("")
            + ".";
  }

  /** The entities have something that the revisions do not create. */
  public Problem notCreated(String what) {
    return new Problem(
        "RT201",
        "Schema drift: "
            + what
            + " is mapped here, but "
            + (head.isEmpty()
                ? "there is no migration that creates it."
                : migrations() + " do not create it."),
        fix);
  }

  /** The revisions create something that the entities no longer have. */
  public Problem notMapped(String what) {
    return new Problem(
        "RT202",
        "Schema drift: " + migrations() + " create " + what + ", which no entity maps any more.",
        "map it again, " + keep(what) + "or " + fix);
  }

  /** What has a name of its own can stay without an entity; names are pasted, and so are plain. */
  private static String keep(String what) {
    Matcher named = NAMED.matcher(what);
    return named.matches()
        ? "keep it without an entity by -Aretort.unmapped=" + named.group(1) + ", "
        : "";
  }

  /** The revisions create a table that no entity has. */
  public Problem tableNotMapped(String table) {
    return notMapped("table " + table);
  }

  /** RT414: what is to be without an entity is not there at all. */
  public static Problem nothingUnmapped(String name) {
    return new Problem(
        "RT414",
        "The processor option -Aretort.unmapped names "
            + name
            + ", and the migrations create no table, sequence, type, view or function of that"
            + " name.",
        "write the name as the database has it, with * for any characters, or leave it out.");
  }

  /** Both have it, but not alike. */
  public Problem differs(String what, String mapped, String created) {
    return new Problem(
        "RT203",
        "Schema drift: "
            + what
            + " is mapped here as "
            + mapped
            + ", but "
            + migrations()
            + " make it "
            + created
            + ".",
        fix);
  }

  /** The code declares a view, function or trigger that the revisions do not create. */
  public Problem notCreatedObject(String what) {
    return new Problem(
        "RT201",
        "Schema drift: "
            + what
            + " is declared here, but "
            + (head.isEmpty()
                ? "there is no migration that creates it."
                : migrations() + " do not create it."),
        fix);
  }

  /** The revisions create a view, function or trigger that the code no longer declares. */
  public Problem notDeclaredObject(String what) {
    return new Problem(
        "RT202",
        "Schema drift: "
            + migrations()
            + " create "
            + what
            + ", which is declared nowhere any more.",
        "declare it again, " + keep(what) + "or " + fix);
  }

  /** Both have the view, function or trigger, but not alike. */
  public Problem differentObject(String what, String declared, String created) {
    return new Problem(
        "RT203",
        "Schema drift: "
            + what
            + " is declared here as "
            + declared
            + ", but "
            + migrations()
            + " make it "
            + created
            + ".",
        fix);
  }

  /**
   * The entities have something new that looks like something which the revisions create and no
   * entity has any more.
   *
   * @param what what is mapped
   * @param olds the names of what it may have been, at least one
   */
  public Problem renamedOrNew(String what, List<String> olds) {
    return new Problem(
        "RT204",
        "Schema drift: "
            + what
            + " is mapped here and was never created, while "
            + migrations()
            + " create "
            + String.join(" and ", olds)
            + ", mapped no more: either it has a new name, or it is new.",
        "if it is the same, write "
            + olds.stream()
                .map(old -> "@RenamedFrom(" + literal(old) + ")")
                .collect(Collectors.joining(" or "))
            + " here and the rows keep their values; if it is new, @RenamedFrom({})"
            + " (import dev.retort.revision.RenamedFrom). Then compile again.");
  }

  /** It is stated that something had another name, and not which of several things it was. */
  public Problem ambiguousRename(String what) {
    return new Problem(
        "RT205",
        "Schema drift: "
            + what
            + " is stated to be renamed, but not clearly: several former names that it gives are"
            + " there, several things give the same one, or something else has the new name.",
        "give one former name with @RenamedFrom, or take it away and write this revision by hand,"
            + " with op.renameColumn, op.renameTable or op.moveTable.");
  }

  /** It is stated that something had another name, and both are there. */
  public Problem contestedRename(String what) {
    return new Problem(
        "RT205",
        "Schema drift: "
            + what
            + " is stated to be renamed, but "
            + migrations()
            + " create it beside what it was called before, which no entity maps any more: the"
            + " values of one of the two go.",
        "if these are its values already, take @RenamedFrom away; if it is to have those of the"
            + " other, write this revision by hand: drop the one, rename the other.");
  }

  /** Tables are stated to take each other's place, in namespaces that differ. */
  public Problem circularMove(String what) {
    return new Problem(
        "RT205",
        "Schema drift: "
            + what
            + " is stated to take the place of another table, and that one to take its place or a"
            + " further one's, in different namespaces, where the names of their keys and indexes"
            + " may meet.",
        "write this revision by hand, with op.renameTable and op.moveTable, over a name that is"
            + " free.");
  }

  /**
   * What the change that is missing does to rows that are there.
   *
   * @param consequence a sentence without a subject
   */
  public String change(String consequence) {
    return "The change " + Character.toLowerCase(consequence.charAt(0)) + consequence.substring(1);
  }

  private static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private String migrations() {
    return head.isEmpty() ? "the migrations" : "the migrations up to head " + head;
  }
}
