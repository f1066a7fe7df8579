package dev.retort.processor.entity.relational;

import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.type.ColumnType;
import dev.retort.processor.entity.type.JdbcType;
import dev.retort.processor.entity.type.Size;
import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/** A column in the making. Mutable, confined to one reading. */
public final class ColumnDraft {

  /**
   * Hibernate's order of columns ({@code ColumnOrderingStrategyStandard}): small before large, then
   * by name.
   */
  static final Comparator<ColumnDraft> ORDER =
      Comparator.comparingInt(ColumnDraft::orderingBytes)
          .thenComparing(column -> column.name.text());

  /** The order of a primary key's columns, some of which have lost their size there. */
  static final Comparator<ColumnDraft> KEY_ORDER =
      Comparator.comparingInt(ColumnDraft::orderingBytesInKey)
          .thenComparing(column -> column.name.text());

  private final Identifier name;
  private final Identifier logicalName;
  private final Element origin;
  private ColumnType type;
  private boolean nullable = true;
  private boolean unique;
  private boolean identity;
  private boolean byJavaType;
  private boolean unsizedInKey;
  private boolean copied;
  private Optional<String> castType = Optional.empty();
  private Optional<String> defaultExpression = Optional.empty();
  private Optional<String> generation = Optional.empty();
  private boolean withoutNotNull;
  private Optional<String> comment = Optional.empty();
  private Optional<AggregateDraft> aggregate = Optional.empty();
  private final List<CheckDraft> checks = new ArrayList<>();

  /**
   * A nullable column.
   *
   * @param logicalName its name before the physical naming strategy
   */
  public ColumnDraft(Identifier name, Identifier logicalName, ColumnType type, Element origin) {
    this.name = name;
    this.logicalName = logicalName;
    this.type = type;
    this.origin = origin;
  }

  /** A column of the same type and default-free, e.g. to refer to this one. */
  public ColumnDraft copy(Identifier newName, Identifier newLogicalName, Element newOrigin) {
    return new ColumnDraft(newName, newLogicalName, typeInKey(), newOrigin).measuredByJavaType();
  }

  /**
   * Marks a column of a composite id that an association with named join columns maps. Hibernate's
   * {@code CopyIdentifierComponentSecondPass} puts a column of that name and no size into the id,
   * and one with the size into the table; what orders the key or refers to it sees the former.
   */
  public ColumnDraft unsizedInKey() {
    unsizedInKey = true;
    return this;
  }

  /**
   * Marks a column of a composite id that is a copy of an association's. To Hibernate the two are
   * not one: what the association implies of its own column does not reach the id's.
   */
  public ColumnDraft copiedIntoKey() {
    copied = true;
    return this;
  }

  /** Makes it unique as a one-to-one association's only column, unless it is a copy of that. */
  public void uniqueByAssociation() {
    unique = unique || !copied;
  }

  private ColumnType typeInKey() {
    return unsizedInKey ? ColumnType.of(type.jdbcType(), Size.NONE) : type;
  }

  /**
   * Marks a column that Hibernate measures by the JDBC type of its Java type: one that refers to
   * another, and an element of a set. It measures others by the type in their DDL, by which a
   * double is a float.
   */
  public ColumnDraft measuredByJavaType() {
    byJavaType = true;
    return this;
  }

  /** States the type that a value is cast to where it is not the column's own. */
  public ColumnDraft castType(String value) {
    castType = Optional.of(value);
    return this;
  }

  String castType() {
    return castType.orElseGet(() -> type.sqlType().toString());
  }

  private int orderingBytes() {
    return type.jdbcType() == JdbcType.DOUBLE && !byJavaType ? 4 : type.orderingBytes();
  }

  private int orderingBytesInKey() {
    return unsizedInKey ? typeInKey().orderingBytes() : orderingBytes();
  }

  public Identifier name() {
    return name;
  }

  public Identifier logicalName() {
    return logicalName;
  }

  public ColumnType type() {
    return type;
  }

  public Element origin() {
    return origin;
  }

  public boolean nullable() {
    return nullable;
  }

  public ColumnDraft nullable(boolean value) {
    nullable = value;
    return this;
  }

  public boolean unique() {
    return unique;
  }

  public ColumnDraft unique(boolean value) {
    unique = value;
    return this;
  }

  public ColumnDraft identity(boolean value) {
    identity = value;
    return this;
  }

  public ColumnDraft type(ColumnType value) {
    type = value;
    return this;
  }

  public ColumnDraft defaultExpression(Optional<String> value) {
    defaultExpression = value;
    return this;
  }

  /**
   * Makes it a generated column.
   *
   * @param neverNotNull whether it takes NULL whatever else is said, but for a primary key's
   */
  public ColumnDraft generatedAs(String expression, boolean neverNotNull) {
    generation = Optional.of(expression);
    withoutNotNull = neverNotNull;
    return this;
  }

  public ColumnDraft comment(Optional<String> value) {
    comment = value;
    return this;
  }

  /** Makes it a column whose values hold what an embeddable maps. */
  public ColumnDraft aggregate(AggregateDraft value) {
    aggregate = Optional.of(value);
    return this;
  }

  Optional<AggregateDraft> aggregate() {
    return aggregate;
  }

  public ColumnDraft check(CheckDraft check) {
    checks.add(check);
    return this;
  }

  public List<CheckDraft> checks() {
    return checks;
  }

  Column finished() {
    return new Column(
        name.stored(),
        type.sqlType(),
        (nullable || withoutNotNull) && !identity,
        identity ? Optional.empty() : defaultExpression,
        identity ? Optional.of(Identity.BY_DEFAULT) : Optional.empty(),
        identity ? Optional.empty() : generation,
        comment);
  }
}
