package dev.retort.cli.project;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Says in commands what the processor, which does not know of them, says in options of its own. */
final class CommandWords {

  /**
   * In order: what is more than one option comes first, and any other option last. The draft that a
   * compilation leaves beside its classes goes with them here.
   */
  private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

  static {
    say("; its draft is at .*$", ".");
    say(
        "mvn retort:revision -Dretort\\.message=(\"[^\"]*\") \\(without that plugin, [^)]*\\)",
        "retort revision -m $1");
    say("mvn retort:merge \\(without that plugin, [^)]*\\)", "retort merge heads");
    say("-Aretort\\.merge=heads", "retort merge heads");
    say("-Aretort\\.merge=ID,ID", "retort merge ID ID");
    say("-Aretort\\.merge=", "retort merge ");
    say("-Aretort\\.squash=", "retort squash ");
    say("-Aretort\\.splice=true", "--splice");
    say("-Aretort\\.empty=true", "--empty");
    say("-Aretort\\.head\\b=?", "--head ");
    say("-Aretort\\.branchLabels\\b=?", "--branch-label ");
    say("-Aretort\\.dependsOn\\b=?", "--depends-on ");
    say("-Aretort\\.revision\\b=?", "--rev-id ");
    say("-Aretort\\.sourceRoot\\b=?", "--source-root ");
    say("-Aretort\\.message\\b=?", "-m ");
    say("-A(retort\\.\\w+)", "--option $1");
    say(" ([,.;])", "$1");
  }

  private CommandWords() {}

  private static void say(String option, String instead) {
    WORDS.put(Pattern.compile(option, Pattern.DOTALL), instead);
  }

  static String of(String text) {
    String said = text;
    for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
      said = word.getKey().matcher(said).replaceAll(word.getValue());
    }
    return said.equals(text) ? text : said.replaceAll(" {2,}", " ");
  }
}
