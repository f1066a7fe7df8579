package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.relational.CheckDraft;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.type.BasicType;
import dev.retort.processor.entity.type.ColumnDefinition;
import dev.retort.processor.entity.type.ColumnType;
import dev.retort.processor.entity.type.ConvertedValues;
import dev.retort.processor.entity.type.Facets;
import dev.retort.processor.entity.type.JdbcType;
import dev.retort.processor.entity.type.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Columns of basic attributes: type, size, nullability, defaults and checks. */
final class BasicBinder {

  /** Of an attribute's parts, its value; see {@link Converters#of}. */
  static final String VALUE = "";

  private final Reading reading;

  BasicBinder(Reading reading) {
    this.reading = reading;
  }

  /** Adds the column of a basic attribute to its holder's table. */
  ColumnDraft bind(Holder holder, Member member) {
    ColumnSpec spec = spec(holder, member);
    return bind(
        holder,
        member,
        basicType(
            member,
            typeOf(member),
            Facets.of(member),
            VALUE,
            spec,
            holder.overrides().conversion(member.name())));
  }

  private static ColumnSpec spec(Holder holder, Member member) {
    return ColumnSpec.of(
            holder.overrides().column(member.name()).or(() -> member.find(Names.COLUMN)))
        .withFraction(fractionalSeconds(member));
  }

  /** Adds the column of an attribute of the given type to its holder's table. */
  ColumnDraft bind(Holder holder, Member member, BasicType type) {
    ColumnSpec spec = spec(holder, member);
    TableDraft table = tableOf(holder, spec, member);
    ColumnDraft column =
        column(
            spec,
            spec.name().orElseGet(() -> reading.property(holder, member)),
            type,
            member.element());
    column.nullable(column.nullable() && isNullable(holder, member, spec));
    applyHibernateAnnotations(column, member);
    return table.add(column);
  }

  /** Hibernate 7 does not resolve the type variable of an array's or collection's elements. */
  private TypeMirror typeOf(Member member) {
    TypeMirror declared = member.declaredType();
    return reading.hibernate.isSeven() && declared.getKind() == TypeKind.DECLARED
        ? declared
        : member.type();
  }

  /**
   * A column that is not in a table yet.
   *
   * @param writtenName the name before the physical naming strategy
   */
  ColumnDraft column(ColumnSpec spec, String writtenName, BasicType type, Element origin) {
    Identifier logical = Identifier.of(writtenName);
    Identifier name = reading.naming.physical(logical);
    Optional<ColumnDefinition> definition =
        namesEnumType(spec, type) ? Optional.empty() : definition(spec, origin);
    ColumnDraft column =
        new ColumnDraft(
            name,
            logical,
            sized(type.column(), spec.size(), spec.secondPrecision())
                .withDefinition(definition.map(ColumnDefinition::type)),
            origin);
    column.nullable(spec.nullable() && definition.filter(ColumnDefinition::notNull).isEmpty());
    column.unique(spec.unique());
    if (reading.hibernate.isSeven()) {
      column.castType(castType(spec, type));
    }
    column.defaultExpression(definition.flatMap(ColumnDefinition::defaultExpression));
    spec.comment().ifPresent(text -> reading.comments.jakarta(column, text));
    for (AnnotationUse check : spec.checks()) {
      column.check(checkOf(check, "constraint", origin));
    }
    type.check()
        .ifPresent(
            condition ->
                column.check(new CheckDraft(Optional.empty(), condition.apply(name), origin)));
    return column;
  }

  /** Hibernate 7's casts know of no definition, and of a length only where one is stated. */
  private static String castType(ColumnSpec spec, BasicType type) {
    JdbcType jdbc = type.column().jdbcType();
    boolean unsized =
        jdbc == JdbcType.VARCHAR || (jdbc == JdbcType.CHAR && type.check().isPresent());
    return unsized && !spec.stated()
        ? "varchar"
        : sized(type.column(), spec.size(), spec.secondPrecision()).sqlType().toString();
  }

  /** Whether the definition names the enum type that the column has anyhow. */
  private static boolean namesEnumType(ColumnSpec spec, BasicType type) {
    return type.column()
        .enumType()
        .filter(
            known ->
                spec.definition().filter(known.name().toString()::equalsIgnoreCase).isPresent())
        .isPresent();
  }

