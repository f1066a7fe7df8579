package dev.retort.processor;

import dev.retort.processor.report.CompilerEnvironment;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;

/** Where the sources of this module are, as far as the sources that are known tell. */
final class SourceRoots {

  private final CompilerEnvironment compiler;
  private final List<Path> outputs;

  /**
   * The roots of a compilation.
   *
   * @param outputs where the compiler writes to: what lies there is generated
   */
  SourceRoots(CompilerEnvironment compiler, List<Path> outputs) {
    this.compiler = compiler;
    this.outputs = outputs;
  }

  /** The root that the first of the classes was read from whose source a person wrote. */
  Optional<Path> rootOf(Collection<TypeElement> types) {
    return types.stream()
        .map(this::rootOf)
        .flatMap(Optional::stream)
        .filter(root -> outputs.stream().noneMatch(root::startsWith))
        .findFirst();
  }

  /** The file that the class or package was read from; empty where it is none on disk. */
  Optional<Path> fileOf(Element type) {
    return compiler.sourceOf(type).map(FileObject::toUri).flatMap(SourceRoots::fileOf);
  }

  private Optional<Path> rootOf(TypeElement type) {
    Path path = Path.of(type.getQualifiedName().toString().replace('.', '/') + ".java");
    return fileOf(type)
        .filter(file -> file.endsWith(path))
        .map(
            file -> {
              Path root = file;
              for (int depth = path.getNameCount(); depth > 0; depth--) {
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
