package dev.retort.cli.command;

import dev.retort.Retort;
import dev.retort.cli.output.Result;
import dev.retort.cli.result.Stamped;
import dev.retort.migrate.AppliedHead;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "stamp",
    description = "Records that the database is at a target, without running anything.")
final class StampCommand implements Action {

  @Parameters(
      paramLabel = "REV",
      arity = "1..*",
      description =
          "head, heads, base, a revision's id or the beginning of one, a branch's label,"
              + " LABEL@head.")
  private List<String> targets;

  @Option(
      names = "--purge",
      description = "Forget first whatever is recorded, also revisions that are not known.")
  private boolean purge;

  @Option(
      names = "--tag",
      paramLabel = "TEXT",
      description = "What the history is to hold beside it: a release, for example.")
  private Optional<String> tag = Optional.empty();

  @Mixin private LockOption lock = new LockOption();

  @Mixin private RegistryOption registry = new RegistryOption();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Result run(Context around) {
    Context context = registry.in(around);
    Retort retort = lock.on(connection.retort(context, tag));
    List<String> before = recorded(retort);
    String target = String.join(" ", targets);
    if (purge) {
      retort.purgeAndStamp(target);
    } else {
      retort.stamp(target);
    }
    return new Stamped(before, recorded(retort));
  }

  private static List<String> recorded(Retort retort) {
    return retort.current().stream().map(AppliedHead::revision).toList();
  }
}
