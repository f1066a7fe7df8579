package dev.retort.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States on any type, or on a package, a function that the database has. The compiler compares it
 * with what the migrations create, and drafts the revision that changes it.
 *
 * <pre>{@code
 * @DatabaseFunction(name = "stamp", definition = """
 *     RETURNS trigger LANGUAGE plpgsql AS $$
 *     BEGIN
 *       NEW.changed := now();
 *       RETURN NEW;
 *     END
 *     $$
 *     """)
 * }</pre>
 *
 * <p>Functions of the same name whose arguments differ are different functions.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Repeatable(DatabaseFunction.List.class)
public @interface DatabaseFunction {

  /** The function's name. */
  String name();

  /** What stands in the parentheses after the name: {@code machine bigint, day date}. */
  String arguments() default "";

  /** All that follows them: what it returns, its language, its body. */
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
    DatabaseFunction[] value();
  }
}
