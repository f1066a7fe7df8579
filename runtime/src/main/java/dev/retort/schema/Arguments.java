package dev.retort.schema;

import dev.retort.schema.SqlTokens.Token;
import java.util.List;

/** The arguments of a function as SQL text. */
final class Arguments {

  private Arguments() {}

  /** The arguments as {@code DROP FUNCTION} takes them: on one line, without their defaults. */
  static String withoutDefaults(String arguments) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    boolean inDefault = false;
    List<Token> tokens = SqlTokens.of(arguments);
    for (Token token : tokens) {
      if (token.is("(") || token.is("[")) {
        depth++;
      } else if (token.is(")") || token.is("]")) {
        depth--;
      } else if (depth == 0 && token.is(",")) {
        inDefault = false;
      } else if (depth == 0 && isDefault(token)) {
        inDefault = true;
      }
      if (!inDefault) {
        text.append(token.isBlank() ? " " : token.text());
      }
    }
    return SqlTokens.normalized(text.toString()).replace(" ,", ",");
  }

  private static boolean isDefault(Token token) {
    return token.is("default") || token.is("=");
  }

  /** Whether the text stays inside the parentheses that are put around it. */
  static boolean areClosed(String arguments) {
    int depth = 0;
    for (Token token : SqlTokens.of(arguments)) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth < 0 || !token.closed()) {
        return false;
      }
    }
    return depth == 0;
  }
}
