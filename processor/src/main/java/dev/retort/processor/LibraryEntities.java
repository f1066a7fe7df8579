package dev.retort.processor;

import dev.retort.processor.diagnostic.DraftProblems;
import dev.retort.processor.entity.EntityJar;
import dev.retort.processor.report.Finding;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The entities of libraries that an option adds to the model: by class, by package, or by jar.
 *
 * <p>Names, not elements: an element is only good for the round that it was found in.
 */
final class LibraryEntities {

  private final SortedSet<String> names = new TreeSet<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Looks for what the option names.
   *
   * @param option the option's name, for messages
   * @param named names of classes and packages, and paths of files that end in {@code .jar}
   */
  LibraryEntities(String option, List<String> named, Elements elements) {
    for (String name : named) {
      List<TypeElement> managed =
          EntityJar.managed(name.endsWith(".jar") ? ofJar(name, elements) : of(name, elements));
      if (managed.isEmpty()) {
        findings.add(Finding.error(DraftProblems.noEntitiesIn(option, name)));
      }
      managed.forEach(type -> names.add(type.getQualifiedName().toString()));
    }
  }

  /** What was named and not found. */
  List<Finding> findings() {
    return findings;
  }

  List<TypeElement> types(Elements elements) {
    return typesOf(names, elements);
  }

  private static List<TypeElement> of(String name, Elements elements) {
    TypeElement type = elements.getTypeElement(name);
    if (type != null) {
      return List.of(type);
    }
    PackageElement packageElement = elements.getPackageElement(name);
    return packageElement == null
        ? List.of()
        : ElementFilter.typesIn(packageElement.getEnclosedElements());
  }

  /** A jar only lends its list of names: its classes are those of the class path. */
  private static List<TypeElement> ofJar(String path, Elements elements) {
    try {
      return typesOf(EntityJar.topLevelNames(Path.of(path)), elements);
    } catch (IOException | InvalidPathException notReadable) {
      return List.of();
    }
  }

  private static List<TypeElement> typesOf(Collection<String> names, Elements elements) {
    List<TypeElement> types = new ArrayList<>();
    for (String name : names) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        types.add(type);
      }
    }
    return types;
  }
}
