package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * A trigger.
 *
 * @param table the table or view that it is on
 * @param name its name, which no other trigger of the table has
 * @param constraint whether it is a constraint trigger, which can be deferred
 * @param fires when it does, as SQL: {@code BEFORE INSERT OR UPDATE OF status}
 * @param definition all that follows the table: {@code FOR EACH ROW EXECUTE FUNCTION stamp()}
 */
public record Trigger(
    QualifiedName table, String name, boolean constraint, String fires, Definition definition)
    implements DefinedObject {

  public Trigger {
    requireNonNull(table, "table");
    Names.requireName(name);
    requireNonNull(definition, "definition");
    fires = fires.strip();
    if (fires.isEmpty()) {
      throw new IllegalArgumentException("a trigger must say when it fires");
    }
    if (!SqlTokens.isClosed(fires)) {
      throw new SchemaException(
          "what trigger " + name + " fires on has a quote that is not closed");
    }
  }

  @Override
  public ObjectId id() {
    return ObjectId.trigger(table, name);
  }

  /** The same trigger on another table. */
  public Trigger withTable(QualifiedName newTable) {
    return new Trigger(newTable, name, constraint, fires, definition);
  }

  @Override
  public Trigger withDefinition(Definition newDefinition) {
    return new Trigger(table, name, constraint, fires, newDefinition);
  }

  @Override
  public boolean sameText(DefinedObject other) {
    return other instanceof Trigger trigger
        && id().equals(trigger.id())
        && constraint == trigger.constraint
        && Definition.sameText(fires, trigger.fires)
        && definition.sameText(trigger.definition);
  }

  @Override
  public Set<String> names() {
    Set<String> names = definition.names();
    names.addAll(SqlTokens.names(fires));
    names.add(table.local());
    table.namespace().ifPresent(names::add);
    return names;
  }

  /** Whether it surely runs the function, which PostgreSQL then does not drop. */
  boolean surelyExecutes(QualifiedName function) {
    List<SqlTokens.Token> tokens = SqlTokens.significant(definition.sql());
    for (int i = 1; i < tokens.size(); i++) {
      boolean call =
          (tokens.get(i).is("function") || tokens.get(i).is("procedure"))
              && tokens.get(i - 1).is("execute");
      if (call && MentionedName.at(tokens, i + 1).filter(name -> name.is(function)).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
