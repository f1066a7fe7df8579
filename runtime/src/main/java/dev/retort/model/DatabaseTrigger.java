package dev.retort.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States on any type, or on a package, a trigger that the database has. The compiler compares it
 * with what the migrations create, and drafts the revision that changes it.
 *
 * <pre>{@code
 * @DatabaseTrigger(
 *     name = "stamp_machines",
 *     table = "machines",
 *     fires = "BEFORE INSERT OR UPDATE",
 *     definition = "FOR EACH ROW EXECUTE FUNCTION stamp()")
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Repeatable(DatabaseTrigger.List.class)
public @interface DatabaseTrigger {

  /** The trigger's name, which no other trigger of the table has. */
  String name();

  /** The table or view that it is on, in the same schema as the trigger. */
  String table();

  /** When it fires: {@code BEFORE INSERT OR UPDATE OF status}. */
  String fires();

  /** All that follows the table: {@code FOR EACH ROW WHEN (…) EXECUTE FUNCTION stamp()}. */
  String definition();

  /** Whether it is a constraint trigger, which can be deferred. */
  boolean constraint() default false;

  /** The schema of the database that it is in; empty for the one that migrations run in. */
  String schema() default "";

  /** What the database says about it; empty for nothing. */
  String comment() default "";

  /**
   * Names of tables, columns, views and functions that it needs and its text does not mention, as
   * where SQL is put together at run time. They decide about the order of changes.
   */
  String[] dependsOn() default {};

  /** Several on one element. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.TYPE, ElementType.PACKAGE})
  @interface List {
    DatabaseTrigger[] value();
  }
}
