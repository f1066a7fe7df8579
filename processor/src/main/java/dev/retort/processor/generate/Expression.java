package dev.retort.processor.generate;

import static java.util.stream.Collectors.joining;

import dev.retort.processor.generate.Layout.Fill;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java expression, as far as drafts need them, which knows how google-java-format lays it out.
 */
sealed interface Expression {

  /** The expression on one line. */
  String flat();

  void layOut(Layout layout);

  /** Something that is never broken: a literal or a name. */
  record Atom(String text) implements Expression {

    @Override
    public String flat() {
      return text;
    }

    @Override
    public void layOut(Layout layout) {
      layout.token(text);
    }
  }

  /**
   * A text block.
   *
   * @param lines its lines as they stand in the source, without what indents them all
   */
  record TextBlock(List<String> lines) implements Expression {

    /** Longer than a line, since it never fits into one. */
    @Override
    public String flat() {
      return "\"\"\"" + String.join("\\n", lines) + "\"\"\"";
    }

    @Override
    public void layOut(Layout layout) {
      layout.textBlock(lines);
    }
  }

  /** {@code name(arguments)}, where the name may have a receiver before it. */
  record Call(String name, List<Expression> arguments) implements Expression {

    /** google-java-format keeps the arguments of what looks like a format string together. */
    private static final Pattern FORMAT_SPECIFIER = Pattern.compile("%|\\{[0-9]}");

    private static final int SHORT = 10;

    @Override
    public String flat() {
      return name + arguments.stream().map(Expression::flat).collect(joining(", ", "(", ")"));
    }

    @Override
    public void layOut(Layout layout) {
      layout.open(4);
      layOut(layout, 0);
      layout.close();
    }

    private void layOut(Layout layout, int indentOfArguments) {
      layout.token(name).open(indentOfArguments).token("(");
      if (!arguments.isEmpty()) {
        layout.breakHere("");
        if (looksLikeFormat()) {
          layout.open(0);
          arguments.get(0).layOut(layout);
          layout.token(",").breakHere(" ").open(0);
          list(layout, arguments.subList(1, arguments.size()));
          layout.close().close();
        } else {
          list(layout, arguments);
        }
      }
      layout.token(")").close();
    }

    private boolean looksLikeFormat() {
      return arguments.size() > 1
          && arguments.get(0).flat().startsWith("\"")
          && FORMAT_SPECIFIER.matcher(arguments.get(0).flat()).find();
    }

    private static void list(Layout layout, List<Expression> items) {
      layout.open(0);
      Fill fill = fillOf(items);
      for (int i = 0; i < items.size(); i++) {
        if (i > 0) {
          layout.token(",").breakHere(fill, " ", 0);
        }
        items.get(i).layOut(layout);
      }
      layout.close();
    }

    /** Short items share their lines, others have one each. */
    static Fill fillOf(List<Expression> items) {
      return items.stream().allMatch(item -> item.flat().length() < SHORT)
          ? Fill.INDEPENDENT
          : Fill.UNIFIED;
    }
  }

  /** {@code first(…).second(…).third(…)}; two calls at least. */
  record Chain(List<Call> calls) implements Expression {

    @Override
    public String flat() {
      return calls.stream().map(Call::flat).collect(joining("."));
    }

    @Override
    public void layOut(Layout layout) {
      layout.open(4);
      calls.get(0).layOut(layout, 4);
      for (Call call : calls.subList(1, calls.size())) {
        layout.breakHere("").token(".");
        call.layOut(layout, 4);
      }
      layout.close();
    }
  }

  /** The values of an annotation's member, {@code {"a", "b"}}. */
  record MemberValues(List<Expression> values) implements Expression {

    @Override
    public String flat() {
      return values.stream().map(Expression::flat).collect(joining(", ", "{", "}"));
    }

    @Override
    public void layOut(Layout layout) {
      Fill fill = Call.fillOf(values);
      layout.open(2).token("{").breakHere("");
      if (fill == Fill.INDEPENDENT) {
        layout.open(0);
      }
      for (int i = 0; i < values.size(); i++) {
        if (i > 0) {
          layout.token(",").breakHere(fill, " ", 0);
        }
        values.get(i).layOut(layout);
      }
      if (fill == Fill.INDEPENDENT) {
        layout.close();
      }
      layout.breakHere(Fill.UNIFIED, "", -2).close().token("}");
    }
  }

  /** A lambda whose body is a block of one statement. */
  record BlockLambda(String parameter, String statement) implements Expression {

    @Override
    public String flat() {
      return parameter + " -> { " + statement + " }";
    }

    @Override
    public void layOut(Layout layout) {
      layout
          .token(parameter + " -> {")
          .open(2)
          .breakHere(Fill.FORCED, "", 0)
          .token(statement)
          .close()
          .breakHere(Fill.FORCED, "", 0)
          .token("}");
    }
  }

  /** The same expression with one more call behind it. */
  default Expression then(String name, Expression... arguments) {
    Call call = new Call(name, List.of(arguments));
    if (this instanceof Chain chain) {
      return new Chain(Stream.concat(chain.calls().stream(), Stream.of(call)).toList());
    }
    return new Chain(List.of((Call) this, call));
  }

  static Expression call(String name, Expression... arguments) {
    return new Call(name, List.of(arguments));
  }

  static Expression atom(String text) {
    return new Atom(text);
  }

  static Expression string(String value) {
    return new Atom(JavaText.literal(value));
  }

  static Expression number(long value) {
    return new Atom((int) value == value ? String.valueOf(value) : value + "L");
  }
}
