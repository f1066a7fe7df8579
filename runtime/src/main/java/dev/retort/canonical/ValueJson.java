package dev.retort.canonical;

import static dev.retort.canonical.MembersBuilder.members;

import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Rows;
import dev.retort.operation.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values, and the rows and statements that hold them, as JSON and back. */
final class ValueJson {

  private ValueJson() {}

  /** The kind's word and the value in its one spelling: {@code {"whole":"12"}}. */
  static Json write(Value value) {
    String kind = word(value.kind());
    return switch (value.kind()) {
      case NULL -> members().with(kind, new Json.Flag(true)).build();
      case LIST ->
          members().with(kind, Json.items(value.items().stream().map(ValueJson::write))).build();
      default -> members().with(kind, value.text()).build();
    };
  }

  static Value read(Json json) {
    Map<String, Json> members = json.asMembers().byName();
    for (Value.Kind kind : Value.Kind.values()) {
      Json found = members.get(word(kind));
      if (found != null && members.size() == 1) {
        return switch (kind) {
          case NULL -> new Value(kind, "", List.of());
          case LIST -> new Value(kind, "", found.asItems().stream().map(ValueJson::read).toList());
          default -> new Value(kind, found.asText(), List.of());
        };
      }
    }
    throw new JsonException("not a value: members " + members.keySet());
  }

  private static String word(Value.Kind kind) {
    return switch (kind) {
      case NULL -> "null";
      case TEXT -> "text";
      case WHOLE -> "whole";
      case DECIMAL -> "decimal";
      case BOOLEAN -> "boolean";
      case UUID -> "uuid";
      case BYTES -> "bytes";
      case DATE -> "date";
      case TIME -> "time";
      case OFFSET_TIME -> "offset time";
      case TIMESTAMP -> "timestamp";
      case INSTANT -> "instant";
      case INTERVAL -> "interval";
      case LIST -> "list";
    };
  }

  /** Adds the statement, its parameters, and what takes it back. */
  static MembersBuilder with(MembersBuilder members, ExecuteSql statement) {
    members
        .with("sql", statement.sql())
        .withUnlessEmpty("parameters", statement.parameters(), ValueJson::write);
    statement.reverse().ifPresent(back -> members.with("reverse", with(members(), back).build()));
    return members.withFlag("outsideTransaction", statement.runsOutsideTransaction());
  }

  static ExecuteSql readStatement(Json.Members members) {
    Optional<ExecuteSql> reverse =
        members.optional("reverse").map(back -> readStatement(back.asMembers()));
    return new ExecuteSql(
        members.text("sql"),
        members.items("parameters").stream().map(ValueJson::read).toList(),
        reverse,
        members.flag("outsideTransaction"));
  }

  /** Adds the columns and, row by row, their values. */
  static MembersBuilder with(MembersBuilder members, Rows rows) {
    return members
        .withUnlessEmpty("columns", rows.columns(), Json::text)
        .withUnlessEmpty("key", rows.key(), Json::text)
        .withUnlessEmpty("rows", rows.values(), ValueJson::write)
        .withUnlessEmpty("former", rows.former(), ValueJson::write)
        .withFlag("overridingSystemValue", rows.overridingSystemValue());
  }

  static Rows readRows(Json.Members members) {
    return new Rows(
        members.texts("columns"),
        members.texts("key"),
        members.items("rows").stream().map(ValueJson::readRow).toList(),
        members.items("former").stream().map(ValueJson::readRow).toList(),
        members.flag("overridingSystemValue"));
  }

  private static Json write(List<Value> row) {
    return Json.items(row.stream().map(ValueJson::write));
  }

  private static List<Value> readRow(Json json) {
    return json.asItems().stream().map(ValueJson::read).toList();
  }
}
