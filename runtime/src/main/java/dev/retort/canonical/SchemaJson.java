package dev.retort.canonical;

import static dev.retort.canonical.MembersBuilder.members;

import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Constraint;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The schema and its elements as JSON, and back.
 *
 * <p>Every {@code read} throws {@link IllegalArgumentException} where the JSON does not have the
 * form that {@code write} gives it, or does not make a consistent element.
 */
public final class SchemaJson {

  private SchemaJson() {}

  /** All of it sorted by name, so that equal schemas have equal forms. */
  public static Json write(Schema schema) {
    List<Table> tables = new ArrayList<>(schema.tables().values());
    tables.sort((a, b) -> a.name().compareTo(b.name()));
    List<Sequence> sequences = new ArrayList<>(schema.sequences().values());
    sequences.sort((a, b) -> a.name().compareTo(b.name()));
    List<EnumType> enumTypes = new ArrayList<>(schema.enumTypes().values());
    enumTypes.sort((a, b) -> a.name().compareTo(b.name()));
    List<CompositeType> compositeTypes = new ArrayList<>(schema.compositeTypes().values());
    compositeTypes.sort((a, b) -> a.name().compareTo(b.name()));
    MembersBuilder members = members();
    PrerequisiteJson.write(schema.prerequisites(), members);
    return members
        .withUnlessEmpty("tables", tables, SchemaJson::write)
        .withUnlessEmpty("sequences", sequences, SchemaJson::write)
        .withUnlessEmpty("enumTypes", enumTypes, EnumJson::write)
        .withUnlessEmpty("compositeTypes", compositeTypes, CompositeJson::write)
        .withUnlessEmpty("objects", ObjectJson.sorted(schema), ObjectJson::write)
        .build();
  }

  public static Schema readSchema(Json json) {
    Json.Members members = json.asMembers();
    Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    for (Json item : members.items("tables")) {
      Table table = readTable(item);
      if (tables.put(table.name(), table) != null) {
        throw new JsonException("table " + table.name() + " is there twice");
      }
    }
    Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();
    for (Json item : members.items("sequences")) {
      Sequence sequence = readSequence(item);
      if (sequences.put(sequence.name(), sequence) != null) {
        throw new JsonException("sequence " + sequence.name() + " is there twice");
      }
    }
    Map<QualifiedName, EnumType> enumTypes = new LinkedHashMap<>();
    for (Json item : members.items("enumTypes")) {
      EnumType type = EnumJson.readType(item);
      if (enumTypes.put(type.name(), type) != null) {
        throw new JsonException("enum type " + type.name() + " is there twice");
      }
    }
    Map<QualifiedName, CompositeType> compositeTypes = new LinkedHashMap<>();
    for (Json item : members.items("compositeTypes")) {
      CompositeType type = CompositeJson.readType(item);
      if (compositeTypes.put(type.name(), type) != null) {
        throw new JsonException("composite type " + type.name() + " is there twice");
      }
    }
    return new Schema(tables, sequences, enumTypes)
        .withCompositeTypes(compositeTypes)
        .withDefinedObjects(ObjectJson.readAll(members.items("objects")))
        .withPrerequisites(PrerequisiteJson.read(members));
  }

  public static Json write(Table table) {
    List<Json> columns = new ArrayList<>(table.columns().size());
    for (Column column : table.columns()) {
      columns.add(write(column));
    }
    List<Json> constraints = new ArrayList<>(table.constraints().size());
    for (Constraint constraint : table.constraints()) {
      constraints.add(ConstraintJson.write(constraint));
    }
    MembersBuilder members =
        members()
            .with("name", write(table.name()))
            .withItemsUnlessEmpty("columns", columns)
            .withItemsUnlessEmpty("constraints", constraints);
    if (!table.indexes().isEmpty()) {
      members.withUnlessEmpty("indexes", table.indexes(), IndexJson::write);
    }
    members.withOptional("comment", table.comment());
    return PartitionJson.with(members, table.partitioning(), table.hypertable()).build();
  }

  public static Table readTable(Json json) {
    Json.Members members = json.asMembers();
    return new Table(
        readName(members.get("name")),
        members.items("columns").stream().map(SchemaJson::readColumn).toList(),
        members.items("constraints").stream().map(ConstraintJson::read).toList(),
        members.items("indexes").stream().map(IndexJson::read).toList(),
        members.optionalText("comment"),
        members.optional("partitioned").map(PartitionJson::readPartitioning),
        members.optional("hypertable").map(PartitionJson::readHypertable));
  }

  public static Json write(Column column) {
    return members()
        .with("name", column.name())
        .with("type", write(column.type()))
        .withFlag("notNull", !column.nullable())
        .withOptional("default", column.defaultExpression())
        .withUnlessEmpty(
            "identity", column.identity().isPresent() ? Words.of(column.identity().get()) : "")
        .withOptional("generatedAs", column.generation())
        .withOptional("comment", column.comment())
        .build();
  }

  public static Column readColumn(Json json) {
    Json.Members members = json.asMembers();
    return new Column(
        members.text("name"),
        readType(members.get("type")),
        !members.flag("notNull"),
        members.optionalText("default"),
        members.optionalText("identity").map(Words::identity),
        members.optionalText("generatedAs"),
        members.optionalText("comment"));
  }

  /** The name alone, where modifiers and array dimensions say nothing. */
  public static Json write(SqlType type) {
    if (type.modifiers().isEmpty() && type.arrayDimensions() == 0 && type.arguments().isEmpty()) {
      return Json.text(type.name());
    }
    List<Json> modifiers = new ArrayList<>(type.modifiers().size());
    for (int number : type.modifiers()) {
      modifiers.add(Json.whole(number));
    }
    MembersBuilder members =
        members().with("name", type.name()).withItemsUnlessEmpty("modifiers", modifiers);
    if (type.arrayDimensions() > 0) {
      members.with("array", Json.whole(type.arrayDimensions()));
    }
    return members.withOptional("arguments", type.arguments()).build();
  }

  public static SqlType readType(Json json) {
    if (json instanceof Json.Text text) {
      return new SqlType(text.value(), List.of(), 0);
    }
    Json.Members members = json.asMembers();
    return new SqlType(
        members.text("name"),
        members.items("modifiers").stream().map(item -> Math.toIntExact(item.asWhole())).toList(),
        members.optional("array").map(item -> Math.toIntExact(item.asWhole())).orElse(0),
        members.optionalText("arguments"));
  }

  public static Json write(Sequence sequence) {
    return members()
        .with("name", write(sequence.name()))
        .with("start", Json.whole(sequence.start()))
        .with("increment", Json.whole(sequence.increment()))
        .build();
  }

  public static Sequence readSequence(Json json) {
    Json.Members members = json.asMembers();
    return new Sequence(
        readName(members.get("name")),
        members.get("start").asWhole(),
        members.get("increment").asWhole());
  }

  /** The local name alone, or an array of namespace and local name. */
  public static Json write(QualifiedName name) {
    return name.namespace().isPresent()
        ? Json.texts(List.of(name.namespace().get(), name.local()))
        : Json.text(name.local());
  }

  public static QualifiedName readName(Json json) {
    if (json instanceof Json.Text text) {
      return QualifiedName.of(text.value());
    }
    List<Json> parts = json.asItems();
    if (parts.size() != 2) {
      throw new JsonException("expected a namespace and a name instead of " + json.write());
    }
    return QualifiedName.of(parts.get(0).asText(), parts.get(1).asText());
  }
}
