package dev.retort.cli;

import static java.util.Objects.requireNonNull;

import dev.retort.Registries;
import dev.retort.revision.RevisionRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
 * @param registries finds the application's revisions, when a command needs them: those of the
 *     registry that {@code --registry} names, or of the only one where nothing is named; it throws
 *     what {@link Registries#named} and {@link Registries#only} throw
 * @param words says a text that names commands as one types them in a shell, as one types them here
 */
public record Surroundings(
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Path directory,
    boolean terminal,
    Function<Optional<String>, RevisionRegistry> registries,
    UnaryOperator<String> words) {

  public Surroundings {
    requireNonNull(out, "out");
    requireNonNull(err, "err");
    environment = Map.copyOf(environment);
    requireNonNull(directory, "directory");
    requireNonNull(registries, "registries");
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
        name -> registry(name, loaderOfThread()),
        UnaryOperator.identity());
  }

  /** With the revisions of the registry that this class loader has. */
  public Surroundings classLoader(ClassLoader loader) {
    requireNonNull(loader, "loader");
    return registries(name -> registry(name, loader));
  }

  /** With the revisions of this registry, whatever {@code --registry} names. */
  public Surroundings registry(Supplier<RevisionRegistry> other) {
    requireNonNull(other, "other");
    return registries(name -> other.get());
  }

  /** With revisions that are found so, by the name of their registry if one is given. */
  public Surroundings registries(Function<Optional<String>, RevisionRegistry> other) {
    return new Surroundings(out, err, environment, directory, terminal, other, words);
  }

  /** With these variables instead of those of the process. */
  public Surroundings environment(Map<String, String> other) {
    return new Surroundings(out, err, other, directory, terminal, registries, words);
  }

  /** With this working directory. */
  public Surroundings directory(Path other) {
    return new Surroundings(out, err, environment, other, terminal, registries, words);
  }

  /** With or without a person who looks at it. */
  public Surroundings terminal(boolean other) {
    return new Surroundings(out, err, environment, directory, other, registries, words);
  }

  /**
   * With other words for commands: for a build tool, whose users type something else. It is given
   * texts in which commands are {@code retort upgrade heads}, and options {@code --url URL}.
   */
  public Surroundings words(UnaryOperator<String> other) {
    return new Surroundings(out, err, environment, directory, terminal, registries, other);
  }

  /** Without the environment, which may hold secrets. */
  @Override
  public String toString() {
    return "Surroundings[directory=" + directory + ", terminal=" + terminal + "]";
  }

  private static RevisionRegistry registry(Optional<String> name, ClassLoader loader) {
    return name.isPresent() ? Registries.named(name.get(), loader) : Registries.only(loader);
  }

  private static ClassLoader loaderOfThread() {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return ofThread == null ? Surroundings.class.getClassLoader() : ofThread;
  }
}
