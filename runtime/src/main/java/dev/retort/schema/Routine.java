package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A function or a procedure.
 *
 * @param name its name; several may have it whose arguments differ
 * @param procedure whether it is called and not part of an expression
 * @param arguments what stands in the parentheses after its name, as SQL; may be empty
 * @param definition all that follows them: what it returns, its language, its body
 */
public record Routine(
    QualifiedName name, boolean procedure, String arguments, Definition definition)
    implements DefinedObject {

  /** What ends the type that a function returns. */
  private static final Set<String> AFTER_TYPE =
      Set.of(
          "language",
          "transform",
          "window",
          "immutable",
          "stable",
          "volatile",
          "not",
          "leakproof",
          "called",
          "returns",
          "strict",
          "external",
          "security",
          "parallel",
          "cost",
          "rows",
          "support",
          "set",
          "as",
          "begin",
          "return");

  public Routine {
    requireNonNull(name, "name");
    requireNonNull(definition, "definition");
    arguments = arguments.strip();
    if (!Arguments.areClosed(arguments)) {
      throw new SchemaException(
          "the arguments of " + name + " have a quote or parenthesis that is not closed");
    }
  }

  @Override
  public ObjectId id() {
    return procedure ? ObjectId.procedure(name, arguments) : ObjectId.function(name, arguments);
  }

  @Override
  public Routine withDefinition(Definition newDefinition) {
    return new Routine(name, procedure, arguments, newDefinition);
  }

  @Override
  public boolean sameText(DefinedObject other) {
    return other instanceof Routine routine
        && id().equals(routine.id())
        && Definition.sameText(arguments, routine.arguments)
        && definition.sameText(routine.definition);
  }

  @Override
  public Set<String> names() {
    Set<String> names = definition.names();
    names.addAll(SqlTokens.names(arguments));
    // A body may be in plain quotes as well.
    SqlTokens.significant(definition.sql()).stream()
        .filter(token -> token.kind() == SqlTokens.Kind.STRING)
        .forEach(token -> names.addAll(SqlTokens.names(token.text().replace('\'', ' '))));
    return names;
  }

  /** The names of the signature, and of a body that is no string. */
  Set<String> boundNames() {
    Set<String> names = SqlTokens.names(arguments);
    names.addAll(definition.dependsOn());
    SqlTokens.significant(definition.sql()).stream()
        .filter(Token::isName)
        .forEach(token -> names.add(token.name()));
    return names;
  }

  /** Whether it is written in SQL, or may be. */
  boolean isSql() {
    return SqlTokens.significant(definition.sql()).stream().noneMatch(t -> t.is("language"))
        || definition.names().contains("sql");
  }

  /**
   * Whether {@code CREATE OR REPLACE} makes the one of the other: it changes neither arguments nor
   * what is returned.
   */
  public boolean canReplace(Routine other) {
    return id().equals(other.id())
        && Definition.sameText(arguments, other.arguments)
        && returned().equals(other.returned());
  }

  private List<String> returned() {
    List<String> type = new ArrayList<>();
    boolean inType = false;
    int depth = 0;
    for (Token token : SqlTokens.significant(definition.sql())) {
      if (!inType && !token.is("returns")) {
        break;
      }
      if (inType && depth == 0 && AFTER_TYPE.contains(token.text().toLowerCase(Locale.ROOT))) {
        break;
      }
      inType = true;
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      type.add(token.isName() ? token.name() : token.text());
    }
    return type;
  }
}
