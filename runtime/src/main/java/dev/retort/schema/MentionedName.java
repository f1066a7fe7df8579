package dev.retort.schema;

import dev.retort.schema.SqlTokens.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A name in SQL text that surely stands for a relation or function.
 *
 * @param name the name, with its namespace where one is written
 * @param end the place of the token after it
 */
record MentionedName(QualifiedName name, int end) {

  /** Whether it is the object's, written as the model writes it. */
  boolean is(QualifiedName object) {
    return name.equals(object);
  }

  static Optional<MentionedName> at(List<Token> tokens, int place) {
    if (place >= tokens.size() || !tokens.get(place).isName()) {
      return Optional.empty();
    }
    String first = tokens.get(place).name();
    if (isAt(tokens, place + 1, ".")) {
      boolean two =
          place + 2 < tokens.size()
              && tokens.get(place + 2).isName()
              && !isAt(tokens, place + 3, ".");
      return two
          ? Optional.of(
              new MentionedName(QualifiedName.of(first, tokens.get(place + 2).name()), place + 3))
          : Optional.empty();
    }
    return Optional.of(new MentionedName(QualifiedName.of(first), place + 1));
  }

  /**
   * The relations that a query reads for sure: those right after FROM or JOIN. It leaves out
   * whatever may be something else: a function, a common table expression, a system table, the
   * column in {@code extract(year FROM day)} or {@code IS DISTINCT FROM name}.
   */
  static List<QualifiedName> relationsReadBy(String query) {
    List<Token> tokens = SqlTokens.significant(query);
    List<QualifiedName> read = new ArrayList<>();
    Deque<Boolean> inSelect = new ArrayDeque<>(List.of(false));
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is("(")) {
        inSelect.push(false);
      } else if (token.is(")") && inSelect.size() > 1) {
        inSelect.pop();
      } else if (token.is("select")) {
        inSelect.pop();
        inSelect.push(true);
      } else if (inSelect.element() && isSource(tokens, i)) {
        at(tokens, i + 1)
            .filter(name -> isRelation(tokens, name))
            .ifPresent(name -> read.add(name.name()));
      }
    }
    return read;
  }

  private static boolean isSource(List<Token> tokens, int place) {
    Token token = tokens.get(place);
    return token.is("join")
        || (token.is("from") && (place == 0 || !tokens.get(place - 1).is("distinct")));
  }

  private static boolean isRelation(List<Token> tokens, MentionedName mentioned) {
    QualifiedName name = mentioned.name();
    if (isAt(tokens, mentioned.end(), "(") || name.local().startsWith("pg_")) {
      return false;
    }
    Token written = tokens.get(mentioned.end() - 1);
    if (name.namespace().isEmpty()
        && written.kind() == SqlTokens.Kind.NAME
        && !SqlName.quoted(name.local()).equals(name.local())) {
      return false;
    }
    return name.namespace().isPresent() || !isDefinedInside(tokens, name.local());
  }

  /** Whether the query may define the name itself: {@code WITH name AS (…)}. */
  private static boolean isDefinedInside(List<Token> tokens, String name) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isName() && tokens.get(i).name().equals(name)) {
        boolean column = isAt(tokens, i + 1, "(");
        boolean as =
            isAt(tokens, i + 1, "as")
                && (isAt(tokens, i + 2, "(")
                    || isAt(tokens, i + 2, "materialized")
                    || isAt(tokens, i + 2, "not"));
        if (column || as) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAt(List<Token> tokens, int place, String word) {
    return place < tokens.size() && tokens.get(place).is(word);
  }
}
