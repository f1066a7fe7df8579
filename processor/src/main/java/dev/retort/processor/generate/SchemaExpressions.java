package dev.retort.processor.generate;

import static dev.retort.processor.generate.Expression.atom;
import static dev.retort.processor.generate.Expression.call;
import static dev.retort.processor.generate.Expression.number;
import static dev.retort.processor.generate.Expression.string;

import dev.retort.operation.EnumRebuild;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Comment;
import dev.retort.schema.Constraint;
import dev.retort.schema.ConstraintVisitor;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Definition;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.EnumPosition;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.NullsOrder;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SqlType;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Schema elements as the expressions that a revision makes them with. */
final class SchemaExpressions implements ConstraintVisitor<Expression> {

  /** The factory of {@link SqlType} for each type that takes no numbers. */
  private static final Map<SqlType, String> PLAIN_TYPES =
      Map.ofEntries(
          Map.entry(SqlType.bool(), "bool"),
          Map.entry(SqlType.smallint(), "smallint"),
          Map.entry(SqlType.integer(), "integer"),
          Map.entry(SqlType.bigint(), "bigint"),
          Map.entry(SqlType.real(), "real"),
          Map.entry(SqlType.doublePrecision(), "doublePrecision"),
          Map.entry(SqlType.numeric(), "numeric"),
          Map.entry(SqlType.text(), "text"),
          Map.entry(SqlType.varchar(), "varchar"),
          Map.entry(SqlType.bytea(), "bytea"),
          Map.entry(SqlType.uuid(), "uuid"),
          Map.entry(SqlType.jsonb(), "jsonb"),
          Map.entry(SqlType.date(), "date"),
          Map.entry(SqlType.timestamp(), "timestamp"),
          Map.entry(SqlType.timestamptz(), "timestamptz"));

  /** The factory of {@link SqlType} by the name of a type that takes one number. */
  private static final Map<String, String> TYPES_WITH_LENGTH =
      Map.of(
          "character varying", "varchar",
          "character", "character",
          "time without time zone", "time",
          "timestamp without time zone", "timestamp",
          "timestamp with time zone", "timestamptz");

  private final Imports imports;

  SchemaExpressions(Imports imports) {
    this.imports = imports;
  }

  /** The same for partitions and hypertables. */
  PartitionExpressions partitions() {
    return new PartitionExpressions(imports);
  }

  Expression type(SqlType type) {
    String plain = PLAIN_TYPES.get(type);
    if (plain != null) {
      return call(imports.member(SqlType.class, plain));
    }
    List<Integer> modifiers = type.modifiers();
    if (type.arrayDimensions() == 0) {
      String withLength = TYPES_WITH_LENGTH.get(type.name());
      if (withLength != null && modifiers.size() == 1) {
        return call(imports.member(SqlType.class, withLength), number(modifiers.get(0)));
      }
      if (type.name().equals("numeric") && modifiers.size() == 2) {
        return call(
            imports.member(SqlType.class, "numeric"),
            number(modifiers.get(0)),
            number(modifiers.get(1)));
      }
    }
    return readsBack(type)
        ? call(imports.member(SqlType.class, "type"), string(type.toString()))
        : userDefined(type).orElseGet(() -> construct(type));
  }

  /** A type that is no PostgreSQL's own, by the factory, where that makes the very same. */
  private Optional<Expression> userDefined(SqlType type) {
    QualifiedName name = type.userDefinedName().orElse(null);
    if (name == null || type.arrayDimensions() > 1) {
      return Optional.empty();
    }
    SqlType plain = SqlType.userDefined(name);
    Expression written =
        call(
            imports.member(SqlType.class, "userDefined"),
            name.namespace().isPresent()
                ? new Expression[] {string(name.namespace().get()), string(name.local())}
                : new Expression[] {string(plain.name())});
    SqlType detailed = type.arguments().map(plain::withArguments).orElse(plain);
    if (type.arguments().isPresent()) {
      written = written.then("withArguments", string(type.arguments().get()));
    }
    if (type.equals(detailed)) {
      return Optional.of(written);
    }
    return type.equals(detailed.array()) ? Optional.of(written.then("array")) : Optional.empty();
  }

