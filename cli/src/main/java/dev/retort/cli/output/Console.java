package dev.retort.cli.output;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.problem.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where a command prints: its result on one stream, all else on the other.
 *
 * <p>With JSON the first stream holds exactly one document, whatever happens: the result, or the
 * problem. The problem is told to people on the second stream in any case.
 *
 * @param out for the result
 * @param err for problems and progress
 * @param terminal whether a person looks at it
 * @param style how text is set
 * @param json whether the result is printed as JSON
 * @param quiet whether progress is not told
 * @param words says a text that names commands as one types them in a shell, as one types them here
 */
public record Console(
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    Style style,
    boolean json,
    boolean quiet,
    UnaryOperator<String> words) {

  /** Prints what a command found or did. */
  public ExitCode print(Result result) {
    out.print(json ? result.json().write() + "\n" : result.text(style));
    out.flush();
    return result.exitCode();
  }

  /**
   * Prints what went wrong.
   *
   * @param command the command that was typed; empty where that is what is wrong
   */
  public ExitCode fail(String command, Problem met, ExitCode exit) {
    return fail(command, met, exit, List.of());
  }

  /**
   * Prints what went wrong, with what else was said of it.
   *
   * @param told what the problem refers to as told above it
   */
  public ExitCode fail(String command, Problem met, ExitCode exit, List<String> told) {
    told.forEach(each -> err.print(each + "\n"));
    Problem problem = new Problem(met.code(), words.apply(met.fact()), words.apply(met.fix()));
    if (json) {
      out.print(document(command, problem, exit, told).write() + "\n");
      out.flush();
    }
    String code = "[" + problem.code() + "]";
    err.print(style.error(code) + problem.text().substring(code.length()) + "\n");
    err.flush();
    return exit;
  }

  private static Json document(String command, Problem problem, ExitCode exit, List<String> told) {
    MembersBuilder error =
        MembersBuilder.members()
            .with("code", problem.code())
            .with("fact", problem.fact())
            .with("fix", problem.fix());
    if (!told.isEmpty()) {
      error.with("told", Json.texts(told));
    }
    return MembersBuilder.members()
        .withUnlessEmpty("command", command)
        .with("error", error.build())
        .with("exit", Json.whole(exit.code()))
        .build();
  }
}
