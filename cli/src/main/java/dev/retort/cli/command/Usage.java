package dev.retort.cli.command;

import dev.retort.cli.output.UsageException;
import dev.retort.problem.Problem;
import dev.retort.problem.Sentence;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line. */
public final class Usage {

  static final String ANY_COMMAND = "COMMAND";
  static final String ROOT = "retort";

  private Usage() {}

  /** What picocli refuses; arguments that it does not know are not repeated with their values. */
  public static Problem problem(ParameterException refusal) {
    String command = refusal.getCommandLine().getCommandName();
    if (refusal instanceof UnmatchedArgumentException unmatched) {
      return problem(unmatched(unmatched.getUnmatched(), refusal.getCommandLine()), command);
    }
    return problem(refusal.getMessage(), command);
  }

  static UsageException refused(String fact, String command) {
    return new UsageException(problem(fact, command));
  }

  /** An option that the command does not have; what follows an equals sign may be a secret. */
  static String unknownOption(String argument) {
    int equals = argument.indexOf('=');
    return "there is no option " + (equals < 0 ? argument : argument.substring(0, equals));
  }

  private static String unmatched(List<String> arguments, CommandLine at) {
    String command = at.getCommandName();
    return arguments.stream()
        .filter(argument -> argument.startsWith("-"))
        .findFirst()
        .map(
            argument ->
                isOptionOfACommand(argument, at) ? misplaced(argument) : unknownOption(argument))
        .orElseGet(
            () ->
                command.equals(ROOT)
                    ? "there is no command '" + arguments.get(0) + "'"
                    : "'" + arguments.get(0) + "' is one argument too many");
  }

  private static boolean isOptionOfACommand(String argument, CommandLine tree) {
    String name = argument.split("=", 2)[0];
    return tree.getSubcommands().values().stream()
        .anyMatch(each -> each.getCommandSpec().findOption(name) != null);
  }

  private static String misplaced(String argument) {
    return "the option " + argument.split("=", 2)[0] + " belongs after the command's name";
  }

  private static Problem problem(String fact, String command) {
    return new Problem(
        "RT600",
        "The command line is not understood: " + Sentence.of(fact),
        command.equals(ROOT)
            ? "retort help lists the commands."
            : "retort help " + command + " tells what can be written.");
  }
}
