package dev.retort.processor.generate;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.tools.JavaFileObject;

/** Sources, compiled in memory and loaded. */
final class Compiled extends ClassLoader {

  private final Map<String, byte[]> classes = new HashMap<>();

  private Compiled(Compilation compilation) {
    super(Compiled.class.getClassLoader());
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String path = file.getName().replaceFirst("^/?CLASS_OUTPUT/", "");
        classes.put(path.replace('/', '.').replaceFirst("\\.class$", ""), bytes(file));
      }
    }
  }

  /** Compiles the sources by qualified class name, all at once; any warning or error fails. */
  static Compiled of(Map<String, String> sources) {
    Compilation compilation =
        Compiler.javac()
            .withOptions("-Xlint:all", "-proc:none")
            .compile(
                sources.entrySet().stream()
                    .map(e -> JavaFileObjects.forSourceString(e.getKey(), e.getValue()))
                    .toList());
    assertThat(compilation).succeededWithoutWarnings();
    return new Compiled(compilation);
  }

  /** A new instance of the class of that name. */
  <T> T create(Class<T> type, String className) {
    try {
      return type.cast(loadClass(className).getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(className, e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static byte[] bytes(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
