package dev.retort.processor.generate;

import java.time.Instant;
import java.util.List;

/** Drafts of revisions of a branch without names, which depends on no other branch. */
public final class SingleBranch {

  private SingleBranch() {}

  public static RevisionDraft draft(
      String packageName,
      String className,
      String id,
      List<String> downRevisions,
      String message,
      Instant created,
      List<DraftedOperation> upgrade,
      List<DraftedOperation> downgrade) {
    return new RevisionDraft(
        packageName,
        className,
        id,
        downRevisions,
        List.of(),
        List.of(),
        message,
        created,
        upgrade,
        downgrade);
  }
}
