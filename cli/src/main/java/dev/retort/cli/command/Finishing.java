package dev.retort.cli.command;

import dev.retort.Revisions;
import dev.retort.cli.result.Begun;
import dev.retort.migrate.Direction;
import dev.retort.migrate.UnfinishedRevision;
import java.util.Optional;

/** Says how a revision comes to its end that was begun. */
final class Finishing {

  private Finishing() {}

  static Optional<Begun> of(
      Optional<UnfinishedRevision> unfinished, Revisions revisions, Context context) {
    return unfinished.map(each -> new Begun(each, context.words(command(each, revisions))));
  }

  private static String command(UnfinishedRevision begun, Revisions revisions) {
    if (begun.direction() == Direction.UPGRADE) {
      return "retort upgrade heads";
    }
    return "retort downgrade "
        + revisions.all().stream()
            .filter(each -> each.id().equals(begun.revision()))
            .flatMap(each -> each.downRevisions().stream())
            .findFirst()
            .orElse("base");
  }
}
