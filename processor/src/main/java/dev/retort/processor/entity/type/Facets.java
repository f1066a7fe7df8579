package dev.retort.processor.entity.type;

import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What annotations say about the storage of a basic attribute, beside its column.
 *
 * @param enumType {@code STRING} or {@code ORDINAL}; empty for an enum's default
 * @param temporal {@code DATE}, {@code TIME}, {@code TIMESTAMP} or empty
 * @param lob whether it is a large object
 * @param jdbcTypeCode the constant of {@code SqlTypes} that {@code @JdbcTypeCode} names
 */
public record Facets(
    Optional<String> enumType, Optional<String> temporal, boolean lob, OptionalInt jdbcTypeCode) {

  public static final Facets NONE =
      new Facets(Optional.empty(), Optional.empty(), false, OptionalInt.empty());

  /** What stands on an attribute, about its value or the elements of its collection. */
  public static Facets of(Member member) {
    return new Facets(
        constant(member, Names.ENUMERATED),
        constant(member, Names.TEMPORAL),
        member.has(Names.LOB),
        member
            .find(Names.JDBC_TYPE_CODE)
            .map(code -> OptionalInt.of(code.integer("value")))
            .orElse(OptionalInt.empty()));
  }

  /** What stands on a map about its keys. */
  public static Facets ofKey(Member member) {
    return new Facets(
        constant(member, Names.MAP_KEY_ENUMERATED),
        constant(member, Names.MAP_KEY_TEMPORAL),
        false,
        OptionalInt.empty());
  }

  private static Optional<String> constant(Member member, String annotation) {
    return member
        .find(annotation)
        .map((AnnotationUse use) -> use.constant("value"))
        .filter(name -> !name.isEmpty());
  }
}
