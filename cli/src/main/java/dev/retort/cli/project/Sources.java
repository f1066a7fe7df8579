package dev.retort.cli.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of a project. */
public final class Sources {

  /** The id in an annotation, wherever in it; a text may hold brackets, which end nothing here. */
  private static final Pattern REVISION =
      Pattern.compile(
          "@Migration\\s*\\((?:[^()\"]|\"(?:\\\\.|[^\"\\\\])*\")*?\\brevision\\s*=\\s*\"(\\w+)\"");

  private Sources() {}

  /**
   * All sources, sorted.
   *
   * @throws ProjectException if there are none
   */
  static NavigableSet<Path> all(Project project) {
    NavigableSet<Path> sources = present(project);
    if (sources.isEmpty()) {
      throw new ProjectException(ProjectProblems.noSources(roots(project)));
    }
    return sources;
  }

  /** All sources, sorted; none where there are none yet. */
  static NavigableSet<Path> present(Project project) {
    NavigableSet<Path> sources = new TreeSet<>();
    for (Path root : project.sourceRoots()) {
      if (Files.isDirectory(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          files.filter(Sources::isClassSource).forEach(sources::add);
        } catch (IOException | UncheckedIOException e) {
          throw new ProjectException(
              ProjectProblems.unreadable(project.shown(root), e.getMessage()));
        }
      }
    }
    return sources;
  }

  /** The sources of revisions by their ids, as far as an id is written as a literal. */
  public static Map<String, Path> ofRevisions(Project project) {
    return ofRevisions(project, all(project));
  }

  /** The same; none where there are no sources yet. */
  static Map<String, Path> ofRevisionsPresent(Project project) {
    return ofRevisions(project, present(project));
  }

  private static Map<String, Path> ofRevisions(Project project, Collection<Path> sources) {
    Map<String, Path> revisions = new LinkedHashMap<>();
    for (Path source : sources) {
      id(text(project, source), revisions, source);
    }
    return revisions;
  }

  /** The id of the first revision in a source, if that is written as a literal. */
  static Optional<String> idOf(String text) {
    Matcher annotation = REVISION.matcher(text);
    return annotation.find() ? Optional.of(annotation.group(1)) : Optional.empty();
  }

  /** The problem of a revision without a source. */
  public static ProjectException missing(Project project, String revision) {
    return new ProjectException(ProjectProblems.noSource(revision, roots(project)));
  }

  static String text(Project project, Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new ProjectException(
          ProjectProblems.unreadable(project.shown(source), e.getClass().getSimpleName()));
    }
  }

  private static void id(String text, Map<String, Path> revisions, Path source) {
    Matcher annotation = REVISION.matcher(text);
    while (annotation.find()) {
      revisions.putIfAbsent(annotation.group(1), source);
    }
  }

  /** Without descriptions of modules: the class path is one for all, as the processor reads it. */
  private static boolean isClassSource(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java") && !name.equals("module-info.java") && Files.isRegularFile(file);
  }

  private static List<String> roots(Project project) {
    return project.sourceRoots().stream().map(project::shown).toList();
  }
}
