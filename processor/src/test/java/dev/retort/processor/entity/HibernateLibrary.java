package dev.retort.processor.entity;

import dev.retort.processor.entity.source.HibernateVersion;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A version of Hibernate with all that it needs, in a class loader of its own that sees nothing
 * else. The build copies the older one to {@code target/hibernate-6.6}; what the two need alike is
 * taken from the tests' class path.
 */
enum HibernateLibrary {
  SIX(HibernateVersion.V6_6),
  SEVEN(HibernateVersion.V7);

  private static final Path OLDER = Path.of("target/hibernate-6.6");

  /** What the older version brings itself, or does not know. */
  private static final List<String> NOT_SHARED =
      List.of("jakarta.persistence-api-", "hibernate-core-", "hibernate-models-");

  private static final Map<HibernateLibrary, ClassLoader> LOADERS =
      new EnumMap<>(HibernateLibrary.class);

  private final HibernateVersion version;

  HibernateLibrary(HibernateVersion version) {
    this.version = version;
  }

  HibernateVersion version() {
    return version;
  }

  /** The jars: the class path that entities are compiled with. */
  List<Path> jars() {
    List<Path> jars = new ArrayList<>();
    if (this == SIX) {
      jars.addAll(jarsIn(OLDER));
    }
    Predicate<String> shared =
        name -> this == SEVEN || NOT_SHARED.stream().noneMatch(name::startsWith);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (entry.endsWith(".jar") && shared.test(path.getFileName().toString())) {
        jars.add(path);
      }
    }
    return jars;
  }

  /** The jars of a folder that the build filled. */
  static List<Path> jarsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder + " is filled by Maven in the phase generate-test-resources", e);
    }
  }

  /** The loader of Hibernate; the same one each time. */
  ClassLoader loader() throws MalformedURLException {
    synchronized (LOADERS) {
      ClassLoader loader = LOADERS.get(this);
      if (loader == null) {
        List<Path> paths = new ArrayList<>(jars());
        paths.add(ownClasses());
        loader = new URLClassLoader(urls(paths), ClassLoader.getPlatformClassLoader());
        LOADERS.put(this, loader);
      }
      return loader;
    }
  }

  /** {@link HibernateStarter#start} with this version. */
  Method starter() throws ReflectiveOperationException, MalformedURLException {
    return loader()
        .loadClass(HibernateStarter.class.getName())
        .getMethod("start", Map.class, Collection.class, ClassLoader.class);
  }

  static URL[] urls(List<Path> paths) throws MalformedURLException {
    URL[] urls = new URL[paths.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = paths.get(i).toUri().toURL();
    }
    return urls;
  }

  private static Path ownClasses() {
    return Path.of(
        HibernateStarter.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
