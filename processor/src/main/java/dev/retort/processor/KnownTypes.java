package dev.retort.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The names of the entities and revisions of this module, those of earlier compilations too: an IDE
 * that compiles three classes must not be told that the rest has gone.
 *
 * <p>Names, not elements: an element is only good for the round that it was found in. An earlier
 * compilation also noted where each source was, relative to the class output: a class file whose
 * source has gone is left over, and counts no more.
 */
final class KnownTypes {

  private static final String ENTITY = "entity";
  private static final String PACKAGE = "package";
  private static final String REVISION = "revision";

  /** A line that stays when the last entity goes, so that its table is not forgotten. */
  private static final String MAPPED = "mapped";

  private final Optional<Path> classOutput;
  private final SourceRoots sources;
  private final SortedMap<String, Optional<String>> entities = new TreeMap<>();
  private final SortedMap<String, Optional<String>> packages = new TreeMap<>();
  private final SortedMap<String, Optional<String>> revisions = new TreeMap<>();
  private boolean hadEntities;
  private boolean hadRevisions;

  /**
   * No types yet.
   *
   * @param classOutput the directory of the class output, where it is one
   */
  KnownTypes(Optional<Path> classOutput, SourceRoots sources) {
    this.classOutput = classOutput;
    this.sources = sources;
  }

  /** Adds what an earlier compilation noted. */
  void addIndex(String index) {
    for (String line : index.lines().toList()) {
      String[] parts = line.split(" ", 3);
      if (parts.length >= 2) {
        Optional<String> source = parts.length == 3 ? Optional.of(parts[2]) : Optional.empty();
        (switch (parts[0]) {
              case ENTITY -> entities;
              case PACKAGE -> packages;
              default -> revisions;
            })
            .putIfAbsent(parts[1], source);
      }
    }
    hadEntities =
        !entities.isEmpty() || !packages.isEmpty() || index.lines().anyMatch(MAPPED::equals);
    hadRevisions = !revisions.isEmpty();
  }

  /**
   * Whether this module maps a schema: it has entities, or had some in an earlier compilation. One
   * that has revisions alone is compared with nothing.
   */
  boolean mapsASchema(Elements elements) {
    return hadEntities || !entities(elements).isEmpty() || !packages(elements).isEmpty();
  }

  /** Whether an earlier compilation had revisions. */
  boolean hadRevisions() {
    return hadRevisions;
  }

  void addEntities(Collection<? extends TypeElement> types) {
    types.forEach(type -> add(entities, nameOf(type), sources.fileOf(type)));
  }

  /** Adds packages that declare something of the schema. */
  void addPackages(Collection<? extends PackageElement> declaring) {
    declaring.forEach(
        each -> add(packages, each.getQualifiedName().toString(), sources.fileOf(each)));
  }

  void addRevisions(Collection<? extends TypeElement> types) {
    types.forEach(type -> add(revisions, nameOf(type), sources.fileOf(type)));
  }

  /** Adds a revision that this compilation itself wrote. */
  void addDrafted(String name, Path source) {
    add(revisions, name, Optional.of(source));
  }

  /** What is known of the source stays known: a class that is drafted is seen as class file. */
  private void add(Map<String, Optional<String>> types, String name, Optional<Path> source) {
    Optional<String> noted =
        classOutput.flatMap(root -> source.flatMap(file -> relative(root, file)));
    types.merge(name, noted, (old, now) -> now.isPresent() ? now : old);
  }

  /** The entities and what belongs to them, as far as they still exist. */
  List<TypeElement> entities(Elements elements) {
    return resolve(entities, elements);
  }

  /** The packages that declare something of the schema, as far as their sources still exist. */
  List<PackageElement> packages(Elements elements) {
    List<PackageElement> found = new ArrayList<>();
    packages.forEach(
        (name, source) -> {
          PackageElement declaring = elements.getPackageElement(name);
          if (declaring != null && source.map(this::exists).orElse(true)) {
            found.add(declaring);
          }
        });
    return List.copyOf(found);
  }

  /** The revisions, as far as they still exist. */
  List<TypeElement> revisions(Elements elements) {
    return resolve(revisions, elements);
  }

  /** The entities that an earlier compilation knew and that this one does not see. */
  SortedSet<String> unseenEntities(Elements elements) {
    return unseen(entities, elements);
  }

  /** The revisions that an earlier compilation knew and that this one does not see. */
  SortedSet<String> unseenRevisions(Elements elements) {
    return unseen(revisions, elements);
  }

  /** The types whose source is there, but neither compiled now nor as a class on the class path. */
  private SortedSet<String> unseen(Map<String, Optional<String>> names, Elements elements) {
    SortedSet<String> unseen = new TreeSet<>();
    names.forEach(
        (name, source) -> {
          if (elements.getTypeElement(name) == null
              && source.filter(file -> declares(file, name)).isPresent()) {
            unseen.add(name);
          }
        });
    return unseen;
  }

  /** The index for the next compilation: of the types that still exist, seen or not. */
  String index(Elements elements) {
    StringBuilder index = new StringBuilder(mapsASchema(elements) ? MAPPED + "\n" : "");
    append(index, ENTITY, entities, entities(elements), unseenEntities(elements));
    for (PackageElement each : packages(elements)) {
      String name = each.getQualifiedName().toString();
      index.append(PACKAGE).append(' ').append(name);
      packages.get(name).ifPresent(source -> index.append(' ').append(source));
      index.append('\n');
    }
    append(index, REVISION, revisions, revisions(elements), unseenRevisions(elements));
    return index.toString();
  }

  private static void append(
      StringBuilder index,
      String kind,
      Map<String, Optional<String>> sourcesByName,
      List<TypeElement> seen,
      SortedSet<String> unseen) {
    SortedSet<String> names = new TreeSet<>(unseen);
    seen.forEach(type -> names.add(nameOf(type)));
    for (String name : names) {
      index.append(kind).append(' ').append(name);
      sourcesByName.get(name).ifPresent(source -> index.append(' ').append(source));
      index.append('\n');
    }
  }

  private List<TypeElement> resolve(Map<String, Optional<String>> names, Elements elements) {
    List<TypeElement> found = new ArrayList<>();
    names.forEach(
        (name, source) -> {
          TypeElement type = elements.getTypeElement(name);
          if (type != null && source.map(this::exists).orElse(true)) {
            found.add(type);
          }
        });
    return List.copyOf(found);
  }

  private boolean exists(String relativeSource) {
    return classOutput.map(root -> Files.exists(root.resolve(relativeSource))).orElse(true);
  }

  /** Whether the source still declares the class: it may have lost one of several. */
  private boolean declares(String relativeSource, String name) {
    String simpleName = name.substring(name.lastIndexOf('.') + 1);
    Pattern declaration =
        Pattern.compile(
            "\\b(class|record|interface)\\s+" + Pattern.quote(simpleName) + "(?![\\w$])");
    try {
      return classOutput.isPresent()
          && declaration
              .matcher(
                  new String(Files.readAllBytes(classOutput.get().resolve(relativeSource)), UTF_8))
              .find();
    } catch (IOException notThere) {
      return false;
    }
  }

  private static Optional<String> relative(Path root, Path file) {
    try {
      String path = root.relativize(file).toString().replace('\\', '/');
      return Optional.of(path).filter(text -> text.lines().count() == 1);
    } catch (IllegalArgumentException onAnotherDrive) {
      return Optional.empty();
    }
  }

  private static String nameOf(TypeElement type) {
    return type.getQualifiedName().toString();
  }
}
