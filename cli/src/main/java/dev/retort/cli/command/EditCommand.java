package dev.retort.cli.command;

import dev.retort.cli.output.Result;
import dev.retort.cli.project.Editor;
import dev.retort.cli.project.Project;
import dev.retort.cli.project.Sources;
import dev.retort.cli.result.Edited;
import dev.retort.revision.RevisionInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description = "Opens a revision's source in the editor that VISUAL or EDITOR names.")
final class EditCommand implements Action {

  @Parameters(
      paramLabel = "REV",
      description =
          "The revision's id or the beginning of one, which may not have been compiled yet; else"
              + " head, LABEL@head and the like.")
  private String target;

  @Mixin private ProjectOptions projectOptions = new ProjectOptions();

  @Mixin private RegistryOption registry = new RegistryOption();

  @Override
  public Result run(Context around) {
    Context context = registry.in(around);
    Project project = projectOptions.project(context);
    Map<String, Path> sources = Sources.ofRevisions(project);
    String id = id(sources, context);
    if (!sources.containsKey(id)) {
      throw Sources.missing(project, id);
    }
    Path source = sources.get(id);
    Editor.of(context.environment()).open(source, project.directory());
    return new Edited(id, project.shown(source));
  }

  private String id(Map<String, Path> sources, Context context) {
    List<String> written = sources.keySet().stream().filter(id -> id.startsWith(target)).toList();
    if (written.contains(target)) {
      return target;
    }
    if (written.size() == 1) {
      return written.get(0);
    }
    List<RevisionInfo> found = context.revisions(Optional.empty()).find(target);
    if (found.size() != 1) {
      throw Usage.refused(target + " is " + found.size() + " revisions, and one is wanted", "edit");
    }
    return found.get(0).id();
  }
}
