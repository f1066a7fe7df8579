package dev.retort.processor.migration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads revisions to replay them: freshly compiled ones, then those that an earlier compilation
 * left behind, then libraries. Retort's own API comes from the processor, so that what a revision
 * records can be read here.
 *
 * <p>This keeps revisions honest; it is no sandbox. Compiling a project runs its code, as any
 * processor does.
 */
final class RevisionClassLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final List<String> API =
      List.of(
          "dev.retort.schema.",
          "dev.retort.operation.",
          "dev.retort.revision.",
          "dev.retort.problem.");

  private final Map<String, byte[]> compiled;
  private final CompilationFiles files;

  RevisionClassLoader(Map<String, byte[]> compiled, CompilationFiles files) {
    super("retort-revisions", ClassLoader.getPlatformClassLoader());
    this.compiled = Map.copyOf(compiled);
    this.files = files;
  }

  /** Whether the class may be one of Retort's that revisions use. */
  static boolean isApi(String name) {
    return API.stream().anyMatch(name::startsWith);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] own = compiled.get(name);
    if (own == null && isApi(name)) {
      Optional<Class<?>> api = api(name);
      if (api.isPresent()) {
        return api.get();
      }
    }
    byte[] bytes = own != null ? own : earlierOrLibrary(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static Optional<Class<?>> api(String name) {
    try {
      return Optional.of(Class.forName(name, false, RevisionClassLoader.class.getClassLoader()));
    } catch (ClassNotFoundException notOurs) {
      return Optional.empty();
    }
  }

  private byte[] earlierOrLibrary(String name) {
    synchronized (files) {
      return files.libraryClass(name).or(() -> files.compiledClass(name)).orElse(null);
    }
  }
}
