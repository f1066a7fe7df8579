package dev.retort.processor.entity.type;

import dev.retort.processor.entity.source.HibernateSettings;
import dev.retort.processor.entity.source.HibernateVersion;
import dev.retort.processor.entity.source.SqlTypes;
import dev.retort.processor.entity.source.TypeShapes;
import dev.retort.processor.report.EnumValues;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Finds how Hibernate stores a Java type in a column. */
public final class BasicTypes {

  /** The collections that Hibernate takes for arrays; others are Serializable or refused. */
  private static final Set<String> PLURAL =
      Set.of("java.util.Collection", "java.util.List", "java.util.Set", "java.util.SortedSet");

  private final TypeShapes shapes;
  private final HibernateVersion hibernate;
  private final HibernateSettings settings;
  private final EnumValues enumValues;

  /**
   * A finder.
   *
   * @param settings how types are stored where no annotation says it
   * @param enumValues what the constants of an enum hold in a field, where it is known
   */
  public BasicTypes(
      TypeShapes shapes,
      HibernateVersion hibernate,
      HibernateSettings settings,
      EnumValues enumValues) {
    this.shapes = shapes;
    this.hibernate = hibernate;
    this.settings = settings;
    this.enumValues = enumValues;
  }

  /** Hibernate 6.6 limits no booleans, and takes a number's binary digits for decimal ones. */
  private static BasicType beforeSeven(String javaType, BasicType storage) {
    ColumnType column = storage.column();
    boolean binary = javaType.equals("float") || javaType.equals("double");
    return BasicType.of(
        binary && column.jdbcType() == JdbcType.NUMERIC
            ? ColumnType.of(
                JdbcType.NUMERIC, JavaSizes.binary(javaType).orElse(JavaSizes.decimal(javaType)))
            : column);
  }

  /** The storage of a type, or empty when it is no basic type or its storage is not known here. */
  public Optional<BasicType> of(TypeMirror type, Facets stated) {
    return of(type, stated, Size.NONE);
  }

  /**
   * The storage of a type in a column of which the size is stated, or empty when it is no basic
   * type or its storage is not known here.
   */
  public Optional<BasicType> of(TypeMirror type, Facets stated, Size size) {
    String name = TypeShapes.unboxed(shapes.nameOf(type));
    Facets facets = withSettings(stated, name, shapes.isEnum(type));
    if (shapes.isEnum(type)) {
      return ofEnum(shapes.classOf(type).orElseThrow(), facets, size);
    }
    Optional<ColumnType> byDefault = JavaTypes.of(name, hibernate);
    if (facets.jdbcTypeCode().isPresent() && facets.jdbcTypeCode().getAsInt() != Types.ARRAY) {
      // JSON and the like take any Java type.
      Optional<BasicType> coded =
          JdbcTypeCodes.of(facets.jdbcTypeCode().getAsInt(), name, byDefault);
      return hibernate.isSeven() ? coded : coded.map(storage -> beforeSeven(name, storage));
    }
    if (facets.temporal().isPresent()
        && byDefault
            .map(ColumnType::jdbcType)
            .filter(jdbc -> jdbc.isTemporal() && !jdbc.isKindOf(facets.temporal().get()))
            .isPresent()) {
      return Optional.of(BasicType.of(JavaTypes.temporal(facets.temporal().get(), hibernate)));
    }
    if (byDefault.isPresent()) {
      return byDefault
          .map(
              storage -> facets.timeZoneStorage().map(s -> zoned(name, storage, s)).orElse(storage))
          .map(storage -> BasicType.of(facets.lob() ? asLob(name, storage) : storage));
    }
    if (facets.lob() && isWrappers(type)) {
      return Optional.of(
          BasicType.of(
              ColumnType.of(
                  shapes.nameOf(type).startsWith("java.lang.Byte")
                      ? JdbcType.BLOB
                      : JdbcType.CLOB)));
    }
    Optional<BasicType> array = ofPlural(type, facets).map(this::asPreferred);
    if (array.isPresent()) {
      return array;
    }
    return isSerialized(type)
        ? Optional.of(
            BasicType.of(facets.lob() ? ColumnType.of(JdbcType.BLOB) : JavaTypes.serialized()))
        : Optional.empty();
  }

  /** Whether Hibernate has a type for it before it reads any attribute. */
  public boolean isKnownBeforehand(TypeMirror type) {
    boolean primitives =
        type instanceof ArrayType array && array.getComponentType().getKind().isPrimitive();
    return primitives
        || JavaTypes.of(TypeShapes.unboxed(shapes.nameOf(type)), hibernate).isPresent();
  }

  /** The storage of a value of which only the constant of {@code SqlTypes} is stated. */
  public static Optional<BasicType> ofCode(int code) {
    return JdbcTypeCodes.javaType(code)
        .flatMap(name -> JdbcTypeCodes.of(code, name, Optional.empty()));
  }

