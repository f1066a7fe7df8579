package dev.retort.cli.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retort.canonical.Snapshot;
import dev.retort.processor.generate.SchemaDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts one revision in place of several. Before a source is touched, the project is compiled as it
 * would be: the chain must lead to the same schema, and know its heads by the checksums that they
 * have in databases now.
 */
public final class Squashing {

  private static final Pattern REPLACES =
      Pattern.compile("\\breplaces =\\s*(\"\\w+\"|\\{[^}]*\\})");
  private static final Pattern ID = Pattern.compile("\"(\\w+)\"");
  private static final Path RETORT = Path.of("META-INF", "retort");

  private final Project project;
  private final ProjectCompiler compiler;

  /** In this project. */
  public Squashing(Project project) {
    this.project = project;
    this.compiler = new ProjectCompiler(project);
  }

  /**
   * What was done.
   *
   * @param draft the revision
   * @param removed the sources that are gone, as people see them
   * @param warnings what else was said
   */
  public record Outcome(Drafting.Draft draft, List<String> removed, List<Message> warnings) {

    public Outcome {
      removed = List.copyOf(removed);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Squashes.
   *
   * @param range the first and the last revision, as targets with a colon between them
   * @param message what the new one does; made up if none is given
   * @throws ProjectException if it is refused, or something else would change; then no source was
   *     touched
   */
  public Outcome squash(String range, Optional<String> message) {
    Map<String, String> request = new LinkedHashMap<>(Map.of("retort.squash", range));
    message.ifPresent(text -> request.put("retort.message", text));
    try (Workplace now = new Workplace();
        Workplace then = new Workplace()) {
      NavigableSet<Path> sources = Sources.all(project);
      Drafting.requireNoErrors(compiler.compile(sources, request, now.directory()));
      Path draft = only(now.directory().resolve(RETORT).resolve("squash"));
      String source = Files.readString(draft, UTF_8);
      String id = Sources.idOf(source).orElseThrow();
      Set<Path> removed = replaced(id, source);
      Path file = Sources.ofRevisions(project).get(id).resolveSibling(draft.getFileName());
      if (Files.exists(file) && !removed.contains(file)) {
        throw new ProjectException(ProjectProblems.inTheWay(project.shown(file)));
      }

      sources.removeAll(removed);
      sources.add(draft);
      List<Message> said =
          Drafting.requireNoErrors(compiler.compile(sources, Map.of(), then.directory()));
      requireSame(now, then);

      replace(removed, file, source);
      return new Outcome(
          new Drafting.Draft(
              id,
              project.shown(file),
              source,
              Drafting.sql(then, id, "upgrade"),
              Drafting.sql(then, id, "downgrade")),
          removed.stream().map(project::shown).toList(),
          Drafting.warnings(said));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sources that the draft stands in place of; each of these must hold nothing else. */
  private Set<Path> replaced(String id, String source) {
    Set<String> gone = new LinkedHashSet<>();
    Matcher list = REPLACES.matcher(source);
    if (list.find()) {
      ID.matcher(list.group(1)).results().forEach(each -> gone.add(each.group(1)));
    }
    gone.add(id);
    Map<String, Path> known = Sources.ofRevisions(project);
    if (!known.containsKey(id)) {
      throw Sources.missing(project, id);
    }
    Set<Path> files = new LinkedHashSet<>();
    gone.stream().filter(known::containsKey).map(known::get).forEach(files::add);
    known.forEach(
        (other, file) -> {
          if (files.contains(file) && !gone.contains(other)) {
            throw new ProjectException(ProjectProblems.holdsAnother(project.shown(file), other));
          }
        });
    return files;
  }

  private static void requireSame(Workplace now, Workplace then) {
    List<String> differences = SchemaDraft.differences(snapshot(now), snapshot(then));
    if (!differences.isEmpty()) {
      throw new ProjectException(ProjectProblems.squashDiffers(differences));
    }
    SourceRegistry registry = SourceRegistry.in(then).orElseThrow();
    List<String> forgotten =
        SourceRegistry.in(now).orElseThrow().heads().values().stream()
            .filter(checksum -> !registry.text().contains(checksum))
            .sorted()
            .toList();
    if (!forgotten.isEmpty()) {
      throw new ProjectException(ProjectProblems.squashForgets(forgotten));
    }
  }

  private static Snapshot snapshot(Workplace output) {
    return Snapshot.parse(text(output.directory().resolve(RETORT).resolve("snapshot.json")));
  }

  /** The new source is there, under another name, before any old one goes. */
  private void replace(Set<Path> removed, Path file, String source) {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(aside, source, UTF_8);
      for (Path old : removed) {
        Files.delete(old);
      }
      Files.move(aside, file);
    } catch (IOException e) {
      throw new ProjectException(
          ProjectProblems.squashUnfinished(
              project.shown(file), removed.stream().map(project::shown).toList(), e.toString()));
    }
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
