package dev.retort.processor.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** The directory that the compiler writes classes to, with the files that Retort keeps there. */
public final class ClassOutput {

  private static final String HOME = "META-INF/retort/";
  private static final String SERVICES = "META-INF/services/";

  private final Filer filer;

  public ClassOutput(Filer filer) {
    this.filer = filer;
  }

  /** The directory, where the output is one. */
  public Optional<Path> directory() {
    return pathOf("x").map(Path::getParent);
  }

  /** The directory that the sources of other processors are generated into, where it is one. */
  public Optional<Path> generatedSources() {
    return pathOf(StandardLocation.SOURCE_OUTPUT, "x").map(Path::getParent);
  }

  /** A file of Retort's own that an earlier compilation left, if it did. */
  public Optional<String> read(String name) {
    return resource(HOME + name);
  }

  /** The text of a file that someone else left in the class output, or empty. */
  public Optional<String> resource(String path) {
    try {
      FileObject file = filer.getResource(StandardLocation.CLASS_OUTPUT, "", path);
      try (InputStream in = file.openInputStream()) {
        return Optional.of(new String(in.readAllBytes(), UTF_8));
      }
    } catch (IOException | RuntimeException notThere) {
      return Optional.empty();
    }
  }

  /**
   * Writes a file of Retort's own.
   *
   * @return where it is, as people would say it
   */
  public String write(String name, String text) throws IOException {
    return writeResource(HOME + name, text);
  }

  /** Names an implementation for {@link java.util.ServiceLoader}. */
  public void registerService(String service, String implementation) throws IOException {
    writeResource(SERVICES + service, implementation + "\n");
  }

  /** The implementation that an earlier compilation named for the service, if it did. */
  public Optional<String> registeredService(String service) {
    return resource(SERVICES + service).map(String::strip).filter(name -> !name.isEmpty());
  }

  /** Names no implementation for the service any more. */
  public void unregisterService(String service) throws IOException {
    deleteResource(SERVICES + service);
  }

  /** Deletes a file of Retort's own that an earlier compilation left, if it did. */
  public void delete(String name) throws IOException {
    deleteResource(HOME + name);
  }

  /** Deletes a class that an earlier compilation generated, its source too. */
  public void deleteClass(String qualifiedName) throws IOException {
    String path = qualifiedName.replace('.', '/');
    deleteResource(path + ".class");
    Optional<Path> source = pathOf(StandardLocation.SOURCE_OUTPUT, path + ".java");
    if (source.isPresent()) {
      Files.deleteIfExists(source.get());
    }
  }

  private void deleteResource(String name) throws IOException {
    Optional<Path> file = pathOf(name);
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }

  /** Writes a Java source that takes part in this compilation. */
  public void writeSource(String qualifiedName, String text) throws IOException {
    try (Writer writer = filer.createSourceFile(qualifiedName).openWriter()) {
      writer.write(text);
    }
  }

  /** Writes a class that takes part in this compilation. */
  public void writeClass(String binaryName, byte[] bytes) throws IOException {
    try (OutputStream out = filer.createClassFile(binaryName).openOutputStream()) {
      out.write(bytes);
    }
  }

  /** Deletes what an earlier compilation left in one of Retort's own folders. */
  public void clear(String folder) throws IOException {
    Optional<Path> path = pathOf(HOME + folder + "/x").map(Path::getParent);
    if (path.filter(Files::isDirectory).isPresent()) {
      try (var files = Files.newDirectoryStream(path.get())) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(path.get());
    }
  }

  private String writeResource(String name, String text) throws IOException {
    FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", name);
    try (OutputStream out = file.openOutputStream()) {
      out.write(text.getBytes(UTF_8));
    }
    return place(file).map(Path::toString).orElse(file.getName());
  }

  private Optional<Path> pathOf(String name) {
    return pathOf(StandardLocation.CLASS_OUTPUT, name);
  }

  private Optional<Path> pathOf(StandardLocation location, String name) {
    try {
      return place(filer.getResource(location, "", name));
    } catch (IOException | RuntimeException notThere) {
      return Optional.empty();
    }
  }

  private static Optional<Path> place(FileObject file) {
    try {
      return Optional.of(Path.of(file.toUri()));
    } catch (IllegalArgumentException | FileSystemNotFoundException notOnDisk) {
      return Optional.empty();
    }
  }
}
