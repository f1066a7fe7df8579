package dev.retort.testing;

import dev.retort.postgres.Identifiers;
import dev.retort.schema.Column;
import dev.retort.schema.Deferrability;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.DefinedObjects;
import dev.retort.schema.Definition;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectId;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Makes up views, functions and triggers over tables, which PostgreSQL would accept. */
final class ObjectGenerator {

  /** One of them has the name of a table, which may be there instead. */
  static final List<String> VIEWS = List.of("busy", "Odd \"view\"", "user", "naïve view");

  static final List<String> ROUTINES = List.of("normal", "Odd \"fn\"");

  static final List<String> TRIGGERS = List.of("stamp", "it's; --");

  private static final String TRIGGER_FUNCTION = "react";

  private static final List<String> BODIES =
      List.of(
          "RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT 1; $$",
          "RETURNS integer\nLANGUAGE plpgsql IMMUTABLE AS $b$\nBEGIN\n  -- it's $$ \\ \"\"\"\n"
              + "  RETURN 2;\nEND\n$b$",
          "RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT length(''\\; $$'')'",
          "RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS $$SELECT 3$$");

  private static final List<String> OTHER_RESULTS =
      List.of(
          "RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'x'::text $$",
          "RETURNS SETOF bigint LANGUAGE sql STABLE AS $$ SELECT 1::bigint $$");

  private final Random random;
  private final SchemaGenerator schemas;
  private final Map<ObjectId, DefinedObject> objects = new LinkedHashMap<>();

  ObjectGenerator(Random random, SchemaGenerator schemas) {
    this.random = random;
    this.schemas = schemas;
  }

  /** Objects over the tables, none of which has one of the names that are taken. */
  DefinedObjects over(
      Map<QualifiedName, Table> tables,
      List<EnumType> enumTypes,
      Set<QualifiedName> compositeTypes) {
    objects.clear();
    if (random.nextInt(3) == 0) {
      return DefinedObjects.NONE;
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      add(routine(tables, enumTypes));
    }
    for (String local : schemas.some(VIEWS, random.nextInt(4))) {
      QualifiedName name = new QualifiedName(schemas.namespace(), local);
      boolean taken =
          tables.containsKey(name)
              || compositeTypes.contains(name)
              || enumTypes.stream().anyMatch(t -> t.name().equals(name));
      if (!taken) {
        add(new View(name, random.nextInt(3) == 0, definition(query(tables))));
      }
    }
    for (int i = tables.isEmpty() ? 0 : random.nextInt(3); i > 0; i--) {
      add(
          new Routine(
              QualifiedName.of(TRIGGER_FUNCTION),
              false,
              "",
              Definition.definition(
                  "RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$")));
      add(trigger(schemas.oneOf(List.copyOf(tables.values()))));
    }
    return new DefinedObjects(objects);
  }

  /** A function and a procedure cannot have the same arguments; here not even the same name. */
  private void add(DefinedObject object) {
    boolean otherKind =
        object.id().kind().isRoutine()
            && objects.keySet().stream()
                .anyMatch(
                    id ->
                        id.kind().isRoutine()
                            && id.kind() != object.id().kind()
                            && id.name().equals(object.id().name()));
    if (!otherKind) {
      objects.putIfAbsent(object.id(), object);
    }
  }

  /** An object that need not fit any table. */
  DefinedObject any(Supplier<QualifiedName> table) {
    return switch (random.nextInt(4)) {
      case 0 ->
          new View(
              table.get().withLocal(schemas.oneOf(VIEWS)),
              false,
              definition("SELECT * FROM " + Identifiers.quote(table.get())));
      case 1 ->
          new View(
              table.get().withLocal(schemas.oneOf(VIEWS)),
              true,
              definition(
                  "SELECT "
                      + Identifiers.literal(
                          schemas.oneOf(OperationGenerator.TEXTS).replace("\0", ""))));
      case 2 ->
          new Routine(
              table.get().withLocal(schemas.oneOf(ROUTINES)),
              random.nextInt(4) == 0,
              schemas.oneOf(List.of("", "a integer", "a integer, b text DEFAULT 'x, y'")),
              definition(schemas.oneOf(BODIES)));
      default ->
          new Trigger(
              table.get(),
              schemas.oneOf(TRIGGERS),
              random.nextInt(4) == 0,
              "AFTER UPDATE",
              definition("FOR EACH ROW EXECUTE FUNCTION react()"));
    };
  }

  Definition definition(String sql) {
    Definition definition = Definition.definition(sql);
    return schemas.comment().map(definition::withComment).orElse(definition);
  }

