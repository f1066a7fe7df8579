package dev.retort.predecessor;

import dev.retort.problem.Problem;
import java.util.List;

/** What keeps Retort from going on where another tool stopped. */
public final class PredecessorProblems {

  private PredecessorProblems() {}

  /** RT530: the tool's table is not there. */
  public static Problem noHistory(Predecessor tool, String schema, String table) {
    return new Problem(
        "RT530",
        "Schema "
            + schema
            + " has no table "
            + table
            + ": "
            + tool.title()
            + " has not migrated this database, or keeps its history elsewhere.",
        "check that this is the database, and name the schema of that table: --schema NAME, or"
            + " Retort.on(dataSource).schema(\"NAME\"); where the tool was told another name for"
            + " the table, record where the database is (retort stamp REV), and compare with retort check"
            + " --no-sources.");
  }

  /** RT531: the tool has left something half done. */
  public static Problem unfinished(Predecessor tool, List<String> unfinished) {
    return new Problem(
        "RT531",
        tool.title()
            + " has not ended its work on this database: "
            + String.join("; ", unfinished)
            + ".",
        "let " + tool.title() + " finish or repair it first, then import again.");
  }

  /** RT532: Retort has migrated the database already. */
  public static Problem alreadyMigrated(Predecessor tool, List<String> heads) {
    return new Problem(
        "RT532",
        "Nothing was imported from "
            + tool.title()
            + ": Retort has migrated this database already, it is at "
            + String.join(", ", heads)
            + ".",
        "compare with retort check --no-sources what differs, or let Retort forget first: retort stamp base.");
  }
}
