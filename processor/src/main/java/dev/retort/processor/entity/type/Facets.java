package dev.retort.processor.entity.type;

import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.type.TypeMirror;

/**
 * What annotations say about the storage of a basic attribute, beside its column.
 *
 * @param enumType {@code STRING} or {@code ORDINAL}; empty for an enum's default
 * @param temporal {@code DATE}, {@code TIME}, {@code TIMESTAMP} or empty
 * @param lob whether it is a large object
 * @param timeZoneStorage the constant of {@code TimeZoneStorageType}, or empty
 * @param jdbcTypeCode the constant of {@code SqlTypes} that {@code @JdbcTypeCode} names, or that
 *     the class of {@code @JdbcType} stands for
 * @param foreignClass the class of the application that stores the value, or empty: a {@code
 *     UserType}, or a {@code JdbcType} or {@code JavaType} that is none of Hibernate's
 */
public record Facets(
    Optional<String> enumType,
    Optional<String> temporal,
    boolean lob,
    Optional<String> timeZoneStorage,
    OptionalInt jdbcTypeCode,
    Optional<String> foreignClass) {

  public static final Facets NONE =
      new Facets(
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty());

  /** What stands on an attribute, about its value or the elements of its collection. */
  public static Facets of(Member member) {
    return new Facets(
        constant(member, Names.ENUMERATED),
        constant(member, Names.TEMPORAL),
        member.has(Names.LOB),
        constant(member, Names.TIME_ZONE_STORAGE),
        code(member, Names.JDBC_TYPE_CODE, Names.JDBC_TYPE),
        foreign(member, Names.TYPE, Names.JAVA_TYPE, Names.JDBC_TYPE));
  }

  /** What stands on a collection about the ids of its rows. */
  public static Facets ofCollectionId(Member member) {
    return new Facets(
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        code(member, Names.COLLECTION_ID_JDBC_TYPE_CODE, Names.COLLECTION_ID_JDBC_TYPE),
        classOf(member, Names.COLLECTION_ID_TYPE)
            .or(() -> foreignJdbcType(member, Names.COLLECTION_ID_JDBC_TYPE)));
  }

  /** What stands on a map about its keys. */
  public static Facets ofKey(Member member) {
    return new Facets(
        constant(member, Names.MAP_KEY_ENUMERATED),
        constant(member, Names.MAP_KEY_TEMPORAL),
        false,
        Optional.empty(),
        code(member, Names.MAP_KEY_JDBC_TYPE_CODE, Names.MAP_KEY_JDBC_TYPE),
        foreign(member, Names.MAP_KEY_TYPE, Names.MAP_KEY_JAVA_TYPE, Names.MAP_KEY_JDBC_TYPE));
  }

  /** What stands on an association to any entity about the key. */
  public static Facets ofAnyKey(Member member) {
    return new Facets(
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        code(member, Names.ANY_KEY_JDBC_TYPE_CODE, Names.ANY_KEY_JDBC_TYPE),
        foreign(member, "", Names.ANY_KEY_JAVA_TYPE, Names.ANY_KEY_JDBC_TYPE));
  }

  /** What stands on a list about its positions. */
  public static Facets ofPosition(Member member) {
    return new Facets(
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        code(member, Names.LIST_INDEX_JDBC_TYPE_CODE, Names.LIST_INDEX_JDBC_TYPE),
        foreign(member, "", Names.LIST_INDEX_JAVA_TYPE, Names.LIST_INDEX_JDBC_TYPE));
  }

  /** What of it concerns the value that a converter returns. */
  public Facets ofConverted() {
    return new Facets(
        Optional.empty(), temporal, lob, Optional.empty(), jdbcTypeCode, Optional.empty());
  }

  /** The same with another constant of {@code SqlTypes}, or with none. */
  public Facets withCode(OptionalInt code) {
    return new Facets(enumType, temporal, lob, timeZoneStorage, code, foreignClass);
  }

  Facets withTimeZoneStorage(Optional<String> storage) {
    return new Facets(enumType, temporal, lob, storage, jdbcTypeCode, foreignClass);
  }

  /** The same for one of several values. */
  Facets ofElement() {
    return new Facets(
        enumType, temporal, lob, timeZoneStorage, OptionalInt.empty(), Optional.empty());
  }

  private static Optional<String> constant(Member member, String annotation) {
    return member
        .find(annotation)
        .map((AnnotationUse use) -> use.constant("value"))
        .filter(name -> !name.isEmpty());
  }

  private static OptionalInt code(Member member, String byCode, String byClass) {
    Optional<AnnotationUse> code = member.findMeta(byCode);
    if (code.isPresent()) {
      return OptionalInt.of(code.get().integer("value"));
    }
    return classOf(member, byClass).map(JdbcTypeClasses::codeOf).orElse(OptionalInt.empty());
  }

  private static Optional<String> foreign(
      Member member, String userType, String javaType, String jdbcType) {
    return classOf(member, userType)
        .or(() -> classOf(member, javaType))
        .or(() -> foreignJdbcType(member, jdbcType));
  }

  private static Optional<String> foreignJdbcType(Member member, String annotation) {
    return classOf(member, annotation).filter(c -> JdbcTypeClasses.codeOf(c).isEmpty());
  }

  private static Optional<String> classOf(Member member, String annotation) {
    return member
        .findMeta(annotation)
        .flatMap(use -> use.type("value"))
        .map((TypeMirror type) -> type.toString());
  }
}
