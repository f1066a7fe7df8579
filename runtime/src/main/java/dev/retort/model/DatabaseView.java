package dev.retort.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States on any type, or on a package, a view that the database has. The compiler compares it with
 * what the migrations create, and drafts the revision that changes it.
 *
 * <pre>{@code
 * @DatabaseView(name = "busy_machines", query = """
 *     SELECT id, name FROM machines WHERE status = 'BUSY'
 *     """)
 * }</pre>
 *
 * <p>Names are written as the database has them, unquoted; white space and comments in the query
 * make no difference.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Repeatable(DatabaseView.List.class)
public @interface DatabaseView {

  /** The view's name. */
  String name();

  /** The query, as it stands after {@code CREATE VIEW … AS}. */
  String query();

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
    DatabaseView[] value();
  }
}
