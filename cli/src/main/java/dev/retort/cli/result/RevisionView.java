package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.Style;
import dev.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * A revision with its place in the history, as commands show it.
 *
 * @param info what is known of the revision itself
 * @param branches the names of the branches that it is on
 * @param followers the ids of those that follow it
 * @param current whether the database is at it, as far as that was looked up
 */
public record RevisionView(
    RevisionInfo info, List<String> branches, List<String> followers, boolean current) {

  public RevisionView {
    branches = List.copyOf(branches);
    followers = List.copyOf(followers);
  }

  public boolean isHead() {
    return followers.isEmpty();
  }

  public boolean isBranchPoint() {
    return followers.size() > 1;
  }

  public boolean isMergePoint() {
    return info.downRevisions().size() > 1;
  }

  /** The id and what is to be known of its place, then the message, as Alembic writes it. */
  public String line(Style style) {
    return heading(style)
        + (info.dependsOn().isEmpty() ? "" : ", depends on " + String.join(", ", info.dependsOn()))
        + (info.message().isEmpty() ? "" : ", " + info.message());
  }

  /** All that is known, in Alembic's words; lines without line breaks. */
  public List<String> entry(Style style) {
    List<String> lines = new ArrayList<>();
    lines.add("Rev: " + heading(style));
    List<String> down = info.downRevisions();
    lines.add((isMergePoint() ? "Merges: " : "Parent: ") + (down.isEmpty() ? "<base>" : ids(down)));
    add(lines, "Depends on: ", info.dependsOn());
    add(lines, "Branches into: ", isBranchPoint() ? followers : List.of());
    add(lines, "Branch names: ", info.branchLabels());
    add(lines, "Replaces: ", info.replaces());
    if (info.irreversible()) {
      lines.add("Irreversible: there is no way back past it");
    }
    lines.add("Checksum: " + info.checksum());
    if (!info.message().isEmpty()) {
      lines.add("");
      lines.add("    " + info.message());
    }
    return List.copyOf(lines);
  }

  Json json() {
    return members().build();
  }

  /** The same, with whether the database is at it. */
  Json jsonWithCurrent() {
    return members().with("current", new Json.Flag(current)).build();
  }

  private MembersBuilder members() {
    MembersBuilder members =
        MembersBuilder.members()
            .with("revision", info.id())
            .with("message", info.message())
            .with("downRevisions", Json.texts(info.downRevisions()))
            .with("dependsOn", Json.texts(info.dependsOn()))
            .with("branchLabels", Json.texts(info.branchLabels()))
            .with("branches", Json.texts(branches))
            .with("irreversible", new Json.Flag(info.irreversible()))
            .with("checksum", info.checksum());
    if (!info.replaces().isEmpty()) {
      members.with("replaces", Json.texts(info.replaces()));
    }
    return members
        .with("head", new Json.Flag(isHead()))
        .with("branchPoint", new Json.Flag(isBranchPoint()))
        .with("mergePoint", new Json.Flag(isMergePoint()));
  }

  private String heading(Style style) {
    List<String> marks = new ArrayList<>();
    if (!branches.isEmpty()) {
      marks.add(String.join(", ", branches));
    }
    mark(marks, isHead(), "head");
    mark(marks, isBranchPoint(), "branchpoint");
    mark(marks, isMergePoint(), "mergepoint");
    mark(marks, current, "current");
    StringBuilder heading = new StringBuilder(style.id(info.id()));
    marks.forEach(mark -> heading.append(' ').append(style.mark("(" + mark + ")")));
    return heading.toString();
  }

  private static void mark(List<String> marks, boolean holds, String mark) {
    if (holds) {
      marks.add(mark);
    }
  }

  private static void add(List<String> lines, String name, List<String> values) {
    if (!values.isEmpty()) {
      lines.add(name + ids(values));
    }
  }

  private static String ids(List<String> ids) {
    return String.join(", ", ids);
  }
}
