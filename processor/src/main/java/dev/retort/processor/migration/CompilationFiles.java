package dev.retort.processor.migration;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/**
 * The class files that this compilation can see, told apart: those of libraries, and those of the
 * module that is being compiled.
 *
 * <p>A processor is not told the class path, and the public API has no question for it. What can be
 * asked is which classes there are ({@link Elements}) and for the file of each ({@link Filer});
 * that is enough, and works alike in javac and ecj.
 */
final class CompilationFiles {

  private final Elements elements;
  private final Filer filer;
  private final Set<String> generated;
  private final Map<String, Optional<FileObject>> libraryFiles = new HashMap<>();
  private final Optional<String> classOutputRoot;

  /**
   * The class files of the given compilation.
   *
   * @param generated the binary names of the classes that it generated itself: javac warns when one
   *     of their files is asked for again
   */
  CompilationFiles(ProcessingEnvironment env, Set<String> generated) {
    this.generated = generated;
    this.elements = env.getElementUtils();
    this.filer = env.getFiler();
    this.classOutputRoot = classOutputRoot();
  }

  /** The binary names of the library classes of a package, nested ones too. */
  List<String> libraryClassesOf(String packageName) {
    List<String> names = new ArrayList<>();
    PackageElement found = elements.getPackageElement(packageName);
    if (found != null) {
      for (TypeElement type : ElementFilter.typesIn(found.getEnclosedElements())) {
        if (libraryFile(type.getQualifiedName().toString()).isPresent()) {
          addWithNested(type, names);
        }
      }
    }
    return names;
  }

  private void addWithNested(TypeElement type, List<String> names) {
    names.add(elements.getBinaryName(type).toString());
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(n -> addWithNested(n, names));
  }

  /** The class file of a library class; empty for classes of this module. */
  Optional<FileObject> libraryFile(String binaryName) {
    if (generated.contains(binaryName)) {
      return Optional.empty();
    }
    Optional<FileObject> known = libraryFiles.get(binaryName);
    if (known == null) {
      known = lookUp(binaryName).filter(file -> !isInClassOutput(file));
      libraryFiles.put(binaryName, known);
    }
    return known;
  }

  /** The bytes of a library class. */
  Optional<byte[]> libraryClass(String binaryName) {
    return libraryFile(binaryName).flatMap(CompilationFiles::bytes);
  }

  /** The bytes of a class that an earlier compilation of this module left in the class output. */
  Optional<byte[]> compiledClass(String binaryName) {
    try {
      return bytes(
          filer.getResource(
              StandardLocation.CLASS_OUTPUT, packageOf(binaryName), fileName(binaryName)));
    } catch (IOException | IllegalArgumentException notThere) {
      return Optional.empty();
    }
  }

  /** Whether the named class belongs to the module that is being compiled. */
  boolean isOwnClass(String qualifiedName) {
    TypeElement type = elements.getTypeElement(qualifiedName);
    if (type == null) {
      return false;
    }
    Element outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement enclosing) {
      outermost = enclosing;
    }
    ModuleElement module = elements.getModuleOf(type);
    boolean platform = module != null && module.getQualifiedName().toString().startsWith("java.");
    return !platform
        && libraryFile(((TypeElement) outermost).getQualifiedName().toString()).isEmpty();
  }

  private Optional<FileObject> lookUp(String binaryName) {
    Optional<FileObject> onClassPath =
        resource(StandardLocation.CLASS_PATH, packageOf(binaryName), fileName(binaryName));
    if (onClassPath.isPresent()) {
      return onClassPath;
    }
    PackageElement owner = elements.getPackageElement(packageOf(binaryName));
    ModuleElement module = owner == null ? null : elements.getModuleOf(owner);
    // javac fails where a module of the JDK is asked for on the module path.
    if (module == null || module.isUnnamed() || isOfTheJdk(module)) {
      return Optional.empty();
    }
    return resource(
        StandardLocation.MODULE_PATH,
        module.getQualifiedName() + "/" + packageOf(binaryName),
        fileName(binaryName));
  }

  private static boolean isOfTheJdk(ModuleElement module) {
    String name = module.getQualifiedName().toString();
    return name.startsWith("java.") || name.startsWith("jdk.");
  }

  private Optional<FileObject> resource(Location location, String packageName, String fileName) {
    try {
      return Optional.ofNullable(filer.getResource(location, packageName, fileName));
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException notThere) {
      return Optional.empty();
    }
  }

  private boolean isInClassOutput(FileObject file) {
    return classOutputRoot.filter(root -> uriOf(file).startsWith(root)).isPresent();
  }

  private Optional<String> classOutputRoot() {
    String probe = "META-INF/retort/probe";
    return resource(StandardLocation.CLASS_OUTPUT, "", probe)
        .map(CompilationFiles::uriOf)
        .filter(uri -> uri.endsWith(probe))
        .map(uri -> uri.substring(0, uri.length() - probe.length()));
  }

  private static String uriOf(FileObject file) {
    URI uri = file.toUri();
    return uri == null ? "" : uri.normalize().toString();
  }

  private static Optional<byte[]> bytes(FileObject file) {
    try (InputStream in = file.openInputStream()) {
      return Optional.of(in.readAllBytes());
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  static String packageOf(String binaryName) {
    int dot = binaryName.lastIndexOf('.');
    return dot < 0 ? "" : binaryName.substring(0, dot);
  }

  private static String fileName(String binaryName) {
    return binaryName.substring(binaryName.lastIndexOf('.') + 1) + ".class";
  }
}
