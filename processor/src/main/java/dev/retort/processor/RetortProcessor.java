package dev.retort.processor;

import com.google.auto.service.AutoService;
import dev.retort.processor.entity.DeclaredObjects;
import dev.retort.processor.entity.FormerNames;
import dev.retort.processor.migration.RevisionCollector;
import dev.retort.processor.report.CompilerEnvironment;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Checks entities against revisions while they are compiled, and generates the registry that the
 * runtime boots with.
 *
 * <p>Aggregating in Gradle's sense: the output is made of all entities and revisions together.
 */
@AutoService(Processor.class)
public final class RetortProcessor extends AbstractProcessor {

  private static final String PERSISTENCE = "jakarta.persistence.";
  private static final Set<String> ENTITY_ANNOTATIONS =
      Set.of(
          PERSISTENCE + "Entity",
          PERSISTENCE + "Embeddable",
          PERSISTENCE + "MappedSuperclass",
          PERSISTENCE + "Converter");

  private Compilation compilation;
  private boolean alone;

  @Override
  public synchronized void init(ProcessingEnvironment env) {
    super.init(env);
    compilation =
        new Compilation(CompilerEnvironment.of(env), ProcessorOptions.of(env.getOptions()));
    alone = OtherProcessors.none();
  }

  /**
   * Everything where entities of libraries are named: a module that only migrates them may have no
   * annotation of its own yet, and javac starts no processor that asks for some.
   */
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    if (isInitialized() && processingEnv.getOptions().containsKey(ProcessorOptions.ENTITIES)) {
      return Set.of("*");
    }
    return Set.of(
        RevisionCollector.MIGRATION,
        FormerNames.RENAMED_FROM,
        DeclaredObjects.ANNOTATIONS + "*",
        PERSISTENCE + "*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    Set<String> names = new HashSet<>(ProcessorOptions.NAMES);
    names.add("org.gradle.annotation.processing.aggregating");
    return names;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  /**
   * Claims the persistence annotations when nobody else could want them, so that {@code
   * -Xlint:processing -Werror} does not fail on them; leaves them to Hibernate's processor and
   * others otherwise.
   */
  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // for the reason above
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      String name = annotation.getQualifiedName().toString();
      Set<? extends Element> annotated = round.getElementsAnnotatedWith(annotation);
      if (name.equals(RevisionCollector.MIGRATION)) {
        compilation.addRevisions(ElementFilter.typesIn(annotated));
      } else if (ENTITY_ANNOTATIONS.contains(name)
          || name.startsWith(DeclaredObjects.ANNOTATIONS)) {
        compilation.addEntities(ElementFilter.typesIn(annotated));
        compilation.addPackages(ElementFilter.packagesIn(annotated));
      }
    }
    if (round.processingOver()) {
      compilation.finish(round.errorRaised());
    } else {
      compilation.checkChain();
    }
    return alone;
  }
}