  Expression enumPosition(EnumPosition position) {
    String side = position.side() == EnumPosition.Side.BEFORE ? "before" : "after";
    return call(imports.member(EnumPosition.class, side), string(position.neighbour()));
  }

  /** Values of rows and parameters, with the imports of this file. */
  ValueExpressions values() {
    return new ValueExpressions(imports);
  }

  Expression enumRebuild(EnumRebuild rebuild) {
    Expression written =
        call(imports.member(EnumRebuild.class, "labels"), strings(rebuild.labels()));
    for (Map.Entry<String, String> each : rebuild.replacements().entrySet()) {
      written = written.then("replacing", string(each.getKey()), string(each.getValue()));
    }
    for (EnumColumn column : rebuild.columns()) {
      written = written.then("usedBy", enumColumnArguments(column));
    }
    return written;
  }

  /** Table and column where that says all, else the whole. */
  Expression[] enumColumnArguments(EnumColumn column) {
    boolean plain = column.table().namespace().isEmpty() && column.arrayDimensions() == 0;
    return plain
        ? new Expression[] {string(column.table().local()), string(column.column())}
        : new Expression[] {enumColumn(column)};
  }

  Expression enumColumn(EnumColumn column) {
    return call(
        "new " + imports.type(EnumColumn.class),
        qualifiedName(column.table()),
        string(column.column()),
        number(column.arrayDimensions()));
  }

  /** Whether {@link SqlType#type} makes the same of the type's spelling. */
  private static boolean readsBack(SqlType type) {
    try {
      return SqlType.type(type.toString()).equals(type);
    } catch (IllegalArgumentException notASpelling) {
      return false;
    }
  }

  private Expression construct(SqlType type) {
    Expression[] modifiers =
        type.modifiers().stream().map(Expression::number).toArray(Expression[]::new);
    return call(
        "new " + imports.type(SqlType.class),
        string(type.name()),
        call(imports.type(List.class) + ".of", modifiers),
        number(type.arrayDimensions()));
  }

  Expression column(Column column) {
    Expression written =
        call(imports.member(Column.class, "column"), string(column.name()), type(column.type()));
    if (!column.nullable()) {
      written = written.then("notNull");
    }
    if (column.defaultExpression().isPresent()) {
      written = written.then("withDefault", string(column.defaultExpression().get()));
    }
    if (column.identity().isPresent()) {
      written =
          column.identity().get() == Identity.BY_DEFAULT
              ? written.then("asIdentity")
              : written.then("asIdentity", identity(column.identity().get()));
      if (column.nullable()) {
        written = written.then("withNullable", atom("true"));
      }
    }
    if (column.generation().isPresent()) {
      written = written.then("generatedAs", string(column.generation().get()));
    }
    if (column.comment().isPresent()) {
      written = written.then("withComment", string(column.comment().get()));
    }
    return written;
  }

  Expression comment(String text) {
    return call(imports.member(Comment.class, "comment"), string(text));
  }

  /** A definition; its text alone, where that says it all. */
  Expression definition(Definition definition) {
    Expression sql = ObjectExpressions.sql(definition.sql());
    if (definition.comment().isEmpty() && definition.dependsOn().isEmpty()) {
      return sql;
    }
    Expression written = call(imports.member(Definition.class, "definition"), sql);
    if (definition.comment().isPresent()) {
      written = written.then("withComment", string(definition.comment().get()));
    }
    return definition.dependsOn().isEmpty()
        ? written
        : written.then("dependsOn", strings(definition.dependsOn()));
  }

  Expression identity(Identity identity) {
    return atom(imports.type(Identity.class) + "." + identity.name());
  }

  Expression constraint(Constraint constraint) {
    Expression written = constraint.accept(this);
    return constraint.name().isEmpty() ? written : written.then("named", string(constraint.name()));
  }

  @Override
  public Expression visit(PrimaryKey primaryKey) {
    return deferrable(
        call(imports.member(PrimaryKey.class, "primaryKey"), strings(primaryKey.columns())),
        primaryKey.deferrability());
  }

