package dev.retort.diff;

import dev.retort.schema.EnumType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether SQL names labels of an enum type. A plain literal is compared; where a literal has
 * escapes, or values inside it, and has the characters of a label anywhere, it is taken to name it:
 * then the type is rebuilt, which always works, where adding the label might not.
 */
final class LabelUses {

  private static final Pattern ESCAPED =
      Pattern.compile("(?is)(?<![\\w$])e'((?:[^'\\\\]|\\\\.|'')*)'");

  /** Escapes that stand for another character than the one in them. */
  private static final Pattern CODED = Pattern.compile("\\\\[xXuU0-7bfnrt]");

  /** An array, with or without bounds, or a composite value. */
  private static final Pattern WITH_VALUES = Pattern.compile("(?s)'\\s*[\\[{(](?:[^']|'')*'");

  private static final Pattern DOLLARS = Pattern.compile("(?s)\\$(\\w*)\\$(.*?)\\$\\1\\$");

  private LabelUses() {}

  /** Whether an expression names one of the labels. */
  static boolean inExpression(String expression, List<String> labels) {
    return inStatement(expression, labels) || anyMatch(DOLLARS.matcher(expression), 2, labels);
  }

  /** Whether a statement does, or the body of a function in it. */
  static boolean inStatement(String sql, List<String> labels) {
    if (labels.stream().map(EnumType::quoted).anyMatch(sql::contains)) {
      return true;
    }
    Matcher escaped = ESCAPED.matcher(sql);
    while (escaped.find()) {
      if (CODED.matcher(escaped.group(1)).find() || contains(escaped.group(1), labels)) {
        return true;
      }
    }
    return anyMatch(WITH_VALUES.matcher(sql), 0, labels);
  }

  private static boolean anyMatch(Matcher literals, int content, List<String> labels) {
    while (literals.find()) {
      if (contains(literals.group(content), labels)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(String literal, List<String> labels) {
    String characters = bare(literal);
    return labels.stream().map(LabelUses::bare).anyMatch(characters::contains);
  }

  /** Without what quotes and escapes within a literal. */
  private static String bare(String text) {
    return text.replaceAll("[\\\\\"']", "");
  }
}