  private Routine routine(Map<QualifiedName, Table> tables, List<EnumType> enumTypes) {
    QualifiedName name = new QualifiedName(schemas.namespace(), schemas.oneOf(ROUTINES));
    if (!enumTypes.isEmpty() && random.nextInt(3) == 0) {
      String type = Identifiers.quote(schemas.oneOf(enumTypes).name());
      return new Routine(name, false, "e " + type, definition(schemas.oneOf(BODIES)));
    }
    if (!tables.isEmpty() && random.nextInt(3) == 0) {
      String table = Identifiers.quote(schemas.oneOf(List.copyOf(tables.keySet())));
      return new Routine(
          name,
          false,
          "b bigint",
          definition(
              "RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT count(*) FROM " + table + " $$"));
    }
    if (random.nextInt(5) == 0) {
      return new Routine(
          name, true, "", definition("LANGUAGE plpgsql AS $$BEGIN PERFORM 1; END;$$"));
    }
    String arguments = schemas.oneOf(List.of("", "a integer", "a integer, b text DEFAULT 'x, y'"));
    List<String> bodies = random.nextInt(4) == 0 ? OTHER_RESULTS : BODIES;
    return new Routine(name, false, arguments, definition(schemas.oneOf(bodies)));
  }

  private String query(Map<QualifiedName, Table> tables) {
    List<View> views =
        objects.values().stream().filter(View.class::isInstance).map(View.class::cast).toList();
    if (!views.isEmpty() && random.nextInt(3) == 0) {
      return "SELECT v.* FROM "
          + Identifiers.quote(schemas.oneOf(views).name())
          + " v"
          + " LIMIT 0";
    }
    Optional<DefinedObject> function =
        objects.values().stream()
            .filter(each -> each.id().kind() == ObjectId.Kind.FUNCTION)
            .filter(each -> ((Routine) each).arguments().isEmpty())
            .filter(each -> !each.id().name().local().equals(TRIGGER_FUNCTION))
            .findFirst();
    if (function.isPresent() && random.nextInt(3) == 0) {
      return "SELECT " + Identifiers.quote(function.get().id().name()) + "() AS result";
    }
    if (tables.isEmpty()) {
      return "SELECT " + Identifiers.literal(schemas.oneOf(SchemaGenerator.COMMENTS)) + " AS text";
    }
    Table table = schemas.oneOf(List.copyOf(tables.values()));
    String from = " FROM " + Identifiers.quote(table.name());
    List<String> columns = table.columns().stream().map(Column::name).toList();
    Optional<PrimaryKey> key =
        table.primaryKey().filter(each -> each.deferrability() == Deferrability.NOT_DEFERRABLE);
    return switch (random.nextInt(5)) {
      // Not SELECT *, which is the columns in their order: that is no part of a schema.
      case 0 -> "SELECT " + Identifiers.list(columns) + from;
      case 1 -> "SELECT count(*) AS \"number\" -- it's\n" + from + "\nWHERE $$it's; $$ <> '--'";
      case 2 ->
          key.isPresent()
              ? "SELECT "
                  + Identifiers.list(columns)
                  + from
                  + " GROUP BY "
                  + Identifiers.list(key.get().columns())
              : "SELECT DISTINCT " + quoted(schemas.oneOf(columns)) + from;
      case 3 ->
          "SELECT x."
              + quoted(schemas.oneOf(columns))
              + " AS \"it's\""
              + from
              + " x WHERE x."
              + quoted(schemas.oneOf(columns))
              + " IS NOT NULL";
      default -> "SELECT " + Identifiers.list(schemas.some(columns, 2)) + from;
    };
  }

  private Trigger trigger(Table table) {
    List<String> columns = new ArrayList<>();
    table.columns().stream()
        .filter(column -> column.generation().isEmpty())
        .forEach(column -> columns.add(column.name()));
    String column = quoted(schemas.oneOf(columns));
    String call = "EXECUTE FUNCTION " + TRIGGER_FUNCTION + "()";
    String name = schemas.oneOf(TRIGGERS);
    return switch (random.nextInt(4)) {
      case 0 ->
          new Trigger(
              table.name(),
              name,
              false,
              "BEFORE INSERT OR UPDATE OF " + column,
              definition("FOR EACH ROW " + call));
      case 1 ->
          new Trigger(
              table.name(),
              name,
              false,
              "AFTER UPDATE",
              definition(
                  "FOR EACH ROW WHEN (NEW."
                      + column
                      + " IS NOT NULL AND OLD.* IS NOT NULL) "
                      + call));
      case 2 ->
          new Trigger(
              table.name(),
              name,
              true,
              "AFTER INSERT",
              definition("DEFERRABLE INITIALLY DEFERRED FOR EACH ROW " + call));
      default ->
          new Trigger(
              table.name(), name, false, "AFTER DELETE", definition("FOR EACH STATEMENT " + call));
    };
  }

  /** The tables, which may call the functions that are made. */
  void useInTables(Map<QualifiedName, Table> tables, DefinedObjects made) {
    FunctionUses uses = new FunctionUses(random, made);
    tables.replaceAll((name, table) -> uses.in(table));
  }

  private static String quoted(String name) {
    return Identifiers.quote(name);
  }
}
