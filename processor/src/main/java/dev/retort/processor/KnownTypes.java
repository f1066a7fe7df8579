package dev.retort.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The names of the entities and revisions of this module, those of earlier compilations too: an IDE
 * that compiles three classes must not be told that the rest has gone.
 *
 * <p>Names, not elements: an element is only good for the round that it was found in.
 */
final class KnownTypes {

  private static final String ENTITY = "entity ";
  private static final String REVISION = "revision ";

  private final SortedSet<String> entities = new TreeSet<>();
  private final SortedSet<String> revisions = new TreeSet<>();

  /** Adds what an earlier compilation noted. */
  void addIndex(String index) {
    index
        .lines()
        .forEach(
            line -> {
              if (line.startsWith(ENTITY)) {
                entities.add(line.substring(ENTITY.length()));
              } else if (line.startsWith(REVISION)) {
                revisions.add(line.substring(REVISION.length()));
              }
            });
  }

  void addEntities(Collection<? extends TypeElement> types) {
    types.forEach(type -> entities.add(type.getQualifiedName().toString()));
  }

  void addRevisions(Collection<? extends TypeElement> types) {
    types.forEach(type -> revisions.add(type.getQualifiedName().toString()));
  }

  /** The entities and what belongs to them, as far as they still exist. */
  List<TypeElement> entities(Elements elements) {
    return resolve(entities, elements);
  }

  /** The revisions, as far as they still exist. */
  List<TypeElement> revisions(Elements elements) {
    return resolve(revisions, elements);
  }

  private static List<TypeElement> resolve(Collection<String> names, Elements elements) {
    List<TypeElement> found = new ArrayList<>();
    for (String name : names) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        found.add(type);
      }
    }
    return List.copyOf(found);
  }

  /** The index for the next compilation. */
  static String index(
      Collection<? extends TypeElement> entities, Collection<? extends TypeElement> revisions) {
    StringBuilder index = new StringBuilder();
    entities.forEach(e -> index.append(ENTITY).append(e.getQualifiedName()).append('\n'));
    revisions.forEach(r -> index.append(REVISION).append(r.getQualifiedName()).append('\n'));
    return index.toString();
  }
}
