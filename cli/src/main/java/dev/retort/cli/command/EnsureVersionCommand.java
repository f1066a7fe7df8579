package dev.retort.cli.command;

import dev.retort.cli.output.Result;
import dev.retort.cli.result.EnsuredVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "ensure-version",
    aliases = "ensure_version",
    description = "Creates Retort's own tables where they are missing, and applies nothing.")
final class EnsureVersionCommand implements Action {

  @Mixin private LockOption lock = new LockOption();

  @Mixin private RegistryOption registry = new RegistryOption();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Result run(Context around) {
    Context context = registry.in(around);
    lock.on(connection.retort(context)).ensureVersion();
    return new EnsuredVersion();
  }
}
