package dev.retort.cli.output;

import dev.retort.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says in commands what the runtime says in Java, where nobody wrote Java: a data source is the
 * settings of the connection, and a call of {@code Retort} the command that does the same.
 */
public final class RuntimeWords {

  private static final String SETTINGS = "--url, DATABASE_URL, DB_* or PG*";

  /** In order: the longer text comes before one that is part of it. */
  private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

  static {
    say("--schema NAME, or Retort\\.on\\(dataSource\\)\\.schema\\(\"NAME\"\\)", "--schema NAME");
    say("with Retort\\.on\\(dataSource\\)\\.schema\\(\"NAME\"\\)", "with --schema NAME");
    say(
        "No registry of revisions is on the class path: Retort's annotation processor did not run"
            + " when the application was compiled, or the compilation failed\\.",
        "No registry of revisions is on the class path that the command runs on: the application's"
            + " classes are not on it, their compilation failed, or Retort's annotation processor did"
            + " not run.");
    say(
        "compile the application and mend what that tells;",
        "compile the application and mend what that tells, and put its classes and libraries on the"
            + " class path;");
    say(
        "say which one belongs to this database, for example"
            + " Retort\\.on\\(dataSource\\)\\.registry\\(new (.*)\\(\\)\\)\\.$",
        "say which one belongs to this database, for example --registry $1.");
    say("retort upgrade, or Retort\\.on\\(dataSource\\)\\.upgrade\\(\\)", "retort upgrade");
    say(
        "retort stamp --purge TARGET, or Retort\\.on\\(dataSource\\)\\.purgeAndStamp\\(\"TARGET\"\\)",
        "retort stamp --purge TARGET");
    say("retort repair, or Retort\\.on\\(dataSource\\)\\.repair\\(\\)", "retort repair");
    say(
        "; a longer wait is Retort\\.on\\(dataSource\\)\\.lockWaitTimeout\\(Duration\\)",
        "; for a longer wait give --lock-wait TIME");
    say("Retort\\.on\\(dataSource\\)\\.purgeAndStamp\\(\"([^\"]*)\"\\)", "retort stamp --purge $1");
    say("record that with stamp\\(\"([^\"]*)\"\\)", "record that: retort stamp $1");
    say("write a revision that merges them, with downRevision = \\{[^}]*\\}", "retort merge heads");
    say("upgrade with the application or by command instead", "retort upgrade without --sql");
    say("give a range without these revisions: FROM:TO", "give a range without these revisions");
    say("host and port of the data source", "host and port in " + SETTINGS);
    say("user and password of the data source", "user and password in " + SETTINGS);
    say("with the data source's user for NAME", "with the user of " + SETTINGS + " for NAME");
    say("its name in the data source's URL", "its name in " + SETTINGS);
    say("point the data source at the primary", "let " + SETTINGS + " name the primary");
    say("set by the data source, its URL's options or the pool", "set by the URL's options");
    say(
        "take default_transaction_read_only, or readOnly, out of the data source's URL and the"
            + " pool's settings, or give Retort a data source that may write",
        "take default_transaction_read_only, or readOnly, out of " + SETTINGS);
    say(
        "the data source or pool hands out connections that are set read-only",
        "the URL's options make the connection read-only");
    say(
        "take readOnly out of the data source's and the pool's settings, or give Retort a data"
            + " source that may write",
        "take readOnly out of the URL's options");
    say(
        "take the lock in each transaction,"
            + " Retort\\.on\\(dataSource\\)\\.locking\\(Locking\\.TRANSACTION\\), or migrate through",
        "migrate through");
    say(
        "migrate with a data source that may write, on the primary server",
        "migrate on the primary");
  }

  private RuntimeWords() {}

  private static void say(String inJava, String inCommands) {
    WORDS.put(Pattern.compile(inJava, Pattern.DOTALL), inCommands);
  }

  /** The same problem, for people who type commands. */
  public static Problem of(Problem problem) {
    return new Problem(problem.code(), of(problem.fact()), of(problem.fix()));
  }

  /** The texts of the runtime's that are said otherwise. */
  static Set<Pattern> phrases() {
    return Set.copyOf(WORDS.keySet());
  }

  private static String of(String text) {
    String said = text;
    for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
      said = word.getKey().matcher(said).replaceAll(word.getValue());
    }
    return said;
  }
}
