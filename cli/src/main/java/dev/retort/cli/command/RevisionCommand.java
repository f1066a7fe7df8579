package dev.retort.cli.command;

import dev.retort.cli.output.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "revision",
    description = {
      "Drafts a revision of what the entities have and the migrations have not.",
      "Writes nothing where they agree. Without a database."
    })
final class RevisionCommand implements Action {

  @Option(
      names = {"-m", "--message"},
      paramLabel = "MESSAGE",
      required = true,
      description = "What the revision does, in a line; its class is named after it.")
  private String message;

  @Option(
      names = "--empty",
      description = "A revision that does nothing yet, whatever the entities say.")
  private boolean empty;

  @Option(
      names = "--autogenerate",
      description = "As without this option; Alembic's users are used to it.")
  private boolean autogenerate;

  @Option(
      names = "--head",
      paramLabel = "TARGET",
      description =
          "What it follows where there are several heads: an id, LABEL@head, or base for a history"
              + " of its own.")
  private Optional<String> head = Optional.empty();

  @Option(names = "--splice", description = "What it follows need not be a head.")
  private boolean splice;

  @Option(
      names = "--depends-on",
      paramLabel = "REV",
      description =
          "A revision of another branch that must be applied before it; may be given several"
              + " times.")
  private List<String> dependsOn = new ArrayList<>();

  @Mixin private NewRevision revision = new NewRevision();

  @Mixin private ProjectOptions project = new ProjectOptions();

  @Override
  public Result run(Context context) {
    if (empty && autogenerate) {
      throw Usage.refused("--empty and --autogenerate exclude each other", "revision");
    }
    NewRevision.requireSaid(Optional.of(message), "revision");
    Map<String, String> request = new LinkedHashMap<>(revision.request());
    request.put("retort.message", message);
    if (empty) {
      request.put("retort.empty", "true");
    }
    head.ifPresent(target -> request.put("retort.head", target));
    if (splice) {
      request.put("retort.splice", "true");
    }
    if (!dependsOn.isEmpty()) {
      request.put("retort.dependsOn", String.join(",", dependsOn));
    }
    return Drafts.draft("revision", project.project(context), request, context);
  }
}
