package dev.retort.schema;

import dev.retort.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Expressions that name their table before a column: {@code machines.weight > 0}. */
final class TableQualifiers {

  private TableQualifiers() {}

  /** The table after it got another name, with its own expressions following. */
  static Table renamed(Table table, QualifiedName to) {
    String from = table.name().local();
    Table named = table.withName(to);
    return named.withParts(
        Lists.mapped(
            named.columns(),
            c -> c.withGeneration(c.generation().map(text -> renamed(text, from, to.local())))),
        Lists.mapped(
            named.constraints(),
            c ->
                c instanceof CheckConstraint check
                    ? check.withExpression(renamed(check.expression(), from, to.local()))
                    : c),
        Lists.mapped(
            named.indexes(),
            i ->
                i.withKeys(Lists.mapped(i.keys(), key -> renamed(key, from, to.local())))
                    .withPredicate(i.predicate().map(text -> renamed(text, from, to.local())))));
  }

  private static IndexKey renamed(IndexKey key, String from, String to) {
    return new IndexKey(
        key.column(),
        key.expression().map(text -> renamed(text, from, to)),
        key.descending(),
        key.nulls(),
        key.operatorClass());
  }

  /**
   * The expression with another qualifier before columns. What stands before the name of a
   * function, a type or a collation is a namespace.
   */
  static String renamed(String expression, String from, String to) {
    List<Token> tokens = new ArrayList<>(SqlTokens.of(expression));
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.get(i).isBlank()) {
        places.add(i);
      }
    }
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < places.size()) {
      int end = endOfName(tokens, places, at);
      int parts = (end - at + 1) / 2;
      if (parts >= 2 && isOfColumn(tokens, places, at, end)) {
        int qualifier = places.get(end - 3);
        if (tokens.get(qualifier).name().equals(from)) {
          tokens.set(qualifier, new Token(SqlTokens.Kind.QUOTED_NAME, SqlName.quoted(to), true));
        }
      }
      at = Math.max(end, at + 1);
    }
    tokens.forEach(token -> text.append(token.text()));
    return text.toString();
  }

  /** Where a name of one or more parts that begins at the place ends; the place where none does. */
  private static int endOfName(List<Token> tokens, List<Integer> places, int at) {
    int end = at;
    while (end < places.size() && isPart(tokens.get(places.get(end)), end > at)) {
      if (end + 1 >= places.size() || !tokens.get(places.get(end + 1)).is(".")) {
        return end + 1;
      }
      end += 2;
    }
    return at;
  }

  private static boolean isPart(Token token, boolean behindDot) {
    return token.isName() || (behindDot && token.is("*"));
  }

  private static boolean isOfColumn(List<Token> tokens, List<Integer> places, int at, int end) {
    boolean called = end < places.size() && tokens.get(places.get(end)).is("(");
    boolean otherKind =
        at > 0
            && List.of(":", ".", "as", "collate").stream()
                .anyMatch(tokens.get(places.get(at - 1))::is);
    return !called && !otherKind;
  }
}
