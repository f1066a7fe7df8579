package dev.retort.maven;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the class loader of a project's classes.
 *
 * <p>Retort's own classes and the driver's are the plugin's, so that what the project registers is
 * what the plugin asks for. Everything else, the libraries that revisions use above all, comes from
 * the project's class path in the project's versions, whatever the plugin itself uses.
 */
final class ProjectLoader {

  private static final List<String> SHARED = List.of("dev.retort.", "org.postgresql.");

  private ProjectLoader() {}

  /**
   * A loader of a class path; the caller closes it.
   *
   * @param classPath directories and jars, those that come first win
   * @param plugin the loader that has Retort's classes and the driver
   */
  static URLClassLoader of(List<Path> classPath, ClassLoader plugin) {
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      try {
        urls[i] = classPath.get(i).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalStateException("a path has a URL: " + classPath.get(i), e);
      }
    }
    return new URLClassLoader("project", urls, new Shared(plugin));
  }

  /** The JDK's classes and those that the project shares with the plugin. */
  private static final class Shared extends ClassLoader {

    private final ClassLoader plugin;

    Shared(ClassLoader plugin) {
      super("retort", ClassLoader.getPlatformClassLoader());
      this.plugin = plugin;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (SHARED.stream().noneMatch(name::startsWith)) {
        throw new ClassNotFoundException(name);
      }
      return plugin.loadClass(name);
    }
  }
}
