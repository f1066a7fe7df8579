package dev.retort.processor.entity;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.retort.processor.entity.source.GeneratorClass;
import dev.retort.processor.entity.source.HibernateSettings;
import dev.retort.processor.report.CompilerEnvironment;
import dev.retort.processor.report.Finding;
import dev.retort.schema.Schema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles entity sources and reads them on the way, under every naming. */
final class Compilation {

  private final Map<MappingOptions.Naming, Schema> schemas =
      new EnumMap<>(MappingOptions.Naming.class);
  private final List<String> findings = new ArrayList<>();
  private final Map<String, String> origins = new LinkedHashMap<>();
  private final Set<String> managedNames = new LinkedHashSet<>();
  private final HibernateLibrary hibernate;
  private final boolean beanValidation;
  private final Map<String, GeneratorClass> generators;
  private HibernateSettings settings = HibernateSettings.NONE;

  private Compilation(
      HibernateLibrary hibernate, boolean beanValidation, Map<String, GeneratorClass> generators) {
    this.hibernate = hibernate;
    this.beanValidation = beanValidation;
    this.generators = generators;
  }

  /** Compiles one source file into the folder, with the given Hibernate. */
  static Compilation of(
      Path source, Path output, HibernateLibrary hibernate, boolean beanValidation)
      throws IOException {
    return of(source, output, hibernate, beanValidation, Map.of());
  }

  /** Compiles one source file into the folder, and knows what generator classes need. */
  static Compilation of(
      Path source,
      Path output,
      HibernateLibrary hibernate,
      boolean beanValidation,
      Map<String, GeneratorClass> generators)
      throws IOException {
    return of(source, output, hibernate, beanValidation, generators, HibernateSettings.NONE);
  }

  /** Compiles one source file into the folder, with Hibernate's settings. */
  static Compilation of(
      Path source,
      Path output,
      HibernateLibrary hibernate,
      boolean beanValidation,
      Map<String, GeneratorClass> generators,
      HibernateSettings settings)
      throws IOException {
    Compilation compilation = new Compilation(hibernate, beanValidation, generators);
    compilation.settings = settings;
    return compilation.run(
        List.of(written(Files.readString(source), output)),
        List.of("-classpath", path(withLombok(hibernate))),
        output,
        List.of());
  }

  /** Lombok's annotations are for a set alone; its processor does not run here. */
  private static List<Path> withLombok(HibernateLibrary hibernate) {
    List<Path> jars = new ArrayList<>(hibernate.jars());
    jars.addAll(HibernateLibrary.jarsIn(Path.of("target/lombok")));
    return jars;
  }

  /** Compiles one source text into the folder. */
  static Compilation of(String source, Path output, boolean beanValidation) throws IOException {
    return new Compilation(HibernateLibrary.SEVEN, beanValidation, Map.of())
        .run(List.of(written(source, output)), List.of(), output, List.of());
  }

  /**
   * Reads classes that are only there as class files.
   *
   * @param names their canonical names
   * @param classPath where they are, and what they need beside Hibernate
   * @param empty a folder that holds no sources
   */
  static Compilation ofClasses(
      Collection<String> names, List<Path> classPath, Path empty, HibernateLibrary hibernate)
      throws IOException {
    return ofClasses(names, classPath, empty, hibernate, Map.of());
  }

  /** Reads classes that are only there as class files, and knows what generator classes need. */
  static Compilation ofClasses(
      Collection<String> names,
      List<Path> classPath,
      Path empty,
      HibernateLibrary hibernate,
      Map<String, GeneratorClass> generators)
      throws IOException {
    List<Path> all = new ArrayList<>(classPath);
    all.addAll(hibernate.jars());
    return new Compilation(hibernate, false, generators)
        .run(
            List.of(),
            List.of("-classpath", path(all), "-sourcepath", empty.toString(), "-proc:only"),
            empty,
            names);
  }

  private static String path(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private Compilation run(
      List<Path> sources, List<String> options, Path output, Collection<String> classes)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
      List<String> arguments =
          new ArrayList<>(List.of("-d", output.toString(), "-parameters", "-Xlint:none"));
      arguments.addAll(options);
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              files,
              diagnostics,
              arguments,
              classes,
              files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(new Reader()));
      if (!task.call()) {
        throw new AssertionError(
            "the test's sources do not compile: " + diagnostics.getDiagnostics());
      }
    }
    return this;
  }

  private static Path written(String source, Path output) throws IOException {
    return Files.writeString(output.resolve("Entities.java"), source);
  }

  Schema schema(MappingOptions.Naming naming) {
    return schemas.get(naming);
  }

  /** What was found, as {@code line message}. */
  List<String> findings() {
    return findings;
  }

  /** The origin of each part of the schema under JPA naming: path to {@code Class.member}. */
  Map<String, String> origins() {
    return origins;
  }

  /** The binary names of the classes that the model consists of. */
  Set<String> managedNames() {
    return managedNames;
  }

  /** The processor: reads what the compilation declares. */
  private final class Reader extends AbstractProcessor {

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (round.processingOver()) {
        return false;
      }
      List<TypeElement> managed = EntityJar.managed(ElementFilter.typesIn(round.getRootElements()));
      managed.forEach(
          type -> managedNames.add(processingEnv.getElementUtils().getBinaryName(type).toString()));
      for (MappingOptions.Naming naming : MappingOptions.Naming.values()) {
        EntityModel model =
            new EntityReader(
                    processingEnv.getElementUtils(),
                    processingEnv.getTypeUtils(),
                    MappingOptions.of(naming)
                        .withBeanValidation(beanValidation)
                        .withGenerators(generators)
                        .withSettings(settings)
                        .withHibernate(hibernate.version()),
                    CompilerEnvironment.of(processingEnv).enumValues())
                .read(managed);
        schemas.put(naming, model.schema());
        if (naming == MappingOptions.Naming.JPA) {
          report(model);
        }
      }
      return false;
    }

    private void report(EntityModel model) {
      for (Finding finding : model.findings()) {
        findings.add(
            lineOf(finding.place().orElseThrow().element()) + " " + finding.problem().text());
      }
      model
          .origins()
          .forEach(
              (path, element) -> {
                String owner =
                    element instanceof TypeElement ? "" : element.getEnclosingElement() + ".";
                origins.put(
                    path.kind() + " " + path.owner() + " " + path.name(),
                    owner + element.getSimpleName());
              });
    }

    /** The element's line in the sources, or 0 where it is from a class file. */
    private long lineOf(Element element) {
      Trees trees = Trees.instance(processingEnv);
      TreePath path = trees.getPath(element);
      return path == null
          ? 0
          : path.getCompilationUnit()
              .getLineMap()
              .getLineNumber(
                  trees
                      .getSourcePositions()
                      .getStartPosition(path.getCompilationUnit(), path.getLeaf()));
    }
  }
}
