package dev.retort.testing;

import dev.retort.postgres.Identifiers;
import dev.retort.schema.Attribute;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Constraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.DefinedObjects;
import dev.retort.schema.EnumType;
import dev.retort.schema.Extension;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Partition;
import dev.retort.schema.Prerequisites;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes up schemas that PostgreSQL would accept (given their namespaces): types that can be indexed
 * and referred to, defaults of the column's type, names of indexes and keys that are unique in
 * their namespace. The names come from small pools, so that two schemas have much in common.
 */
final class SchemaGenerator {

  static final List<String> TABLES =
      List.of("machines", "sensors", "Sensor Readings", "user", "a\"b", "größe", "t;--", "x\\y");

  static final List<String> COLUMNS =
      List.of(
          "id", "name", "machine_id", "Status", "order", "it's", "q\"uote", "naïve", "a b", "$1");

  private static final Map<SqlType, List<String>> TYPES = new LinkedHashMap<>();

  static {
    TYPES.put(SqlType.bigint(), List.of("0", "42"));
    TYPES.put(SqlType.integer(), List.of("1 + 1", "-1"));
    TYPES.put(SqlType.smallint(), List.of("7"));
    TYPES.put(SqlType.varchar(100), List.of("'it''s'", "'\\n'"));
    TYPES.put(SqlType.varchar(20), List.of("'NEW'"));
    TYPES.put(SqlType.text(), List.of("'\"'", "''"));
    TYPES.put(SqlType.bool(), List.of("true", "false"));
    TYPES.put(SqlType.numeric(10, 2), List.of("0.5"));
    TYPES.put(SqlType.timestamptz(6), List.of("now()", "CURRENT_TIMESTAMP"));
    TYPES.put(SqlType.uuid(), List.of("gen_random_uuid()"));
    TYPES.put(SqlType.text().array(), List.of("'{}'"));
    TYPES.put(SqlType.type("interval"), List.of("'1 day'"));
  }

  private static final Set<String> LISTABLE =
      Set.of("bigint", "integer", "smallint", "numeric", "character varying", "text");

  private static final List<SqlType> TYPE_LIST = List.copyOf(TYPES.keySet());

  /** One of them has the name of a table, which may be there instead. */
  static final List<String> ENUM_TYPES = List.of("mood", "Status", "e\"num", "user");

  /** Of those that come with PostgreSQL, and make nothing that the model knows. */
  static final List<String> EXTENSIONS = List.of("pg_trgm", "uuid-ossp");

  /** One of them has the name of a table, one that of an enum type, which may be there instead. */
  static final List<String> COMPOSITE_TYPES = List.of("price", "mood", "user", "p\"lace");

  static final List<String> ATTRIBUTES = List.of("amount", "currency", "Unit", "a\"b", "order");

  static final List<String> LABELS =
      List.of("NEW", "it's", "back\\slash", "größe \ud83d\ude00", "a \"b\"", "");

  static final List<String> COMMENTS =
      List.of(
          "Where machines stand",
          "it's",
          "'; DROP TABLE machines; --",
          "back\\slash \\",
          "line\nbreak\r\n\ttab",
          " größe \ud83d\ude00 $$ \"b\" */ ");

  private final Random random;
  private final List<Optional<String>> namespaces;
  private final IndexGenerator indexGenerator;
  private final PartitionGenerator partitionGenerator;
  private List<EnumType> enumTypes = List.of();
  private List<CompositeType> compositeTypes = List.of();

  SchemaGenerator(Random random, boolean withNamespaces) {
    this.random = random;
    this.indexGenerator = new IndexGenerator(random, this);
    this.partitionGenerator = new PartitionGenerator(random, this);
    this.namespaces =
        withNamespaces
            ? List.of(Optional.empty(), Optional.empty(), Optional.of("audit"))
            : List.of(Optional.empty());
  }

  Schema schema() {
    List<QualifiedName> tableNames =
        some(TABLES, random.nextInt(6)).stream()
            .map(local -> new QualifiedName(oneOf(namespaces), local))
            .toList();
    enumTypes =
        some(ENUM_TYPES, Math.max(0, random.nextInt(6) - 2)).stream()
            .map(local -> enumType(new QualifiedName(oneOf(namespaces), local)))
            .filter(type -> !tableNames.contains(type.name()))
            .toList();
    Map<QualifiedName, EnumType> types = new LinkedHashMap<>();
    enumTypes.forEach(type -> types.put(type.name(), type));
    compositeTypes = List.of();
    for (String local : some(COMPOSITE_TYPES, Math.max(0, random.nextInt(6) - 2))) {
      QualifiedName name = new QualifiedName(oneOf(namespaces), local);
      if (!tableNames.contains(name) && !types.containsKey(name)) {
        List<CompositeType> more = new ArrayList<>(compositeTypes);
        more.add(compositeType(name));
        compositeTypes = List.copyOf(more);
      }
    }
    Map<QualifiedName, CompositeType> composites = new LinkedHashMap<>();
    compositeTypes.forEach(type -> composites.put(type.name(), type));
    Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    for (QualifiedName name : tableNames) {
      tables.put(name, tableWithoutForeignKeys(name));
    }
    addForeignKeys(tables);
    Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();
    for (String local : some(List.of("hibernate_seq", "Machine Seq", "s\"q"), random.nextInt(3))) {
      QualifiedName name = new QualifiedName(oneOf(namespaces), local);
      sequences.put(name, new Sequence(name, 1 + random.nextInt(2), 1 + 49L * random.nextInt(2)));
    }
    ObjectGenerator objects = new ObjectGenerator(random, this);
    DefinedObjects defined = objects.over(tables, enumTypes, composites.keySet());
    objects.useInTables(tables, defined);
    return withPrerequisites(
        new Schema(tables, sequences, types)
            .withCompositeTypes(composites)
            .withDefinedObjects(defined));
  }

