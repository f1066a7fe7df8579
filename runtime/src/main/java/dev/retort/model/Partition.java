package dev.retort.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** States a partition of an entity's table, which {@link PartitionBy} says how it is divided. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Partition.List.class)
public @interface Partition {

  /** The partition's name, as the database has it. */
  String name();

  /**
   * Which rows it takes, as SQL after {@code FOR VALUES}: {@code FROM ('2026-01-01') TO
   * ('2026-02-01')}, {@code IN ('A', 'B')}, {@code WITH (MODULUS 4, REMAINDER 0)}; or {@code
   * DEFAULT}.
   */
  String values();

  /** Several on one entity. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    Partition[] value();
  }
}
