package dev.retort.cli.command;

import dev.retort.Retort;
import dev.retort.cli.output.Progress;
import java.util.function.Function;

/** Runs migrations and tells how far they are. */
final class Watched {

  private Watched() {}

  static <T> T run(Retort retort, Context context, Function<Retort, T> migration) {
    Progress progress = new Progress(context.console());
    boolean finished = false;
    try {
      T result = migration.apply(retort.listener(progress));
      finished = true;
      return result;
    } finally {
      if (!finished) {
        progress.interrupted();
      }
    }
  }
}