  Table tableWithoutForeignKeys(QualifiedName name) {
    List<Column> columns = new ArrayList<>();
    for (String column : some(COLUMNS, 1 + random.nextInt(5))) {
      columns.add(column(column));
    }
    generatedColumn(columns).ifPresent(columns::add);
    List<String> names = columns.stream().map(Column::name).toList();
    List<Constraint> constraints = new ArrayList<>();
    if (random.nextInt(4) > 0) {
      constraints.add(
          named(
              name,
              "pk",
              0,
              new PrimaryKey("", some(names, 1 + random.nextInt(2)), deferrability())));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      constraints.add(
          named(
              name,
              "uk",
              i,
              new UniqueConstraint(
                  "", some(names, 1 + random.nextInt(2)), random.nextInt(4) > 0, deferrability())));
    }
    if (random.nextInt(4) == 0) {
      constraints.add(
          named(name, "ck", 0, new CheckConstraint("", condition(columns), isValidated())));
    }
    List<Index> indexes = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      indexes.add(indexGenerator.index(name, i, columns));
    }
    Table table = new Table(name, columns, constraints, indexes, comment());
    return random.nextInt(4) == 0 ? partitionGenerator.divided(table) : table;
  }

  /** The namespaces that are used, perhaps more, and perhaps an extension. */
  private Schema withPrerequisites(Schema schema) {
    Set<String> created = new TreeSet<>(schema.namespacesInUse());
    if (random.nextInt(4) == 0) {
      namespaces.forEach(namespace -> namespace.ifPresent(created::add));
    }
    Map<String, Extension> extensions = new LinkedHashMap<>();
    if (random.nextInt(4) == 0) {
      Extension extension = extension();
      extensions.put(extension.name(), extension);
    }
    return schema.withPrerequisites(new Prerequisites(created, extensions));
  }

  Extension extension() {
    return new Extension(oneOf(EXTENSIONS), Optional.empty());
  }

  /** A column computed from one of the others, of the same type. */
  private Optional<Column> generatedColumn(List<Column> columns) {
    String name = oneOf(COLUMNS);
    if (random.nextInt(3) > 0 || columns.stream().anyMatch(c -> c.name().equals(name))) {
      return Optional.empty();
    }
    Column base = oneOf(columns);
    String quoted = Identifiers.quote(base.name());
    String expression = oneOf(List.of("coalesce(%1$s, %1$s)", "%s")).formatted(quoted);
    return Optional.of(
        Column.column(name, base.type()).generatedAs(expression).withComment(comment()));
  }

  /** Seldom another than the default, since nothing can refer to a key then. */
  Deferrability deferrability() {
    return random.nextInt(5) == 0
        ? oneOf(List.of(Deferrability.values()))
        : Deferrability.NOT_DEFERRABLE;
  }

  boolean isValidated() {
    return random.nextInt(3) > 0;
  }

  EnumType enumType(QualifiedName name) {
    return new EnumType(name, some(LABELS, 1 + random.nextInt(4)));
  }

  /** Of plain types, of the enum types and of the composite types that there are already. */
  CompositeType compositeType(QualifiedName name) {
    return new CompositeType(
        name,
        some(ATTRIBUTES, 1 + random.nextInt(3)).stream()
            .map(attribute -> new Attribute(attribute, attributeType()))
            .toList());
  }

  SqlType attributeType() {
    List<SqlType> own = new ArrayList<>();
    enumTypes.forEach(type -> own.add(type.type()));
    compositeTypes.forEach(type -> own.add(type.type()));
    if (own.isEmpty() || random.nextInt(2) == 0) {
      return type();
    }
    SqlType type = oneOf(own);
    return random.nextInt(4) == 0 ? type.array() : type;
  }

  private Column compositeColumn(String name) {
    SqlType type = oneOf(compositeTypes).type();
    return Column.column(name, random.nextInt(4) == 0 ? type.array() : type)
        .withNullable(random.nextBoolean())
        .withComment(comment());
  }

  private Column enumColumn(String name) {
    EnumType type = oneOf(enumTypes);
    if (random.nextInt(4) == 0) {
      return Column.column(name, type.type().array());
    }
    Optional<String> expression =
        random.nextInt(3) == 0
            ? Optional.of(Identifiers.literal(oneOf(type.labels())))
            : Optional.empty();
    return new Column(
        name,
        type.type(),
        random.nextBoolean(),
        expression,
        Optional.empty(),
        Optional.empty(),
        comment());
  }

  Column column(String name) {
    if (!enumTypes.isEmpty() && random.nextInt(4) == 0) {
      return enumColumn(name);
    }
    if (!compositeTypes.isEmpty() && random.nextInt(4) == 0) {
      return compositeColumn(name);
    }
    SqlType type = oneOf(TYPE_LIST);
    boolean countable = List.of("bigint", "integer", "smallint").contains(type.name());
    if (countable && random.nextInt(4) == 0) {
      return Column.column(name, type)
          .asIdentity(oneOf(List.of(Identity.values())))
          .withComment(comment());
    }
    Optional<String> expression =
        random.nextInt(3) == 0 ? Optional.of(oneOf(TYPES.get(type))) : Optional.empty();
    return new Column(
        name,
        type,
        random.nextBoolean(),
        expression,
        Optional.empty(),
        Optional.empty(),
        comment());
  }

  Optional<String> comment() {
    return random.nextInt(5) == 0 ? Optional.of(oneOf(COMMENTS)) : Optional.empty();
  }

  Partition partition(QualifiedName table) {
    return partitionGenerator.partition(table);
  }

  /** The namespace of something new. */
  Optional<String> namespace() {
    return oneOf(namespaces);
  }

  Index index(QualifiedName table, int number, List<Column> columns) {
    return indexGenerator.index(table, number, columns);
  }

  SqlType type() {
    return oneOf(TYPE_LIST);
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** A name that no index or key of another table in the namespace has. */
  static String nameOf(QualifiedName table, String prefix, int number) {
    return prefix + TABLES.indexOf(table.local()) + (number == 2 ? " \"two\"" : "_" + number);
  }

  private Constraint named(QualifiedName table, String prefix, int number, Constraint constraint) {
    return random.nextBoolean() ? constraint : constraint.named(nameOf(table, prefix, number));
  }

  /** True of every value that tests have; in words that columns of several types understand. */
  String condition(List<Column> columns) {
    Column column = oneOf(columns);
    boolean listable =
        column.type().arrayDimensions() == 0 && LISTABLE.contains(column.type().name());
    return Identifiers.quote(column.name())
        + (listable && column.nullable() ? " NOT IN ('77', '78')" : " IS NOT NULL");
  }

  private void addForeignKeys(Map<QualifiedName, Table> tables) {
    List<QualifiedName> names = List.copyOf(tables.keySet());
    for (int i = names.isEmpty() ? 0 : random.nextInt(names.size() + 2); i > 0; i--) {
      QualifiedName owner = oneOf(names);
      Table target = tables.get(oneOf(names));
      List<List<String>> keys = keys(target);
      if (!keys.isEmpty()) {
        tables.put(owner, withForeignKey(tables.get(owner), target, oneOf(keys), i));
      }
    }
  }

  private static List<List<String>> keys(Table target) {
    List<List<String>> keys = new ArrayList<>();
    target.constraints().stream()
        .filter(Constraint::canBeReferredTo)
        .forEach(key -> keys.add(key.columns()));
    target.indexes().stream()
        .filter(index -> index.unique() && index.predicate().isEmpty())
        .map(index -> index.keys().stream().flatMap(key -> key.column().stream()).toList())
        .filter(columns -> target.keys().contains(Set.copyOf(columns)))
        .forEach(keys::add);
    return keys;
  }

  /** Refers from columns of the same types, which are added where the table has none. */
  private Table withForeignKey(Table owner, Table target, List<String> key, int number) {
    Table edited = owner;
    List<String> columns = new ArrayList<>();
    for (String referenced : key) {
      SqlType type = target.requireColumn(referenced).type();
      Optional<String> fitting =
          edited.columns().stream()
              .filter(c -> c.type().equals(type) && !columns.contains(c.name()))
              .map(Column::name)
              .findFirst();
      String column = fitting.orElse("ref_" + nameOf(type) + "_" + columns.size());
      if (fitting.isEmpty() && edited.column(column).isPresent()) {
        return owner;
      }
      if (fitting.isEmpty()) {
        edited = edited.withColumn(Column.column(column, type));
      }
      columns.add(column);
    }
    ForeignKey foreignKey =
        new ForeignKey(
            random.nextBoolean() ? "" : nameOf(owner.name(), "fk", number),
            columns,
            target.name(),
            key,
            oneOf(List.of(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE)),
            ReferentialAction.NO_ACTION,
            deferrability(),
            isValidated());
    ForeignKey possible =
        edited.partitioning().isPresent() ? foreignKey.afterValidation() : foreignKey;
    return edited.constraints().stream().anyMatch(possible::sameDefinition)
        ? edited
        : edited.withConstraint(possible);
  }

  private static String nameOf(SqlType type) {
    int place = TYPE_LIST.indexOf(type);
    return place >= 0 ? String.valueOf(place) : type.toString();
  }

  /** At most so many of the values, in any order. */
  <T> List<T> some(List<T> values, int count) {
    List<T> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
  }
}