  static CheckDraft checkOf(AnnotationUse check, String member, Element origin) {
    return new CheckDraft(
        check.text("name").map(name -> Identifier.of(name).stored()), check.string(member), origin);
  }

  /** The definition's parts. */
  private Optional<ColumnDefinition> definition(ColumnSpec spec, Element origin) {
    return spec.definition()
        .map(
            text ->
                ColumnDefinition.parse(text)
                    .orElseThrow(
                        () ->
                            new Unmappable(
                                EntityProblems.columnDefinition(Reading.describe(origin), text))));
  }

  /**
   * How a value is stored.
   *
   * @param part what of the attribute it is, see {@link Converters#of}
   */
  BasicType basicType(Member member, TypeMirror type, Facets facets, String part, ColumnSpec spec) {
    return basicType(member, type, facets, part, spec, Optional.empty());
  }

  private BasicType basicType(
      Member member,
      TypeMirror type,
      Facets facets,
      String part,
      ColumnSpec spec,
      Optional<AnnotationUse> conversion) {
    Optional<String> foreignClass =
        facets
            .foreignClass()
            .or(() -> Optional.ofNullable(reading.foreignTypes.get(reading.shapes.nameOf(type))));
    if (foreignClass.isPresent()) {
      return ofForeignClass(member, foreignClass.get(), spec);
    }
    Optional<Converters.Applied> converter = reading.converters.of(member, type, part, conversion);
    if (converter.isPresent()) {
      return converted(member.element(), type, converter.get(), facets.ofConverted());
    }
    Optional<BasicType> basic =
        reading.basics.of(type, reading.formatted.of(member, type, facets), spec.size());
    basic
        .flatMap(BasicType::unknownValues)
        .ifPresent(
            field ->
                reading.warning(
                    EntityProblems.unknownEnumValues(
                        Reading.describe(member.element()), Reading.describe(field)),
                    member.element()));
    return basic
        .or(() -> spec.definition().map(text -> BasicType.of(ColumnType.of(JdbcType.JSON))))
        .orElseThrow(
            () ->
                new Unmappable(
                    EntityProblems.unknownType(
                        Reading.describe(member.element()), reading.shapes.nameOf(type))));
  }

  /** What a class of the application stores is known only where an annotation says it. */
  private static BasicType ofForeignClass(Member member, String foreignClass, ColumnSpec spec) {
    if (spec.definition().isEmpty()) {
      throw new Unmappable(
          EntityProblems.foreignType(Reading.describe(member.element()), foreignClass));
    }
    return BasicType.of(ColumnType.of(JdbcType.JSON));
  }

  /** How a converter stores a value. */
  BasicType converted(
      Element origin, TypeMirror type, Converters.Applied converter, Facets facets) {
    Optional<BasicType> known = BuiltInConverters.of(converter.name());
    if (known.isPresent()) {
      return known.get();
    }
    BasicType stored =
        reading
            .basics
            .of(converter.target(), facets)
            .orElseThrow(
                () ->
                    new Unmappable(
                        EntityProblems.unknownType(
                            Reading.describe(origin), reading.shapes.nameOf(converter.target()))));
    JdbcType jdbc = stored.column().jdbcType();
    String javaType = reading.shapes.nameOf(type);
    boolean limited =
        (reading.shapes.isEnum(type) && reading.hibernate.isSeven())
            || javaType.equals("boolean")
            || javaType.equals("java.lang.Boolean");
    if (!limited || !(jdbc.isCharacter() || jdbc.isInteger())) {
      return BasicType.of(stored.column());
    }
    Optional<List<Optional<Object>>> values =
        reading
            .shapes
            .classNamed(converter.name())
            .flatMap(
                source ->
                    reading.enumValues.converted(
                        source,
                        reading.shapes.classOf(type).filter(e -> reading.shapes.isEnum(type))));
    if (values.isEmpty()) {
      reading.warning(
          EntityProblems.convertedEnumCheck(Reading.describe(origin), converter.name()), origin);
    }
    return values
        .map(all -> ConvertedValues.limited(stored.column(), all, reading.shapes.isEnum(type)))
        .orElseGet(() -> BasicType.of(stored.column()));
  }

