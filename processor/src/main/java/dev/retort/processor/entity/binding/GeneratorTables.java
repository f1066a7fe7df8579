package dev.retort.processor.entity.binding;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.NumberedColumn;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.GeneratorClass;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.type.ColumnType;
import dev.retort.processor.entity.type.JdbcType;
import dev.retort.processor.entity.type.Size;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * The sequences and tables that identifiers are taken from (Hibernate's {@code
 * SequenceStyleGenerator} and {@code TableGenerator}).
 *
 * <p>The rows that Hibernate inserts into generator tables when it creates the schema are no part
 * of it: its generator inserts a missing row itself.
 */
final class GeneratorTables {

  private static final int DEFAULT_INCREMENT = 50;
  private static final String LEGACY_SEQUENCE = "hibernate_sequence";
  private static final String DEFAULT_TABLE = "hibernate_sequences";

  private final Reading reading;

  GeneratorTables(Reading reading) {
    this.reading = reading;
  }

  /** The sequence of {@code @SequenceGenerator}, or the default one. */
  void sequence(
      EntityBinding entity,
      Member member,
      Optional<AnnotationUse> definition,
      Optional<String> generator) {
    String name =
        definition
            .flatMap(use -> use.text("sequenceName"))
            .or(() -> unlessSingle(definition.flatMap(use -> use.text("name")).or(() -> generator)))
            .orElseGet(() -> defaultName(entity));
    definition
        .filter(use -> use.text("options").isPresent())
        .ifPresent(use -> refuseOptions(member, "sequence"));
    add(
        qualified(name, definition.flatMap(use -> use.text("schema"))),
        definition.map(use -> use.integer("initialValue")).orElse(1),
        definition
            .map(use -> use.integer("allocationSize"))
            .orElseGet(() -> defaultIncrement(generator)),
        entity,
        member);
  }

  /** Where all have one sequence, names of generators are not those of sequences and tables. */
  private Optional<String> unlessSingle(Optional<String> name) {
    return name.filter(any -> !reading.settings.structureNaming().equals("single"));
  }

  /** Under the old names of sequences their increment is the old one as well. */
  private int defaultIncrement(Optional<String> generator) {
    boolean old = !reading.settings.structureNaming().equals("standard");
    return old && (reading.hibernate.isSeven() || generator.isEmpty()) ? 1 : DEFAULT_INCREMENT;
  }

  /** The sequence of {@code @NativeGenerator}; an increment of 50 counts there as nothing said. */
  void nativeSequence(EntityBinding entity, Member member, AnnotationUse form) {
    int increment = form.integer("allocationSize");
    add(
        qualified(
            form.text("sequenceName")
                .or(() -> form.text("name"))
                .orElseGet(() -> defaultName(entity)),
            form.text("schema")),
        form.integer("initialValue"),
        increment == DEFAULT_INCREMENT ? 1 : increment,
        entity,
        member);
  }

  /** The sequence of {@code @GenericGenerator}, by its parameters. */
  void genericSequence(EntityBinding entity, Member member, AnnotationUse definition) {
    GeneratorClass.Kind kind = GeneratorClass.Kind.SEQUENCE;
    int increment = defaultIncrement(Optional.empty());
    sequenceOf(new GeneratorClass(kind, 1, increment), entity, member, Optional.of(definition));
  }

  /**
   * The sequence of a generator class.
   *
   * @param definition {@code @GenericGenerator}, if the class is named there
   */
  void sequenceOf(
      GeneratorClass generator,
      EntityBinding entity,
      Member member,
      Optional<AnnotationUse> definition) {
    Map<String, String> parameters = definition.map(GeneratorTables::parameters).orElseGet(Map::of);
    String suffix = parameters.get("sequence_per_entity_suffix");
    boolean perEntity =
        "true".equals(parameters.get("prefer_sequence_per_entity")) || suffix != null;
    String byDefault =
        perEntity
            ? entity.name() + (suffix == null ? "_SEQ" : suffix)
            : unlessSingle(definition.flatMap(use -> use.text("name")))
                .orElseGet(() -> defaultName(entity));
    add(
        qualified(
            parameters.getOrDefault(
                "sequence_name", parameters.getOrDefault("sequence", byDefault)),
            Optional.ofNullable(parameters.get("schema"))),
        number(parameters, "initial_value", generator.start(), member),
        isPooled(parameters)
            ? number(parameters, "increment_size", generator.increment(), member)
            : 1,
        entity,
        member);
  }

  /** Whether the increment is the sequence's, not just Hibernate's own. */
  private static boolean isPooled(Map<String, String> parameters) {
    return switch (parameters.getOrDefault("optimizer", "pooled")) {
      case "none", "hilo", "legacy-hilo" -> false;
      default -> true;
    };
  }

