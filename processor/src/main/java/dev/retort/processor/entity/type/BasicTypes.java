package dev.retort.processor.entity.type;

import dev.retort.processor.entity.source.TypeShapes;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Finds how Hibernate stores a Java type in a column. */
public final class BasicTypes {

  private static final int NAMED_ENUM = 6001;
  private static final int ORDINAL_ENUM_CODES = 6002;
  private static final int NAMED_ORDINAL_ENUM = 6003;
  private static final int ARRAY = Types.ARRAY;

  private final TypeShapes shapes;

  public BasicTypes(TypeShapes shapes) {
    this.shapes = shapes;
  }

  /** The storage of a type, or empty when it is no basic type or its storage is not known here. */
  public Optional<BasicType> of(TypeMirror type, Facets facets) {
    String name = TypeShapes.unboxed(shapes.nameOf(type));
    if (shapes.isEnum(type)) {
      return ofEnum(shapes.classOf(type).orElseThrow(), facets);
    }
    Optional<ColumnType> byDefault = JavaTypes.of(name);
    if (facets.jdbcTypeCode().isPresent() && facets.jdbcTypeCode().getAsInt() != ARRAY) {
      // JSON and the like take any Java type.
      return JdbcTypeCodes.of(
              facets.jdbcTypeCode().getAsInt(),
              byDefault.orElse(ColumnType.of(JdbcType.VARCHAR, Size.length(255))))
          .map(BasicType::of);
    }
    if (facets.temporal().isPresent()
        && byDefault.map(ColumnType::jdbcType).filter(JdbcType::isTemporal).isPresent()) {
      return Optional.of(BasicType.of(JavaTypes.temporal(facets.temporal().get())));
    }
    if (byDefault.isPresent()) {
      return byDefault.map(storage -> BasicType.of(facets.lob() ? asLob(name, storage) : storage));
    }
    Optional<BasicType> array = ofPlural(type, facets);
    if (array.isPresent()) {
      return array;
    }
    return shapes.isA(type, "java.io.Serializable") && shapes.classOf(type).isPresent()
        ? Optional.of(
            BasicType.of(facets.lob() ? ColumnType.of(JdbcType.BLOB) : JavaTypes.serialized()))
        : Optional.empty();
  }

  private static ColumnType asLob(String name, ColumnType storage) {
    return switch (name) {
      case "java.lang.String", "char[]" -> ColumnType.of(JdbcType.CLOB);
      case "byte[]" -> ColumnType.of(JdbcType.BLOB);
      default -> storage;
    };
  }

  private Optional<BasicType> ofEnum(TypeElement type, Facets facets) {
    if (facets.jdbcTypeCode().isPresent()) {
      int code = facets.jdbcTypeCode().getAsInt();
      if (code == NAMED_ENUM || code == NAMED_ORDINAL_ENUM) {
        // Hibernate takes the values of an @EnumeratedValue for labels, which only run time knows.
        return EnumTypes.enumeratedValue(type).isPresent()
            ? Optional.empty()
            : Optional.of(EnumTypes.ofDatabase(type, code == NAMED_ENUM));
      }
      if (code == ORDINAL_ENUM_CODES) {
        return Optional.empty();
      }
      return JdbcTypeCodes.of(code, ColumnType.of(JdbcType.VARCHAR, Size.length(255)))
          .map(
              column ->
                  column.jdbcType().isCharacter()
                      ? EnumTypes.named(type, column)
                      : column.jdbcType().isInteger()
                          ? EnumTypes.ordinal(type, Optional.of(column))
                          : BasicType.of(column));
    }
    if (EnumTypes.enumeratedValue(type).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        facets.enumType().orElse("ORDINAL").equals("STRING")
            ? EnumTypes.named(type, ColumnType.of(JdbcType.VARCHAR, Size.length(255)))
            : EnumTypes.ordinal(type, Optional.empty()));
  }

  /** An array or collection of basic values in one column: a PostgreSQL array. */
  private Optional<BasicType> ofPlural(TypeMirror type, Facets facets) {
    Optional<TypeMirror> element = Optional.empty();
    if (shapes.bound(type) instanceof ArrayType array) {
      // Hibernate refuses Byte[] and Character[] unless told how to read them.
      String component = shapes.nameOf(array.getComponentType());
      if (component.equals("java.lang.Byte") || component.equals("java.lang.Character")) {
        return Optional.empty();
      }
      element = Optional.of(array.getComponentType());
    } else if (shapes.isA(type, "java.util.Collection")) {
      List<TypeMirror> arguments = shapes.argumentsAs(type, "java.util.Collection");
      element = arguments.stream().findFirst();
    }
    return element
        .filter(
            component ->
                shapes.isEnum(component)
                    || JavaTypes.of(TypeShapes.unboxed(shapes.nameOf(component))).isPresent())
        .flatMap(
            component ->
                of(
                    component,
                    new Facets(facets.enumType(), facets.temporal(), false, OptionalInt.empty())))
        .map(storage -> BasicType.of(ColumnType.arrayOf(storage.column())));
  }
}
