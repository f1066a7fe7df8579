package dev.retort.maven;

import dev.retort.cli.command.CommandTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Says as goals what texts say as commands of a shell: {@code retort upgrade head} is {@code mvn
 * retort:upgrade -Dretort.target=head}. What a word is, the commands' own model tells.
 */
final class GoalWords {

  /** What a text gives as a value: in quotes, as a place to fill in, or with a mark in it. */
  private static final String VALUE =
      "\"[^\"]*\"|(?:\\w+\\.){2,}\\w+|[A-Z]+(?![\\w:])|…|[\\w.@*/-]*[=:/][^\\s,;]*[^\\s,;.]|[\\w-]+@[\\w-]+";

  /** What a text gives as a target: those, the words for one, and an id. */
  private static final String TARGET =
      "(?:" + VALUE + "|heads|head|base|[+-]\\d+|\\w*\\d\\w*)(?=[\\s,;.:)]|$)";

  private static final Pattern COMMAND = Pattern.compile("\\bretort (?=[a-z])([a-z-]+)");
  private static final Pattern NEXT_TARGET = Pattern.compile("\\G (" + TARGET + ")");
  private static final Pattern NEXT_OPTION =
      Pattern.compile("\\G (--?[a-z][a-z-]*)(?:[ =](" + VALUE + "))?");
  private static final Pattern OPTION =
      Pattern.compile("(?<![\\w-])(--[a-z][a-z-]*)(?:[ =](" + VALUE + "))?");

  /** What is no matter of words: the project is what Maven says it is. */
  private static final Map<Pattern, String> PHRASES = new LinkedHashMap<>();

  static {
    say("The command line is not understood", "What the goal was given is not understood");
    say("Missing required parameter: '(?:TARGET|REV|FROM:TO)'", "-Dretort.target is missing");
    say("Missing required parameter: 'TOOL'", "-Dretort.tool is missing");
    say("Missing required option: '--message=MESSAGE'", "-Dretort.message is missing");
    say(
        "class path that the command runs on: the application's classes are not on it, or ",
        "class path: there are no revisions yet, or ");
    say(
        "put the application's classes and libraries on the class path; if they are there, add",
        "draft a revision (mvn retort:revision); or add");
    say("run the command on", "run the goal on");
    say("or run the command from Java", "or run a command from Java");
    say(
        "run the command in (?:the|that) module's directory, or name where (?:they|its sources)"
            + " are: --source-root \\S+",
        "run the goal in the module that has them: mvn -pl MODULE …");
    say(", or name other sources: --source-root \\S+", ".");
  }

  private static final Map<String, CommandLine> COMMANDS = CommandTree.create().getSubcommands();

  private GoalWords() {}

  private static void say(String inShell, String inMaven) {
    PHRASES.put(Pattern.compile(inShell), inMaven);
  }

  /** The names of all goals. */
  static Set<String> goals() {
    return COMMANDS.keySet();
  }

  /** The options of a goal's command, without dashes; none if there is no such goal. */
  static Set<String> optionsOf(String goal) {
    Set<String> names = new TreeSet<>();
    Optional.ofNullable(COMMANDS.get(goal)).stream()
        .flatMap(command -> command.getCommandSpec().options().stream())
        .forEach(option -> names.add(option.longestName().substring(2)));
    return names;
  }

  static boolean takesTarget(String goal) {
    return !COMMANDS.get(goal).getCommandSpec().positionalParameters().isEmpty();
  }

  static String of(String text) {
    String said = text;
    for (Map.Entry<Pattern, String> phrase : PHRASES.entrySet()) {
      said = phrase.getKey().matcher(said).replaceAll(phrase.getValue());
    }
    return options(commands(said));
  }

  private static String commands(String text) {
    StringBuilder said = new StringBuilder();
    Matcher command = COMMAND.matcher(text);
    int end = 0;
    while (command.find(end)) {
      said.append(text.substring(end, command.start()));
      end = command.end();
      String name = command.group(1);
      if (name.equals("help")) {
        Matcher about = Pattern.compile("\\G (\\S+)").matcher(text).region(end, text.length());
        String one = about.find() ? about.group(1) : "";
        boolean any = one.equals("COMMAND");
        boolean known = COMMANDS.containsKey(one);
        said.append("mvn retort:help")
            .append(any || known ? " -Ddetail=true" : "")
            .append(known ? " -Dgoal=" + one : "");
        end = any || known ? about.end() : end;
      } else if (COMMANDS.containsKey(name)) {
        end = appendGoal(name, text, end, said);
      } else {
        said.append(command.group());
      }
    }
    return said.append(text.substring(end)).toString();
  }

  /** Appends a goal with all that belongs to its command; returns where the text goes on. */
  private static int appendGoal(String name, String text, int start, StringBuilder said) {
    boolean takesTarget = takesTarget(name);
    List<String> targets = new ArrayList<>();
    said.append("mvn retort:").append(name);
    int end = start;
    while (true) {
      Matcher option = NEXT_OPTION.matcher(text).region(end, text.length());
      Matcher target = NEXT_TARGET.matcher(text).region(end, text.length());
      if (takesTarget && target.find()) {
        targets.add(target.group(1));
        end = target.end();
      } else if (option.find() && spec(name, option.group(1)).isPresent()) {
        boolean valued = spec(name, option.group(1)).get().arity().max() > 0;
        said.append(' ').append(parameter(spec(name, option.group(1)).get(), option.group(2)));
        end = valued ? option.end() : option.end(1);
      } else {
        break;
      }
    }
    if (!targets.isEmpty()) {
      said.append(" -Dretort.target=").append(String.join(",", targets));
    }
    return end;
  }

  private static String options(String text) {
    return replace(
        OPTION,
        text,
        option ->
            COMMANDS.keySet().stream()
                .flatMap(name -> spec(name, option.group(1)).stream())
                .findFirst()
                .map(
                    spec ->
                        spec.arity().max() > 0 || option.group(2) == null
                            ? parameter(spec, option.group(2))
                            : parameter(spec, null)
                                + option.group().substring(option.group(1).length()))
                .orElse(option.group()));
  }

  private static String parameter(OptionSpec option, String value) {
    String name = option.longestName().substring(2);
    return switch (name) {
      case "source-root" -> "-Aretort.sourceRoot" + (value == null ? "" : "=" + value);
      case "option" -> "-A" + (value == null ? "" : value);
      default -> {
        String given = option.arity().max() > 0 ? value : "true";
        yield "-Dretort." + name + (given == null ? "" : "=" + given);
      }
    };
  }

  private static Optional<OptionSpec> spec(String command, String option) {
    return Optional.ofNullable(COMMANDS.get(command).getCommandSpec().findOption(option));
  }

  private static String replace(Pattern what, String text, Function<MatchResult, String> by) {
    return what.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
  }
}
