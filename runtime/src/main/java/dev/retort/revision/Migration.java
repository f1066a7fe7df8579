package dev.retort.revision;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a revision: one step in the history of the database. The annotated class is public,
 * implements {@link Revision} and has a public constructor without parameters.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Migration {

  /**
   * The revision's id, unique in the application: 1 to 40 letters, digits or underscores, usually
   * 12 hexadecimal digits. It never changes once the revision has been applied anywhere.
   */
  String revision();

  /**
   * The ids of the revisions that this one follows: none for the first revision, one ordinarily,
   * several for a merge.
   */
  String[] downRevision() default {};

  /**
   * The ids of revisions of other branches that must be applied before this one, although this one
   * does not continue their branch.
   */
  String[] dependsOn() default {};

  /**
   * Names for the branch that this revision belongs to: the revisions before it down to where the
   * branch forks off or begins, and all that follow it. A branch that has a name may end in a head
   * of its own; {@code name@head} is that head. Letters, digits and underscores.
   */
  String[] branchLabels() default {};

  /** What the revision does, in a line. */
  String message() default "";

  /**
   * Whether there is no way back past this revision: a downgrade that would take it back is refused
   * before anything is run. The class's {@code downgrade} is empty then.
   */
  boolean irreversible() default false;

  /**
   * The ids of the revisions that this one stands in place of; they are no longer there. A database
   * that is at one of them is refused. {@code retort squash} writes this.
   */
  String[] replaces() default {};

  /**
   * The chain checksums that this revision had when it followed those that it replaces: a database
   * that records one of them is at this revision. {@code retort squash} writes this; it may go,
   * with {@link #replaces}, once every database has applied a later one since.
   */
  String[] formerChecksums() default {};

  /**
   * How long a statement of this revision may wait for a lock, where that is to be otherwise than
   * for all revisions ({@code Retort.statementLockTimeout}): {@code 500ms}, {@code 2s}, {@code
   * 10min}, {@code 1h}, {@code 1d}, or {@code 0} for no limit. It may be changed at any time.
   */
  String lockTimeout() default "";

  /**
   * How long a statement of this revision may take, where that is to be otherwise than for all
   * revisions ({@code Retort.statementTimeout}); written like {@link #lockTimeout}.
   */
  String statementTimeout() default "";

  /** When the revision was drafted, as an ISO-8601 instant; for people only. */
  String created() default "";
}
