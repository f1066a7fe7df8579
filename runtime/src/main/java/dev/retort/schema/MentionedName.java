package dev.retort.schema;

import dev.retort.schema.SqlTokens.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A name in SQL text that surely stands for a relation or function.
 *
 * @param name the name, with its namespace where one is written
 * @param end the place of the token after it
 */
record MentionedName(QualifiedName name, int end) {

  /** The tokens of a name with its namespace. */
  private static final int DOTTED = 3;

  /** Words that follow a table in a query and are no name for it. */
  private static final Set<String> AFTER_SOURCE =
      Set.of(
          "cross",
          "except",
          "fetch",
          "for",
          "full",
          "group",
          "having",
          "inner",
          "intersect",
          "join",
          "left",
          "limit",
          "natural",
          "offset",
          "on",
          "order",
          "right",
          "tablesample",
          "union",
          "using",
          "where",
          "window",
          "with");

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
    return sources(SqlTokens.significant(query)).stream().map(MentionedName::name).toList();
  }

  private static List<MentionedName> sources(List<Token> tokens) {
    List<MentionedName> read = new ArrayList<>();
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
        at(tokens, i + 1).filter(name -> isRelation(tokens, name)).ifPresent(read::add);
      }
    }
    return read;
  }

  /**
   * The query after the relation was renamed, as PostgreSQL keeps it up by itself: it reads the new
   * name, and calls it by that one too where it has given it no other. A relation that moves to
   * another namespace keeps its local name.
   */
  static String withRelationRenamed(String query, QualifiedName from, QualifiedName to) {
    if (!relationsReadBy(query).contains(from)) {
      return query;
    }
    List<Token> all = new ArrayList<>(SqlTokens.of(query));
    List<Token> tokens = all.stream().filter(token -> !token.isBlank()).toList();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isBlank()) {
        places.add(i);
      }
    }
    for (MentionedName source : sources(tokens)) {
      if (source.is(from)) {
        int end = source.end();
        if (!from.namespace().equals(to.namespace())) {
          int first = source.name().namespace().isPresent() ? end - DOTTED : end - 1;
          for (int i = places.get(first); i < places.get(end - 1); i++) {
            all.set(i, new Token(SqlTokens.Kind.OTHER, "", true));
          }
          String moved = to.namespace().map(each -> SqlName.quoted(each) + ".").orElse("");
          all.set(
              places.get(end - 1),
              new Token(SqlTokens.Kind.OTHER, moved + SqlName.quoted(to.local()), true));
          continue;
        }
        boolean named = isAt(tokens, end, "as") && end + 1 < tokens.size();
        String written = SqlName.quoted(to.local());
        if (named && tokens.get(end + 1).name().equals(to.local())) {
          for (int i = places.get(end - 1) + 1; i <= places.get(end + 1); i++) {
            all.set(i, new Token(SqlTokens.Kind.OTHER, "", true));
          }
        } else if (!named && !isAlias(tokens, end) && isTaken(tokens, to.local())) {
          written += " AS " + SqlName.quoted(from.local());
        } else if (!named && !isAlias(tokens, end)) {
          renameQualifiers(tokens, places, all, from.local(), written);
        }
        all.set(places.get(end - 1), new Token(SqlTokens.Kind.OTHER, written, true));
      }
    }
    return all.stream().map(Token::text).collect(Collectors.joining());
  }

  /** Whether the query calls something else by the name. */
  private static boolean isTaken(List<Token> tokens, String name) {
    for (int i = 0; i < tokens.size(); i++) {
      boolean named = tokens.get(i).isName() && tokens.get(i).name().equals(name);
      if (named && (isAt(tokens, i + 1, ".") || (i > 0 && isAt(tokens, i - 1, "as")))) {
        return true;
      }
    }
    return false;
  }

  /** The columns of what has no name but its own are spelled with the new one. */
  private static void renameQualifiers(
      List<Token> tokens, List<Integer> places, List<Token> all, String from, String written) {
    for (int i = 0; i < tokens.size(); i++) {
      boolean qualifier =
          tokens.get(i).isName()
              && tokens.get(i).name().equals(from)
              && isAt(tokens, i + 1, ".")
              && !(i > 0 && isAt(tokens, i - 1, "."));
      if (qualifier) {
        all.set(places.get(i), new Token(SqlTokens.Kind.OTHER, written, true));
      }
    }
  }

  /** Whether a name follows that the query gives to what it reads. */
  private static boolean isAlias(List<Token> tokens, int place) {
    return place < tokens.size()
        && tokens.get(place).isName()
        && !(tokens.get(place).kind() == SqlTokens.Kind.NAME
            && AFTER_SOURCE.contains(tokens.get(place).name()));
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
