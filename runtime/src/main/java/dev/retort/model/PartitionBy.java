package dev.retort.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States on an entity that its table is partitioned. The compiler compares it with what the
 * migrations create, and drafts the revision that changes it.
 *
 * <pre>{@code
 * @Entity
 * @PartitionBy(strategy = PartitionBy.Strategy.RANGE, columns = "recorded_at")
 * @Partition(name = "readings_2026_01", values = "FROM ('2026-01-01') TO ('2026-02-01')")
 * @Partition(name = "readings_rest", values = "DEFAULT")
 * class Reading { … }
 * }</pre>
 *
 * <p>Where no {@link Partition} is stated, any will do: revisions or jobs create them. Where some
 * are, there are to be those and no others.
 *
 * <p>PostgreSQL wants the columns in the primary key and in each unique constraint. It cannot
 * partition a table that exists: the draft moves the rows to a new one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PartitionBy {

  /** How a row finds its partition. */
  Strategy strategy();

  /** The columns that decide it, written as in {@code @Index} and {@code @UniqueConstraint}. */
  String[] columns();

  /** PostgreSQL's strategies. */
  enum Strategy {
    /** By where the columns' values lie between bounds. */
    RANGE,
    /** By lists of values of one column. */
    LIST,
    /** By the remainder of a hash. */
    HASH
  }
}
