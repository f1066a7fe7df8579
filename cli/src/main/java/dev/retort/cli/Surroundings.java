package dev.retort.cli;

import static java.util.Objects.requireNonNull;

import dev.retort.Registries;
import dev.retort.revision.RevisionRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a command finds around it. Immutable; the methods that set something give a new instance.
 *
 * @param out where results are printed
 * @param err where problems and progress are printed
 * @param environment the environment's variables
 * @param directory the working directory: {@code .env} and relative paths are looked for there
 * @param terminal whether a person looks at what is printed: then there are colours, and progress
 *     is a line that is rewritten
 * @param registry finds the application's revisions, when a command needs them; it throws what
 *     {@link Registries#only} throws
 * @param words says a text that names commands as one types them in a shell, as one types them here
 */
public record Surroundings(
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Path directory,
    boolean terminal,
    Supplier<RevisionRegistry> registry,
    UnaryOperator<String> words) {

  public Surroundings {
    requireNonNull(out, "out");
    requireNonNull(err, "err");
    environment = Map.copyOf(environment);
    requireNonNull(directory, "directory");
    requireNonNull(registry, "registry");
    requireNonNull(words, "words");
  }

  /**
   * Those of this process: its environment and working directory, no terminal, the registry that
   * the thread's class loader has, and commands as one types them in a shell.
   */
  public static Surroundings of(PrintWriter out, PrintWriter err) {
    return new Surroundings(
        out,
        err,
        System.getenv(),
        Path.of("").toAbsolutePath(),
        false,
        () -> Registries.only(loaderOfThread()),
        UnaryOperator.identity());
  }

  /** With the revisions of the registry that this class loader has. */
  public Surroundings classLoader(ClassLoader loader) {
    requireNonNull(loader, "loader");
    return registry(() -> Registries.only(loader));
  }

  /** With the revisions of this registry. */
  public Surroundings registry(Supplier<RevisionRegistry> other) {
    return new Surroundings(out, err, environment, directory, terminal, other, words);
  }

  /** With these variables instead of those of the process. */
  public Surroundings environment(Map<String, String> other) {
    return new Surroundings(out, err, other, directory, terminal, registry, words);
  }

  /** With this working directory. */
  public Surroundings directory(Path other) {
    return new Surroundings(out, err, environment, other, terminal, registry, words);
  }

  /** With or without a person who looks at it. */
  public Surroundings terminal(boolean other) {
    return new Surroundings(out, err, environment, directory, other, registry, words);
  }

  /**
   * With other words for commands: for a build tool, whose users type something else. It is given
   * texts in which commands are {@code retort upgrade heads}, and options {@code --url URL}.
   */
  public Surroundings words(UnaryOperator<String> other) {
    return new Surroundings(out, err, environment, directory, terminal, registry, other);
  }

  /** Without the environment, which may hold secrets. */
  @Override
  public String toString() {
    return "Surroundings[directory=" + directory + ", terminal=" + terminal + "]";
  }

  private static ClassLoader loaderOfThread() {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return ofThread == null ? Surroundings.class.getClassLoader() : ofThread;
  }
}
