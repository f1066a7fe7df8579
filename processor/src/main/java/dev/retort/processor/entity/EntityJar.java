package dev.retort.processor.entity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The model that a jar, or a set of classes, holds. */
public final class EntityJar {

  private static final List<String> MANAGED =
      List.of("Entity", "Embeddable", "MappedSuperclass", "Converter");

  private static final String PERSISTENCE = "jakarta.persistence.";
  private static final String CLASS = ".class";

  private EntityJar() {}

  /**
   * The names of the top-level classes that are entities or belong to them, or hold such classes.
   *
   * <p>A class file names its annotations in its constants; so most classes need not be loaded.
   *
   * @param jar the jar; of a multi-release jar, the classes for every release
   * @throws IOException when it cannot be read
   */
  public static Set<String> topLevelNames(Path jar) throws IOException {
    Set<String> names = new TreeSet<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName();
        if (name.endsWith(CLASS) && !name.startsWith("META-INF/") && isManaged(zip, entry)) {
          names.add(topLevelName(name.substring(0, name.length() - CLASS.length())));
        }
      }
    }
    return names;
  }

  /** Those of the types, and of the types nested in them, that belong to a persistent model. */
  public static List<TypeElement> managed(Collection<? extends TypeElement> types) {
    List<TypeElement> managed = new ArrayList<>();
    for (TypeElement type : types) {
      if (isManaged(type)) {
        managed.add(type);
      }
      managed.addAll(managed(ElementFilter.typesIn(type.getEnclosedElements())));
    }
    return managed;
  }

  private static boolean isManaged(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .map(mirror -> ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName())
        .anyMatch(
            annotation ->
                MANAGED.stream().anyMatch(name -> annotation.contentEquals(PERSISTENCE + name)));
  }

  private static boolean isManaged(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      String text = new String(in.readAllBytes(), ISO_8859_1);
      return MANAGED.stream()
          .anyMatch(name -> text.contains("L" + PERSISTENCE.replace('.', '/') + name + ";"));
    }
  }

  /** {@code a/b/Outer$Inner} is in {@code a.b.Outer}. */
  private static String topLevelName(String path) {
    int nested = path.indexOf('$', path.lastIndexOf('/') + 2);
    return (nested < 0 ? path : path.substring(0, nested)).replace('/', '.');
  }
}
