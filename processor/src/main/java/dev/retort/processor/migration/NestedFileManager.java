package dev.retort.processor.migration;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** The files of a nested compilation: the platform, the libraries, and an output in memory. */
final class NestedFileManager extends ForwardingJavaFileManager<StandardJavaFileManager> {

  private final CompilationFiles files;
  private final Map<String, ByteArrayOutputStream> output = new HashMap<>();

  NestedFileManager(StandardJavaFileManager platform, CompilationFiles files) {
    super(platform);
    this.files = files;
  }

  /** The classes that were compiled, by binary name. */
  Map<String, byte[]> compiled() {
    return output.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toByteArray()));
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.CLASS_PATH
        || location == StandardLocation.CLASS_OUTPUT
        || (isPlatform(location) && super.hasLocation(location));
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (location == StandardLocation.CLASS_PATH) {
      List<JavaFileObject> found = new ArrayList<>();
      if (kinds.contains(JavaFileObject.Kind.CLASS)) {
        files.libraryClassesOf(packageName).forEach(name -> found.add(new LibraryClass(name)));
      }
      return found;
    }
    return isPlatform(location) ? super.list(location, packageName, kinds, recurse) : List.of();
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof LibraryClass library
        ? library.binaryName
        : super.inferBinaryName(location, file);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    return new SimpleJavaFileObject(memory(className), kind) {
      @Override
      public OutputStream openOutputStream() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        output.put(className, bytes);
        return bytes;
      }
    };
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a.toUri().equals(b.toUri());
  }

  private static boolean isPlatform(Location location) {
    return location == StandardLocation.PLATFORM_CLASS_PATH
        || location == StandardLocation.SYSTEM_MODULES
        || location.getName().startsWith(StandardLocation.SYSTEM_MODULES.getName());
  }

  private static URI memory(String binaryName) {
    return URI.create("mem:///" + binaryName.replace('.', '/') + ".class");
  }

  private final class LibraryClass extends SimpleJavaFileObject {
    private final String binaryName;

    private LibraryClass(String binaryName) {
      super(memory(binaryName), Kind.CLASS);
      this.binaryName = binaryName;
    }

    @Override
    public InputStream openInputStream() throws IOException {
      return new ByteArrayInputStream(
          files
              .libraryClass(binaryName)
              .orElseThrow(() -> new IOException("no class file of " + binaryName)));
    }
  }
}
