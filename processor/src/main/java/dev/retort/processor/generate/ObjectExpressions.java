package dev.retort.processor.generate;

import static dev.retort.processor.generate.Expression.string;

import dev.retort.schema.DefinedObject;
import dev.retort.schema.ObjectId;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Trigger;
import java.util.List;
import java.util.stream.Stream;

/** The calls that record what happens to views, functions and triggers. */
final class ObjectExpressions {

  private final SchemaExpressions schema;
  private final Recorders recorders;

  ObjectExpressions(SchemaExpressions schema, Recorders recorders) {
    this.schema = schema;
    this.recorders = recorders;
  }

  Expression create(DefinedObject object) {
    boolean constraint = object instanceof Trigger trigger && trigger.constraint();
    return defined(constraint ? "createConstraint" : "create", object);
  }

  Expression replace(DefinedObject object) {
    return defined("replace", object);
  }

  Expression drop(ObjectId id) {
    String method = "drop" + word(id.kind());
    return switch (id.kind()) {
      case VIEW, MATERIALIZED_VIEW -> on(id.name(), method);
      case FUNCTION, PROCEDURE -> on(id.name(), method, string(id.within()));
      case TRIGGER -> on(id.table(), method, string(id.name().local()));
    };
  }

  private Expression defined(String verb, DefinedObject object) {
    String method = verb + word(object.id().kind());
    Expression definition = schema.definition(object.definition());
    if (object instanceof Routine routine) {
      return on(routine.name(), method, string(routine.arguments()), definition);
    }
    if (object instanceof Trigger trigger) {
      return on(
          trigger.table(), method, string(trigger.name()), string(trigger.fires()), definition);
    }
    return on(object.id().name(), method, definition);
  }

  private static String word(ObjectId.Kind kind) {
    return switch (kind) {
      case VIEW -> "View";
      case MATERIALIZED_VIEW -> "MaterializedView";
      case FUNCTION -> "Function";
      case PROCEDURE -> "Procedure";
      case TRIGGER -> "Trigger";
    };
  }

  private Expression on(QualifiedName name, String method, Expression... arguments) {
    return new Expression.Call(
        recorders.of(name) + "." + method,
        Stream.concat(Stream.of(string(name.local())), Stream.of(arguments)).toList());
  }

  /** A text on several lines as they are, where Java has a way to write it. */
  static Expression sql(String text) {
    return text.indexOf('\n') < 0
        ? string(text)
        : JavaText.textBlock(text + "\n")
            .<Expression>map(lines -> new Expression.TextBlock(List.copyOf(lines)))
            .orElseGet(() -> string(text));
  }
}
