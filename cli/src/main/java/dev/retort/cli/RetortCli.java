package dev.retort.cli;

import dev.retort.cli.command.Action;
import dev.retort.cli.command.CommandTree;
import dev.retort.cli.command.Context;
import dev.retort.cli.command.Usage;
import dev.retort.cli.output.Console;
import dev.retort.cli.output.ExitCode;
import dev.retort.cli.output.InternalFault;
import dev.retort.cli.output.RuntimeWords;
import dev.retort.cli.output.Style;
import dev.retort.cli.project.ProjectException;
import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Runs commands inside another program: an application's own {@code main}, a build tool's plugin.
 *
 * <pre>{@code
 * if (args.length > 0 && args[0].equals("migrate")) {
 *   System.exit(RetortCli.run(List.of("upgrade", "heads"), Surroundings.of(out, err)).code());
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads, each with its own surroundings.
 */
public final class RetortCli {

  private static final String NO_COLOR = "NO_COLOR";

  private RetortCli() {}

  /**
   * Runs one command and prints what comes of it. Throws nothing that the command meets: that is
   * printed, and the exit code says of which kind it is.
   *
   * @param arguments the command and its options, as typed
   */
  public static ExitCode run(List<String> arguments, Surroundings surroundings) {
    Console console = console(surroundings, arguments);
    CommandLine tree =
        CommandTree.create()
            .setOut(surroundings.out())
            .setErr(surroundings.err())
            .setColorScheme(
                Help.defaultColorScheme(
                    console.style() == Style.COLORED ? Help.Ansi.ON : Help.Ansi.OFF));
    String command = "";
    try {
      ParseResult parsed = CommandTree.parse(tree, arguments);
      if (CommandLine.executeHelpRequest(parsed) != null) {
        surroundings.out().flush();
        return ExitCode.DONE;
      }
      ParseResult typed = CommandTree.deepest(parsed);
      if (!(typed.commandSpec().userObject() instanceof Action action)) {
        throw new ParameterException(tree, "a command is missing");
      }
      command = typed.commandSpec().name();
      return console.print(
          action.run(
              new Context(
                  console,
                  surroundings.environment(),
                  surroundings.directory(),
                  surroundings.registries(),
                  Optional.empty())));
    } catch (ParameterException e) {
      return console.fail(command, Usage.problem(e), ExitCode.USAGE);
    } catch (ProjectException e) {
      List<String> told =
          e.messages().stream().map(each -> each.in(surroundings.words()).shown()).toList();
      return console.fail(command, e.problem(), ExitCode.of(e), told);
    } catch (RetortException e) {
      return console.fail(command, RuntimeWords.of(e.problem()), ExitCode.of(e));
    } catch (RuntimeException | Error e) {
      ExitCode exit = console.fail(command, InternalFault.problem(e), ExitCode.INTERNAL);
      surroundings.err().print(InternalFault.trace(e));
      surroundings.err().flush();
      return exit;
    }
  }

  /** Looked for among the words, since a command line that is not understood is told of too. */
  private static Console console(Surroundings surroundings, List<String> arguments) {
    boolean colored =
        surroundings.terminal()
            && surroundings.environment().getOrDefault(NO_COLOR, "").isEmpty()
            && !arguments.contains(CommandTree.NO_COLOR);
    return new Console(
        surroundings.out(),
        surroundings.err(),
        surroundings.terminal(),
        colored ? Style.COLORED : Style.PLAIN,
        arguments.contains(CommandTree.JSON),
        arguments.stream().anyMatch(CommandTree.QUIET::contains),
        surroundings.words());
  }
}
