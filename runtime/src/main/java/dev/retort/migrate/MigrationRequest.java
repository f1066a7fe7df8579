package dev.retort.migrate;

import static java.util.Objects.requireNonNull;

/**
 * What is asked of a migrator.
 *
 * @param direction what to do
 * @param target where to: {@code head}, {@code base}, {@code +2}, {@code -1}, an id, the beginning
 *     of one, a branch's label; with {@code label@} before it for one branch, with {@code +2} or
 *     {@code -1} after it for so many revisions on or back; of a stamp also several, with spaces or
 *     commas between them
 * @param purge whether a stamp first forgets all that is recorded, even revisions that are not
 *     known
 */
public record MigrationRequest(Direction direction, String target, boolean purge) {

  public MigrationRequest {
    requireNonNull(direction, "direction");
    requireNonNull(target, "target");
  }

  /** Whether that is an upgrade to whatever the newest revisions are. */
  boolean isForAll() {
    String written = target.strip();
    return direction == Direction.UPGRADE && (written.equals("heads") || written.equals("head"));
  }

  public static MigrationRequest upgrade(String target) {
    return new MigrationRequest(Direction.UPGRADE, target, false);
  }

  public static MigrationRequest downgrade(String target) {
    return new MigrationRequest(Direction.DOWNGRADE, target, false);
  }

  public static MigrationRequest stamp(String target) {
    return new MigrationRequest(Direction.STAMP, target, false);
  }

  /** Accepts that revisions are not any more what was applied. */
  public static MigrationRequest repair() {
    return new MigrationRequest(Direction.REPAIR, "current", false);
  }

  /** A stamp that first forgets all that is recorded. */
  public static MigrationRequest purge(String target) {
    return new MigrationRequest(Direction.STAMP, target, true);
  }
}
