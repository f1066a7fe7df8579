package dev.retort.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States on an entity that its table is a hypertable of TimescaleDB, whose rows are kept in chunks
 * by time. The compiler compares it with what the migrations create, and drafts the revision that
 * changes it.
 *
 * <p>TimescaleDB wants the time column in the primary key and in each unique constraint, and makes
 * it NOT NULL.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Hypertable {

  /** The column of the time, written as in {@code @Index} and {@code @UniqueConstraint}. */
  String timeColumn();

  /**
   * The time that a chunk covers, as PostgreSQL writes an interval: {@code 1 day}. Empty for
   * TimescaleDB's default, 7 days.
   */
  String chunkInterval() default "";
}
