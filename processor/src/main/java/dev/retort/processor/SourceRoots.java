package dev.retort.processor;

import dev.retort.processor.report.CompilerEnvironment;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;

/** Where the sources of this module are, as far as the sources that are known tell. */
final class SourceRoots {

  private final CompilerEnvironment compiler;

  SourceRoots(CompilerEnvironment compiler) {
    this.compiler = compiler;
  }

  /** The root that the first of the given classes was read from whose source is a file. */
  Optional<Path> rootOf(Collection<TypeElement> types) {
    return types.stream().map(this::rootOf).flatMap(Optional::stream).findFirst();
  }

  private Optional<Path> rootOf(TypeElement type) {
    String path = type.getQualifiedName().toString().replace('.', '/') + ".java";
    return compiler
        .sourceOf(type)
        .map(FileObject::toUri)
        .flatMap(SourceRoots::fileOf)
        .filter(file -> file.endsWith(Path.of(path)))
        .map(
            file -> {
              Path root = file;
              for (int depth = Path.of(path).getNameCount(); depth > 0; depth--) {
                root = root.getParent();
              }
              return root;
            });
  }

  private static Optional<Path> fileOf(URI uri) {
    try {
      return Optional.of(Path.of(uri));
    } catch (IllegalArgumentException | FileSystemNotFoundException notOnDisk) {
      return Optional.empty();
    }
  }
}
