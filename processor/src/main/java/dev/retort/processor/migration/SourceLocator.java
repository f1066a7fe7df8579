package dev.retort.processor.migration;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;

/**
 * Finds the sources of revisions: the compiler knows them where it parses them itself; otherwise
 * the source root that the user named does.
 */
public final class SourceLocator {

  private final SourceFiles compiler;
  private final Optional<Path> sourceRoot;

  /** The compiler's own knowledge of where a class was read from. */
  @FunctionalInterface
  public interface SourceFiles {
    /** The source file that the class is declared in; empty for a class file. */
    Optional<FileObject> sourceOf(TypeElement type);
  }

  public SourceLocator(SourceFiles compiler, Optional<Path> sourceRoot) {
    this.compiler = compiler;
    this.sourceRoot = sourceRoot;
  }

  /** The sources that can be found, each with the revisions that it declares. */
  List<SourceUnit> sourcesOf(List<DeclaredRevision> revisions) {
    Map<URI, String> texts = new LinkedHashMap<>();
    Map<URI, List<DeclaredRevision>> declared = new LinkedHashMap<>();
    for (DeclaredRevision revision : revisions) {
      sourceOf(revision)
          .ifPresent(
              source -> {
                texts.putIfAbsent(source.uri(), source.text());
                declared.computeIfAbsent(source.uri(), uri -> new ArrayList<>()).add(revision);
              });
    }
    return texts.entrySet().stream()
        .map(e -> new SourceUnit(e.getKey(), e.getValue(), declared.get(e.getKey())))
        .toList();
  }

  private Optional<SourceUnit> sourceOf(DeclaredRevision revision) {
    try {
      Optional<FileObject> file = compiler.sourceOf(revision.element());
      if (file.isPresent()) {
        return Optional.of(
            new SourceUnit(
                file.get().toUri(), file.get().getCharContent(true).toString(), List.of(revision)));
      }
      Optional<Path> path = sourceRoot.map(root -> root.resolve(pathOf(revision)));
      if (path.filter(Files::isRegularFile).isPresent()) {
        return Optional.of(
            new SourceUnit(path.get().toUri(), Files.readString(path.get()), List.of(revision)));
      }
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static String pathOf(DeclaredRevision revision) {
    String outermost = revision.binaryName().replaceFirst("\\$.*", "");
    return outermost.replace('.', '/') + ".java";
  }
}
