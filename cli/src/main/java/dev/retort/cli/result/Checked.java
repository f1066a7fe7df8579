package dev.retort.cli.result;

import dev.retort.DatabaseCheck;
import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.ExitCode;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;
import dev.retort.cli.project.Message;
import dev.retort.problem.Problem;
import dev.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What entities, revisions and a database disagree on.
 *
 * @param sources what Retort said of each difference in the sources; empty if they were not looked
 *     at
 * @param skipped why no database was looked at, where that was not asked for
 * @param database how the database compares; empty if it was not looked at
 * @param begun the revision that was begun on the database and has not ended, if there is one
 * @param upgrade the command that applies what is pending, as it is typed
 * @param wayOn {@link #WAY_ON}, as options are typed
 */
public record Checked(
    Optional<List<Message>> sources,
    Optional<Skipped> skipped,
    Optional<DatabaseCheck> database,
    Optional<Begun> begun,
    String upgrade,
    String wayOn)
    implements Result {

  /** What can be done where something else than a revision has changed the database. */
  public static final String WAY_ON =
      "Something else than a revision has changed it, and Retort will not change it back: undo that"
          + " by hand, or write it into a revision. Tables that belong to others: --ignore TABLE.";

  /** Why no database was looked at. */
  public enum Skipped {
    /** What is compiled may not be what the sources say. */
    SOURCES_DIFFER("The database was not compared: it will be, once they agree."),

    /** Neither an option nor the environment names one. */
    NOT_NAMED(
        "No database was compared: nothing says where one is, in options, environment or .env.");

    private final String text;

    Skipped(String text) {
      this.text = text;
    }

    /** What people are told, with commands as in a shell. */
    public String text() {
      return text;
    }
  }

  @Override
  public ExitCode exitCode() {
    boolean agree =
        sources.map(List::isEmpty).orElse(true) && database.map(DatabaseCheck::agrees).orElse(true);
    return agree ? ExitCode.DONE : ExitCode.DIFFERENCES;
  }

  @Override
  public String text(Style style) {
    List<String> lines = new ArrayList<>();
    sources.ifPresent(
        differences -> {
          differences.forEach(each -> lines.add(each.shown()));
          lines.add(
              differences.isEmpty()
                  ? "The entities and the migrations agree."
                  : style.error(
                      "The entities and the migrations differ: "
                          + Text.count(differences.size(), "difference")
                          + "."));
        });
    skipped.ifPresent(reason -> lines.add(reason.text()));
    database.ifPresent(check -> tell(check, lines, style));
    return Text.lines(lines);
  }

  private void tell(DatabaseCheck check, List<String> lines, Style style) {
    check.beyond().forEach(each -> lines.add("not compared: " + each));
    check.differences().forEach(each -> lines.add("the database needs: " + each.describe()));
    if (!check.differences().isEmpty()) {
      lines.add(
          style.error(
              "The database is not what its revisions have made: "
                  + Text.count(check.differences().size(), "difference")
                  + "."));
      lines.add(wayOn);
    }
    begun.ifPresent(each -> lines.add(each.text(style)));
    if (!check.pending().isEmpty()) {
      lines.add(
          style.error(
                  "The database lacks "
                      + Text.place(check.pending().stream().map(RevisionInfo::id).toList())
                      + ".")
              + " To apply: "
              + upgrade);
    }
    if (check.agrees()) {
      lines.add("The database is what the revisions make, at " + Text.place(check.heads()) + ".");
    }
  }

  @Override
  public Json json() {
    MembersBuilder json =
        MembersBuilder.members()
            .with("command", "check")
            .with("agree", new Json.Flag(exitCode() == ExitCode.DONE));
    sources.ifPresent(
        differences ->
            json.with("differences", Json.items(differences.stream().map(Checked::json))));
    if (skipped.isPresent()) {
      json.with("databaseSkipped", new Json.Flag(true));
    }
    database.ifPresent(check -> json.with("database", json(check, begun)));
    return json.build();
  }

  private static Json json(DatabaseCheck check, Optional<Begun> begun) {
    MembersBuilder json =
        MembersBuilder.members()
            .with("heads", Json.texts(check.heads()))
            .with("pending", Json.texts(check.pending().stream().map(RevisionInfo::id).toList()))
            .with(
                "differences",
                Json.items(check.differences().stream().map(each -> Json.text(each.describe()))))
            .with("beyond", Json.texts(check.beyond()));
    begun.ifPresent(each -> json.with("unfinished", each.json()));
    return json.build();
  }

  private static Json json(Message message) {
    MembersBuilder json = MembersBuilder.members();
    if (message.problem().isPresent()) {
      Problem problem = message.problem().get();
      json.with("code", problem.code()).with("fact", problem.fact()).with("fix", problem.fix());
    }
    json.withUnlessEmpty("file", message.file());
    if (message.line() > 0) {
      json.with("line", Json.whole(message.line())).with("column", Json.whole(message.column()));
    }
    return json.build();
  }
}
