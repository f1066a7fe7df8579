package dev.retort.cli.command;

import dev.retort.cli.output.Result;
import dev.retort.cli.result.Repaired;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "repair",
    description = {
      "Accepts that revisions were changed after they were applied: records them as they are now.",
      "Right only where the database has what the change would give it; check tells."
    })
final class RepairCommand implements Action {

  @Mixin private LockOption lock = new LockOption();

  @Mixin private RegistryOption registry = new RegistryOption();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Result run(Context around) {
    Context context = registry.in(around);
    return new Repaired(lock.on(connection.retort(context)).repair());
  }
}
