package dev.retort.cli.project;

import dev.retort.problem.Problem;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the compiler, or Retort's processor in it, said.
 *
 * @param kind how bad it is
 * @param file the source that it is about, as people see it; empty if it is about none
 * @param line the line, from 1; 0 if it is about none
 * @param column the column, from 1; 0 if it is about none
 * @param text the text, as it was said
 */
public record Message(Kind kind, String file, long line, long column, String text) {

  private static final Pattern PROBLEM =
      Pattern.compile("(?:[\\w.$]+: )?\\[(RT\\d{3})\\] (.*?) Fix: (.*)", Pattern.DOTALL);

  /** How bad a message is. */
  public enum Kind {
    ERROR,
    WARNING,
    NOTE
  }

  /** What Retort said, at a class without a source too; empty where it was the compiler itself. */
  public Optional<Problem> problem() {
    Matcher said = PROBLEM.matcher(text);
    return said.matches()
        ? Optional.of(new Problem(said.group(1), said.group(2), said.group(3)))
        : Optional.empty();
  }

  /** The same with other words for commands; what the compiler itself said stays as it is. */
  public Message in(UnaryOperator<String> words) {
    return problem()
        .map(said -> new Problem(said.code(), said.fact(), words.apply(said.fix())))
        .map(said -> new Message(kind, file, line, column, said.text()))
        .orElse(this);
  }

  /** Whether it is one of Retort's with that code, or one that begins so. */
  public boolean is(String code) {
    return problem().filter(problem -> problem.code().startsWith(code)).isPresent();
  }

  /** With its place before it, as Maven prints it. */
  public String shown() {
    String said = problem().map(Problem::text).orElse(text);
    if (file.isEmpty()) {
      return said;
    }
    return line > 0 ? file + ":[" + line + "," + column + "] " + said : file + ": " + said;
  }
}
