package dev.retort.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States on any type, or on a package, a procedure that the database has. See {@link
 * DatabaseFunction}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Repeatable(DatabaseProcedure.List.class)
public @interface DatabaseProcedure {

  /** The procedure's name. */
  String name();

  /** What stands in the parentheses after the name: {@code machine bigint, day date}. */
  String arguments() default "";

  /** All that follows them: its language, its body. */
  String definition();

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
    DatabaseProcedure[] value();
  }
}
