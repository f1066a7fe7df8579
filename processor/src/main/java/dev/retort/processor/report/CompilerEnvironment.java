package dev.retort.processor.report;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;

/**
 * The compiler behind the processing environment.
 *
 * <p>Gradle, kapt and IntelliJ's build process hand processors a wrapper; javac's syntax trees are
 * only to be had from javac's own environment. ecj has no trees at all: then everything still
 * works, with less exact positions.
 */
public final class CompilerEnvironment {

  private final ProcessingEnvironment env;
  private final Optional<Trees> trees;

  private CompilerEnvironment(ProcessingEnvironment env, Optional<Trees> trees) {
    this.env = env;
    this.trees = trees;
  }

  public static CompilerEnvironment of(ProcessingEnvironment wrapped) {
    ProcessingEnvironment env = wrapped;
    Optional<Trees> trees = treesOf(env);
    for (int depth = 0; trees.isEmpty() && depth < 3; depth++) {
      Optional<ProcessingEnvironment> inner = unwrap(env);
      if (inner.isEmpty()) {
        break;
      }
      env = inner.get();
      trees = treesOf(env);
    }
    return new CompilerEnvironment(trees.isPresent() ? env : wrapped, trees);
  }

  /** The innermost environment that could be reached. */
  public ProcessingEnvironment environment() {
    return env;
  }

  Optional<Trees> trees() {
    return trees;
  }

  /** What the sources tell of the values of enums; nothing where there are no syntax trees. */
  public EnumValues enumValues() {
    return trees.<EnumValues>map(SourceValues::new).orElse(EnumValues.UNKNOWN);
  }

  /** The source file that the class is declared in; empty for a class file or where unknown. */
  public Optional<FileObject> sourceOf(Element type) {
    if (trees.isPresent()) {
      TreePath path = trees.get().getPath(type);
      return path == null
          ? Optional.empty()
          : Optional.of(path.getCompilationUnit().getSourceFile());
    }
    return fileObjectOf(type)
        .filter(file -> file.getKind() == JavaFileObject.Kind.SOURCE)
        .map(file -> file);
  }

  /** Whether the class is compiled from source here; without trees only the compiler knows. */
  public boolean mayHaveSource(Element type) {
    return trees.isEmpty() || sourceOf(type).isPresent();
  }

  /** {@code Elements.getFileObjectOf}, which came with Java 18. */
  private Optional<JavaFileObject> fileObjectOf(Element type) {
    try {
      Method method = Elements.class.getMethod("getFileObjectOf", Element.class);
      return Optional.ofNullable((JavaFileObject) method.invoke(env.getElementUtils(), type));
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException absent) {
      return Optional.empty();
    }
  }

  private static Optional<Trees> treesOf(ProcessingEnvironment env) {
    try {
      return Optional.ofNullable(Trees.instance(env));
    } catch (IllegalArgumentException | LinkageError notJavac) {
      return Optional.empty();
    }
  }

  private static Optional<ProcessingEnvironment> unwrap(ProcessingEnvironment wrapped) {
    for (String field : new String[] {"delegate", "processingEnv"}) {
      Optional<ProcessingEnvironment> inner = fieldValue(wrapped, field);
      if (inner.isPresent()) {
        return inner;
      }
    }
    return unwrapIntelliJ(wrapped);
  }

  private static Optional<ProcessingEnvironment> fieldValue(
      ProcessingEnvironment wrapped, String name) {
    for (Class<?> type = wrapped.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(wrapped) instanceof ProcessingEnvironment inner
            ? Optional.of(inner)
            : Optional.empty();
      } catch (NoSuchFieldException inSuperclass) {
        // the loop goes on there
      } catch (IllegalAccessException | RuntimeException closed) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<ProcessingEnvironment> unwrapIntelliJ(ProcessingEnvironment wrapped) {
    try {
      Class<?> wrappers =
          wrapped.getClass().getClassLoader().loadClass("org.jetbrains.jps.javac.APIWrappers");
      Method unwrap = wrappers.getDeclaredMethod("unwrap", Class.class, Object.class);
      return Optional.ofNullable(
          (ProcessingEnvironment) unwrap.invoke(null, ProcessingEnvironment.class, wrapped));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError absent) {
      return Optional.empty();
    }
  }
}