  /** The table of {@code @TableGenerator}, or the default one. */
  void table(Member member, Optional<AnnotationUse> definition, Optional<String> generator) {
    definition
        .filter(use -> use.text("options").isPresent())
        .ifPresent(use -> refuseOptions(member, "table"));
    String name =
        definition
            .flatMap(use -> use.text("table"))
            .or(
                () ->
                    unlessSingle(
                        definition.isPresent() ? definition.get().text("name") : generator))
            .orElse(DEFAULT_TABLE);
    table(
        member.element(),
        name,
        definition.flatMap(use -> use.text("schema")),
        definition.flatMap(use -> use.text("pkColumnName")),
        definition.flatMap(use -> use.text("valueColumnName")),
        255);
  }

  /** The table of {@code @GenericGenerator}, by its parameters. */
  void genericTable(Member member, AnnotationUse definition) {
    Map<String, String> parameters = parameters(definition);
    table(
        member.element(),
        parameters.getOrDefault(
            "table_name", unlessSingle(definition.text("name")).orElse(DEFAULT_TABLE)),
        Optional.ofNullable(parameters.get("schema")),
        Optional.ofNullable(parameters.get("segment_column_name")),
        Optional.ofNullable(parameters.get("value_column_name")),
        number(parameters, "segment_value_length", 255, member));
  }

  private void table(
      Element origin,
      String writtenName,
      Optional<String> namespace,
      Optional<String> keyColumn,
      Optional<String> valueColumn,
      int keyLength) {
    Identifier logical = Identifier.of(writtenName);
    TableDraft table =
        reading.schema.add(
            new TableDraft(
                reading.naming.physical(logical), logical, reading.namespace(namespace), origin));
    if (table.columns().isEmpty()) {
      ColumnType text = ColumnType.of(JdbcType.VARCHAR, Size.length(keyLength));
      ColumnDraft key = table.add(column(keyColumn.orElse("sequence_name"), text, origin));
      table.primaryKey(List.of(key));
      table.add(column(valueColumn.orElse("next_val"), ColumnType.of(JdbcType.BIGINT), origin));
    }
  }

  /** The naming strategy is not asked for these columns. */
  private static ColumnDraft column(String written, ColumnType type, Element origin) {
    Identifier name = Identifier.of(written);
    return new ColumnDraft(name, name, type, origin);
  }

  /** What a sequence is called that nobody named: the table comes into it since Hibernate 6. */
  private String defaultName(EntityBinding entity) {
    if (!reading.settings.structureNaming().equals("standard")) {
      return LEGACY_SEQUENCE;
    }
    return entity.table().name().text() + "_SEQ";
  }

  /** A name that may be written with its namespace before it. */
  private QualifiedName qualified(String written, Optional<String> namespace) {
    int dot = written.lastIndexOf('.');
    Optional<String> stated = dot < 0 ? namespace : Optional.of(written.substring(0, dot));
    return new QualifiedName(
        reading.namespace(stated).map(Identifier::stored),
        reading.naming.physical(Identifier.of(written.substring(dot + 1))).stored());
  }

  private void add(
      QualifiedName name, int start, int increment, EntityBinding entity, Member member) {
    Sequence sequence = new Sequence(name, start, increment == 0 ? 1 : increment);
    reading.schema.numbers(name, () -> numbered(entity.root(), member.element()));
    reading
        .schema
        .add(sequence, member.element())
        .ifPresent(
            other -> {
              throw new Unmappable(
                  EntityProblems.conflict(
                      "The sequence "
                          + sequence.name()
                          + " is defined twice: start "
                          + other.start()
                          + " increment "
                          + other.increment()
                          + ", and start "
                          + sequence.start()
                          + " increment "
                          + sequence.increment()));
            });
  }

  /**
   * The columns of the key that an attribute is mapped to: of one table, or of all those of a
   * hierarchy whose classes have tables of their own and number their rows together.
   */
  private static List<NumberedColumn> numbered(EntityBinding root, Element attribute) {
    List<EntityBinding> entities = new ArrayList<>(List.of(root));
    if (root.strategy() == EntityBinding.Strategy.TABLE_PER_CLASS) {
      entities.addAll(root.descendants());
    }
    List<NumberedColumn> numbered = new ArrayList<>();
    for (ColumnDraft id : root.key()) {
      if (id.origin().equals(attribute)) {
        entities.stream()
            .filter(EntityBinding::hasTable)
            .map(entity -> new NumberedColumn(entity.table().qualifiedName(), id.name().stored()))
            .forEach(numbered::add);
      }
    }
    return numbered;
  }

  private static void refuseOptions(Member member, String what) {
    throw new Unmappable(
        EntityProblems.unsupported(
            "The generator of " + Reading.describe(member.element()), what + " options"));
  }

  private static Map<String, String> parameters(AnnotationUse definition) {
    Map<String, String> parameters = new HashMap<>();
    for (AnnotationUse parameter : definition.annotations("parameters")) {
      parameters.put(parameter.string("name"), parameter.string("value"));
    }
    return parameters;
  }

  private static int number(
      Map<String, String> parameters, String name, int byDefault, Member member) {
    String text = parameters.get(name);
    try {
      return text == null ? byDefault : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new Unmappable(
          EntityProblems.unknownGenerator(
              Reading.describe(member.element()), "a generator with " + name + " = " + text));
    }
  }
}
