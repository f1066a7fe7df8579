package dev.retort.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of commands that make a revision, as the processor's options. */
final class NewRevision {

  @Option(
      names = "--branch-label",
      paramLabel = "LABEL",
      description = "A name for the branch that begins with it; may be given several times.")
  private List<String> branchLabels = new ArrayList<>();

  @Option(
      names = "--rev-id",
      paramLabel = "ID",
      description = "Its id, instead of one that is made up.")
  private Optional<String> revisionId = Optional.empty();

  /** Refuses a message that says nothing, such as that of a variable that is not set. */
  static void requireSaid(Optional<String> message, String command) {
    if (message.filter(String::isBlank).isPresent()) {
      throw Usage.refused("--message is blank: say what the revision does, in a line", command);
    }
  }

  Map<String, String> request() {
    Map<String, String> request = new LinkedHashMap<>();
    if (!branchLabels.isEmpty()) {
      request.put("retort.branchLabels", String.join(",", branchLabels));
    }
    revisionId.ifPresent(id -> request.put("retort.revision", id));
    return request;
  }
}
