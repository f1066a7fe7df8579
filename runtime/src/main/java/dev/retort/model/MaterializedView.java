package dev.retort.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States on any type, or on a package, a materialized view that the database has: one that keeps
 * the rows of its query until it is refreshed. See {@link DatabaseView}.
 *
 * <p>A changed one is dropped and created, and so filled anew; indexes on it go with it, and are
 * for the revision to create again.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Repeatable(MaterializedView.List.class)
public @interface MaterializedView {

  /** The view's name. */
  String name();

  /**
   * The query, as it stands after {@code CREATE MATERIALIZED VIEW … AS}; it may end in {@code WITH
   * NO DATA}.
   */
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
    MaterializedView[] value();
  }
}
