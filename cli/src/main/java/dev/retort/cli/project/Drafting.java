package dev.retort.cli.project;

import dev.retort.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Has the processor check a project or draft a revision in it.
 *
 * <p>A draft is compiled a second time, as everybody will from then on: that it is whole is not
 * believed but seen.
 */
public final class Drafting {

  private static final Pattern ID = Pattern.compile("\\brevision = \"(\\w+)\"");
  private static final String EMPTY = "retort.empty";
  private static final Path SQL = Path.of("META-INF", "retort", "sql");

  private final Project project;
  private final ProjectCompiler compiler;

  public Drafting(Project project) {
    this.project = project;
    this.compiler = new ProjectCompiler(project);
  }

  /**
   * What came of a draft.
   *
   * @param revision the revision; empty if there was nothing to draft
   * @param reason why there was nothing to draft, where there was not
   * @param warnings what else was said
   */
  public record Outcome(
      Optional<Draft> revision, Optional<Problem> reason, List<Message> warnings) {

    public Outcome {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * A drafted revision.
   *
   * @param id its id
   * @param file its source file, as people see it
   * @param source the text of that
   * @param upgradeSql the SQL of its upgrade, for reading
   * @param downgradeSql the SQL of its downgrade, for reading
   */
  public record Draft(
      String id, String file, String source, String upgradeSql, String downgradeSql) {}

  /**
   * Has a revision drafted.
   *
   * @param request the processor's options that ask for it
   * @throws ProjectException if the project does not compile, with the draft or without it, or the
   *     processor refuses; then there is no draft
   */
  public Outcome draft(Map<String, String> request) {
    NavigableSet<Path> before = Sources.all(project);
    boolean whole = false;
    try {
      Outcome outcome = draft(before, request);
      whole = true;
      return outcome;
    } finally {
      if (!whole) {
        // Other sources may have come meanwhile, from an editor: those are not ours.
        added(before).stream().filter(this::isRevision).forEach(Drafting::delete);
      }
    }
  }

  private Outcome draft(NavigableSet<Path> before, Map<String, String> request) {
    // What an empty one leaves undone is no reason to refuse it.
    Map<String, String> options =
        request.containsKey(EMPTY) ? Map.of("retort.drift", "warning") : Map.of();
    Map<String, String> all = new LinkedHashMap<>(request);
    all.putAll(options);
    List<Message> first;
    NavigableSet<Path> added;
    try (Workplace output = new Workplace()) {
      first = compiler.compile(before, all, output.directory());
      added = added(before);
      requireNoErrors(
          first,
          added.isEmpty() ? ProjectProblems::doesNotCompile : ProjectProblems::draftDoesNotCompile);
    }
    return added.isEmpty()
        ? new Outcome(Optional.empty(), reason(first), warnings(first))
        : compiled(added.first(), options);
  }

  private NavigableSet<Path> added(NavigableSet<Path> before) {
    NavigableSet<Path> added = Sources.all(project);
    added.removeAll(before);
    return added;
  }

  private boolean isRevision(Path file) {
    return ID.matcher(Sources.text(project, file)).find();
  }

  /** The draft as everybody will compile it from then on. */
  private Outcome compiled(Path file, Map<String, String> options) {
    String source = Sources.text(project, file);
    Matcher id = ID.matcher(source);
    if (!id.find()) {
      throw new IllegalStateException("no id in " + file);
    }
    try (Workplace output = new Workplace()) {
      List<Message> second = compiler.compile(Sources.all(project), options, output.directory());
      requireNoErrors(second, ProjectProblems::draftDoesNotCompile);
      return new Outcome(
          Optional.of(
              new Draft(
                  id.group(1),
                  project.shown(file),
                  source,
                  sql(output, id.group(1), "upgrade"),
                  sql(output, id.group(1), "downgrade"))),
          Optional.empty(),
          warnings(second));
    }
  }

  /**
   * What the sources say.
   *
   * @param differences what entities and revisions disagree on, and what is wrong with the
   *     revisions
   * @param registry what the revisions would be compiled to; empty where there are none, or where
   *     they are no history
   */
  public record Comparison(List<Message> differences, Optional<SourceRegistry> registry) {

    public Comparison {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Compares entities and revisions.
   *
   * @throws ProjectException if the sources do not compile
   */
  public Comparison check() {
    try (Workplace output = new Workplace()) {
      List<Message> said = compiler.compile(Sources.all(project), Map.of(), output.directory());
      List<Message> differences = said.stream().filter(Drafting::isDifference).toList();
      if (differences.isEmpty()) {
        requireNoErrors(said);
      }
      return new Comparison(differences, SourceRegistry.in(output));
    }
  }

  private static boolean isDifference(Message message) {
    return message.is("RT2") || (message.is("RT1") && message.kind() == Message.Kind.ERROR);
  }

  private static Optional<Problem> reason(List<Message> said) {
    return said.stream()
        .filter(message -> message.is("RT4") && message.kind() == Message.Kind.NOTE)
        .flatMap(message -> message.problem().stream())
        .findFirst();
  }

  static List<Message> warnings(List<Message> said) {
    return said.stream()
        .filter(message -> message.kind() == Message.Kind.WARNING && message.is("RT"))
        .toList();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One problem of Retort's that is about no place is told as what it is. */
  static List<Message> requireNoErrors(List<Message> said) {
    return requireNoErrors(said, ProjectProblems::doesNotCompile);
  }

  private static List<Message> requireNoErrors(List<Message> said, IntFunction<Problem> ofErrors) {
    List<Message> errors = new ArrayList<>();
    said.stream().filter(message -> message.kind() == Message.Kind.ERROR).forEach(errors::add);
    if (errors.isEmpty()) {
      return said;
    }
    Optional<Problem> only = errors.size() == 1 ? errors.get(0).problem() : Optional.empty();
    if (only.isPresent() && errors.get(0).file().isEmpty()) {
      throw new ProjectException(only.get());
    }
    throw new ProjectException(ofErrors.apply(errors.size()), errors);
  }

  static String sql(Workplace output, String id, String direction) {
    Path folder = output.directory().resolve(SQL);
    String ending = "-" + id + "." + direction + ".sql";
    try (Stream<Path> files = Files.list(folder)) {
      Optional<Path> file = files.filter(each -> each.toString().endsWith(ending)).findFirst();
      return file.isPresent() ? Files.readString(file.get()) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
