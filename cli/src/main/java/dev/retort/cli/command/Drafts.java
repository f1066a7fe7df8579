package dev.retort.cli.command;

import dev.retort.cli.output.Result;
import dev.retort.cli.project.Drafting;
import dev.retort.cli.project.Project;
import dev.retort.cli.result.Drafted;
import java.util.Map;

/** Has revisions drafted for commands. */
final class Drafts {

  private Drafts() {}

  static Result draft(
      String command, Project project, Map<String, String> request, Context context) {
    Drafting.Outcome outcome = new Drafting(project).draft(request);
    outcome
        .warnings()
        .forEach(
            warning ->
                context
                    .console()
                    .err()
                    .print(warning.in(context.console().words()).shown() + "\n"));
    context.console().err().flush();
    return new Drafted(command, outcome.revision(), outcome.reason());
  }
}