  /** What annotations say, and where they say nothing, what the settings do. */
  private Facets withSettings(Facets stated, String name, boolean isEnum) {
    if (stated.jdbcTypeCode().isPresent()) {
      return stated;
    }
    if (isEnum && settings.nativeEnums()) {
      boolean byName = stated.enumType().filter("STRING"::equals).isPresent();
      return stated.withCode(
          OptionalInt.of(byName ? SqlTypes.NAMED_ENUM : SqlTypes.NAMED_ORDINAL_ENUM));
    }
    Facets coded = stated.withCode(settings.preferredCode(name));
    return stated.timeZoneStorage().isPresent()
        ? coded
        : coded.withTimeZoneStorage(settings.timeZoneStorage());
  }

  /** An array as a setting wants it stored. */
  private BasicType asPreferred(BasicType array) {
    return settings.arrayCode().isEmpty()
        ? array
        : JdbcTypeCodes.of(settings.arrayCode().getAsInt(), "", Optional.empty()).orElse(array);
  }

  private boolean isSerialized(TypeMirror type) {
    return shapes.isA(type, "java.io.Serializable") && shapes.classOf(type).isPresent();
  }

  /** A time with a zone under {@code @TimeZoneStorage}. */
  private static ColumnType zoned(String name, ColumnType storage, String strategy) {
    JdbcType type =
        switch (name) {
          case "java.time.OffsetTime" ->
              strategy.equals("NATIVE") ? JdbcType.TIME_WITH_TIMEZONE : JdbcType.TIME;
          case "java.time.OffsetDateTime", "java.time.ZonedDateTime" ->
              strategy.equals("NORMALIZE") ? JdbcType.TIMESTAMP : JdbcType.TIMESTAMP_WITH_TIMEZONE;
          default -> storage.jdbcType();
        };
    return ColumnType.of(type, storage.size());
  }

  private static ColumnType asLob(String name, ColumnType storage) {
    return switch (name) {
      case "java.lang.String", "char[]" -> ColumnType.of(JdbcType.CLOB);
      case "byte[]" -> ColumnType.of(JdbcType.BLOB);
      default -> storage;
    };
  }

  private Optional<BasicType> ofEnum(TypeElement type, Facets facets, Size size) {
    Optional<VariableElement> valueField = EnumTypes.enumeratedValue(type);
    if (valueField.isPresent() && facets.jdbcTypeCode().isEmpty()) {
      return EnumTypes.byField(valueField.get(), enumValues.of(type, valueField.get()));
    }
    if (facets.jdbcTypeCode().isPresent()) {
      int code = facets.jdbcTypeCode().getAsInt();
      if (code == SqlTypes.NAMED_ENUM || code == SqlTypes.NAMED_ORDINAL_ENUM) {
        // Hibernate's own check on an ordinal one is refused by PostgreSQL, if a field has values.
        return labels(type, valueField)
            .filter(labels -> code == SqlTypes.NAMED_ENUM || valueField.isEmpty())
            .map(labels -> EnumTypes.ofDatabase(type, labels, code == SqlTypes.NAMED_ENUM));
      }
      if (code == SqlTypes.ORDINAL_ENUM) {
        return Optional.empty();
      }
      return JdbcTypeCodes.of(code, "", Optional.empty())
          .map(BasicType::column)
          .map(
              column ->
                  column.jdbcType().isCharacter()
                      ? EnumTypes.named(type, column)
                      : column.jdbcType().isInteger()
                          ? EnumTypes.ordinal(type, Optional.of(column))
                          : BasicType.of(column));
    }
    return Optional.of(
        facets.enumType().orElse("ORDINAL").equals("STRING")
            ? EnumTypes.named(type, EnumTypes.column(size))
            : EnumTypes.ordinal(type, Optional.empty()));
  }

  /** The labels of an enum type: its constants, or the values of a field that stands for them. */
  private Optional<List<String>> labels(TypeElement type, Optional<VariableElement> valueField) {
    return valueField.isEmpty()
        ? Optional.of(EnumTypes.constants(type))
        : enumValues
            .of(type, valueField.get())
            .map(values -> values.stream().map(Object::toString).toList());
  }

  /** Whether this is {@code Byte[]} or {@code Character[]}. */
  private boolean isWrappers(TypeMirror type) {
    String name = shapes.nameOf(type);
    return name.equals("java.lang.Byte[]") || name.equals("java.lang.Character[]");
  }

  /** An array or collection of basic values in one column: a PostgreSQL array. */
  private Optional<BasicType> ofPlural(TypeMirror type, Facets facets) {
    Optional<TypeMirror> element = Optional.empty();
    if (shapes.bound(type) instanceof ArrayType array) {
      // Hibernate refuses Byte[] and Character[] unless told how to read them.
      if (isWrappers(type)) {
        return Optional.empty();
      }
      element = Optional.of(array.getComponentType());
    } else if (PLURAL.contains(shapes.nameOf(type))) {
      List<TypeMirror> arguments = shapes.argumentsAs(type, "java.util.Collection");
      element = arguments.stream().findFirst();
    }
    return element
        .filter(
            component ->
                shapes.isEnum(component)
                    || JavaTypes.of(TypeShapes.unboxed(shapes.nameOf(component)), hibernate)
                        .isPresent()
                    || isSerialized(component))
        .flatMap(component -> of(component, facets.ofElement()))
        .map(storage -> BasicType.of(ColumnType.arrayOf(storage.column())));
  }
}