  private static OptionalInt fractionalSeconds(Member member) {
    return member
        .find(Names.FRACTIONAL_SECONDS)
        .map(use -> OptionalInt.of(use.integer("value")))
        .orElse(OptionalInt.empty());
  }

  /** The type with the size that the column states (Hibernate's {@code SizeStrategyImpl}). */
  static ColumnType sized(ColumnType type, Size size, OptionalInt secondPrecision) {
    JdbcType jdbc = type.jdbcType();
    if (jdbc == JdbcType.ARRAY) {
      // The digits of a second's fraction do not reach an array's elements.
      return ColumnType.arrayOf(sized(type.element().orElseThrow(), size, OptionalInt.empty()));
    }
    Size stated = size;
    if (jdbc.isTemporal()) {
      stated = new Size(OptionalInt.empty(), secondPrecision, OptionalInt.empty());
    } else if (jdbc.isFloat() && stated.precision().isPresent()) {
      // Decimal digits to binary ones.
      double digits = stated.precision().getAsInt() * Math.log(10) / Math.log(2);
      stated = Size.precision((int) Math.ceil(digits));
    }
    return type.withSize(stated.orElse(type.size()));
  }

  private boolean isNullable(Holder holder, Member member, ColumnSpec spec) {
    if (holder.nullability() == Nullability.FORCED_NOT_NULL
        || member.has(Names.ID)
        || (member.has(Names.VERSION) && reading.hibernate.isSeven())) {
      return false;
    }
    boolean forcedNull = holder.nullability() == Nullability.FORCED_NULL;
    Optional<AnnotationUse> basic = member.find(Names.BASIC);
    if (basic.isPresent() && !basic.get().bool("optional") && !forcedNull) {
      return false;
    }
    boolean primitive = member.type().getKind().isPrimitive();
    if (!spec.stated() && primitive && !forcedNull) {
      return holder.component() && basic.isEmpty();
    }
    return spec.nullable();
  }

  TableDraft tableOf(Holder holder, ColumnSpec spec, Member member) {
    if (spec.table().isEmpty()) {
      return holder.table();
    }
    Identifier name = reading.naming.physical(Identifier.of(spec.table().get()));
    if (name.canonical().equals(holder.table().name().canonical())) {
      return holder.table();
    }
    return Optional.ofNullable(holder.entity().secondaryTables().get(name.canonical()))
        .orElseThrow(
            () ->
                new Unmappable(
                    EntityProblems.unsupported(
                        Reading.describe(member.element()),
                        "the table " + name.text() + " that is no @SecondaryTable")));
  }

  /** {@code @ColumnDefault}, which counts before a default in a column definition. */
  static void applyDefault(ColumnDraft column, Member member) {
    member
        .find(Names.COLUMN_DEFAULT)
        .ifPresent(use -> column.defaultExpression(Optional.of(use.string("value"))));
  }

  /** {@code @GeneratedColumn}. */
  void applyGeneration(ColumnDraft column, Member member) {
    member
        .find(Names.GENERATED_COLUMN)
        .ifPresent(
            use ->
                // Hibernate 7 writes no NOT NULL after the expression.
                column.generatedAs(use.string("value"), reading.hibernate.isSeven()));
  }

  private void applyHibernateAnnotations(ColumnDraft column, Member member) {
    boolean generated =
        member.has(Names.CREATION_TIMESTAMP)
            || member.has(Names.UPDATE_TIMESTAMP)
            || member.has(Names.CURRENT_TIMESTAMP);
    if (generated && reading.hibernate.isSeven()) {
      // Always generated, so Hibernate 7 does not take NULL.
      column.nullable(false);
    }
    if (member.has(Names.TENANT_ID)) {
      column.nullable(false);
    }
    applyDefault(column, member);
    applyGeneration(column, member);
    List<AnnotationUse> checks = AnnotationUse.allOn(member.element(), Names.CHECK, Names.CHECKS);
    checks.forEach(check -> column.check(checkOf(check, "constraints", member.element())));
  }
}
