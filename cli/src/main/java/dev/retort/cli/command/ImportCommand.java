package dev.retort.cli.command;

import dev.retort.cli.output.Result;
import dev.retort.cli.result.Imported;
import dev.retort.predecessor.Predecessor;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Goes on where Flyway, Liquibase or Alembic stopped; touches no table.",
      "Compares the database with what the revisions make and, where it is that, records that it is",
      "there. Exits with 1 and tells the differences otherwise."
    })
final class ImportCommand implements Action {

  @Parameters(index = "0", paramLabel = "TOOL", description = "flyway, liquibase or alembic.")
  private String tool;

  @Parameters(
      index = "1",
      paramLabel = "TARGET",
      arity = "0..1",
      defaultValue = "heads",
      description = "The revisions that the database is compared with; by default heads.")
  private String target;

  @Option(
      names = "--tag",
      paramLabel = "TEXT",
      description =
          "What the history is to hold beside it; by default what the other tool did last.")
  private Optional<String> tag = Optional.empty();

  @Mixin private LockOption lock = new LockOption();

  @Mixin private RegistryOption registry = new RegistryOption();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Result run(Context around) {
    Context context = registry.in(around);
    for (Predecessor each : Predecessor.values()) {
      if (each.word().equals(tool)) {
        return new Imported(lock.on(connection.retort(context, tag)).importFrom(each, target));
      }
    }
    throw Usage.refused("'" + tool + "' is none of flyway, liquibase and alembic", "import");
  }
}
