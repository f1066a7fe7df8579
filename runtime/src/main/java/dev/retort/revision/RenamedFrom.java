package dev.retort.revision;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States on an entity or an attribute what its table or column was called before, so that the next
 * draft renames it and its rows keep their values. Without it, a name that goes and one that comes
 * are two things.
 *
 * <pre>{@code
 * @RenamedFrom("name")
 * private String label;
 * }</pre>
 *
 * <p>It only matters until a revision has renamed: what has been called so by the revisions, or
 * where the old name is not there, it says nothing, and may go. Names that are exchanged, by two or
 * in a circle, are stated on each. Where the new name is there beside the old one otherwise, the
 * values of one of them go, and the compilation fails until that is decided.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface RenamedFrom {

  /**
   * The former name of the column, on an entity of the table, as the database has it or as an
   * annotation would have it; of a table that was in another namespace, that and a dot before it:
   * {@code "public.machines"}, where {@code public} is the one that migrations run in. A collection
   * has both, a table and columns: each may be named. None at all states that it is new, though it
   * looks like something that goes.
   */
  String[] value();
}
