package dev.retort.postgres;

import static dev.retort.postgres.Identifiers.quote;

import dev.retort.schema.DefinedObject;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Routine;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The statements on views, functions and triggers: names are quoted, definitions stay as they were
 * written.
 */
public final class ObjectStatements {

  private ObjectStatements() {}

  /** The statements that create the object and say what is to be said about it. */
  public static List<String> create(DefinedObject object) {
    return with("CREATE ", object, object.definition().comment());
  }

  /** Those that replace it; without a comment it loses the one that it had. */
  static List<String> replace(DefinedObject object) {
    return with(
        "CREATE OR REPLACE ", object, Optional.of(object.definition().comment().orElse("")));
  }

  private static List<String> with(String verb, DefinedObject object, Optional<String> comment) {
    return Stream.concat(
            Stream.of(verb + defined(object)),
            comment.stream().map(text -> comment(object.id(), text)))
        .toList();
  }

  static String drop(ObjectId id) {
    return "DROP " + named(id);
  }

  private static String comment(ObjectId id, String text) {
    return "COMMENT ON "
        + named(id)
        + " IS "
        + (text.isEmpty() ? "NULL" : Identifiers.literal(text));
  }

  private static String defined(DefinedObject object) {
    String definition = object.definition().sql();
    if (object instanceof View view) {
      return kind(view.id()) + " " + quote(view.name()) + " AS\n" + definition;
    }
    if (object instanceof Routine routine) {
      return kind(routine.id())
          + " "
          + quote(routine.name())
          + inParentheses(routine.arguments())
          + "\n"
          + definition;
    }
    Trigger trigger = (Trigger) object;
    return (trigger.constraint() ? "CONSTRAINT " : "")
        + "TRIGGER "
        + quote(trigger.name())
        + " "
        + trigger.fires()
        + "\nON "
        + quote(trigger.table())
        + "\n"
        + definition;
  }

  /** What the object is called where it is dropped or spoken of. */
  private static String named(ObjectId id) {
    return switch (id.kind()) {
      case VIEW, MATERIALIZED_VIEW -> kind(id) + " " + quote(id.name());
      case FUNCTION, PROCEDURE -> kind(id) + " " + quote(id.name()) + inParentheses(id.within());
      case TRIGGER -> "TRIGGER " + quote(id.name().local()) + " ON " + quote(id.table());
    };
  }

  private static String kind(ObjectId id) {
    return id.kind().words().toUpperCase(Locale.ROOT);
  }

  /** A comment in the last line would hide the parenthesis. */
  private static String inParentheses(String arguments) {
    return "(" + arguments + (arguments.contains("--") ? "\n)" : ")");
  }
}