  @Override
  public Expression visit(UniqueConstraint unique) {
    Expression written =
        call(imports.member(UniqueConstraint.class, "unique"), strings(unique.columns()));
    return deferrable(
        unique.nullsDistinct() ? written : written.then("nullsNotDistinct"),
        unique.deferrability());
  }

  @Override
  public Expression visit(CheckConstraint check) {
    Expression written =
        call(imports.member(CheckConstraint.class, "check"), string(check.expression()));
    return check.validated() ? written : written.then("notValid");
  }

  @Override
  public Expression visit(ForeignKey key) {
    List<Expression> target = new ArrayList<>();
    target.add(nameReference(key.referencedTable()));
    target.addAll(List.of(strings(key.referencedColumns())));
    Expression written =
        call(imports.member(ForeignKey.class, "foreignKey"), strings(key.columns()))
            .then("references", target.toArray(Expression[]::new));
    if (key.onDelete() != ReferentialAction.NO_ACTION) {
      written = written.then("onDelete", action(key.onDelete()));
    }
    if (key.onUpdate() != ReferentialAction.NO_ACTION) {
      written = written.then("onUpdate", action(key.onUpdate()));
    }
    written = deferrable(written, key.deferrability());
    return key.validated() ? written : written.then("notValid");
  }

  private static Expression deferrable(Expression constraint, Deferrability deferrability) {
    return switch (deferrability) {
      case NOT_DEFERRABLE -> constraint;
      case DEFERRABLE -> constraint.then("deferrable");
      case INITIALLY_DEFERRED -> constraint.then("initiallyDeferred");
    };
  }

  private Expression nameReference(QualifiedName name) {
    return name.namespace().isEmpty() ? string(name.local()) : qualifiedName(name);
  }

  Expression qualifiedName(QualifiedName name) {
    return call(
        imports.type(QualifiedName.class) + ".of",
        Stream.concat(name.namespace().stream(), Stream.of(name.local()))
            .map(Expression::string)
            .toArray(Expression[]::new));
  }

  private Expression action(ReferentialAction action) {
    return atom(imports.type(ReferentialAction.class) + "." + action.name());
  }

  Expression index(Index index) {
    List<Expression> arguments = new ArrayList<>();
    arguments.add(string(index.name()));
    boolean plain = index.keys().stream().allMatch(IndexKey::isPlain);
    for (IndexKey key : index.keys()) {
      arguments.add(plain ? string(key.column().orElseThrow()) : key(key));
    }
    Expression written =
        call(imports.member(Index.class, "index"), arguments.toArray(Expression[]::new));
    if (!index.isBtree()) {
      written = written.then("using", string(index.method()));
    }
    if (!index.included().isEmpty()) {
      written = written.then("include", strings(index.included()));
    }
    if (index.unique()) {
      written = written.then("asUnique");
    }
    if (!index.nullsDistinct()) {
      written = written.then("nullsNotDistinct");
    }
    if (index.predicate().isPresent()) {
      written = written.then("where", string(index.predicate().get()));
    }
    return written;
  }

  private Expression key(IndexKey key) {
    Expression written =
        key.column()
            .map(
                name ->
                    call(
                        imports.member(IndexKey.class, key.descending() ? "desc" : "asc"),
                        string(name)))
            .orElseGet(() -> expressionKey(key));
    if (!key.hasDefaultNulls()) {
      written = written.then(key.nulls() == NullsOrder.FIRST ? "nullsFirst" : "nullsLast");
    }
    if (key.operatorClass().isPresent()) {
      written = written.then("operatorClass", nameReference(key.operatorClass().get()));
    }
    return written;
  }

  private Expression expressionKey(IndexKey key) {
    Expression written =
        call(imports.member(IndexKey.class, "expression"), string(key.expression().orElseThrow()));
    return key.descending() ? written.then("desc") : written;
  }

  private static Expression[] strings(List<String> values) {
    return values.stream().map(Expression::string).toArray(Expression[]::new);
  }
}
