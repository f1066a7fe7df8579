package dev.retort.example;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A local Maven repository of a test's own, which has Retort as if it were published: what this
 * build has made of its modules. Maven works offline, and finds all else in the repository that
 * this build uses.
 */
final class LocalRepository {

  private static final List<String> MODULES =
      List.of("runtime", "processor", "cli", "maven-plugin");

  /** What the last goal of the plugin's own build leaves. */
  private static final Path DESCRIPTOR =
      Path.of("maven-plugin/target/classes/META-INF/maven/plugin.xml");

  private final Path directory;

  private LocalRepository(Path directory) {
    this.directory = directory;
  }

  /** Whether this build has made the plugin: it is no dependency of the example's. */
  static boolean canBeMade() throws IOException {
    return Files.exists(repository().resolve(DESCRIPTOR));
  }

  /** Makes one in a directory that does not exist yet. */
  static LocalRepository in(Path directory) throws IOException {
    LocalRepository made = new LocalRepository(directory);
    made.install(repository(), "retort-parent");
    for (String module : MODULES) {
      made.install(repository().resolve(module), "retort-" + module);
    }
    return made;
  }

  /** What Maven is given, so that it uses this repository. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("-o", "-Dmaven.repo.local=" + directory));
    String outer = System.getProperty("example.local-repository", "");
    arguments.add(
        "-Dmaven.repo.local.tail="
            + (outer.isEmpty() ? System.getProperty("user.home") + "/.m2/repository" : outer));
    return arguments;
  }

  /** The repository that this module belongs to. */
  private static Path repository() throws IOException {
    return Path.of("").toRealPath().getParent();
  }

  private void install(Path module, String artifact) throws IOException {
    String version = System.getProperty("example.version");
    Path folder = directory.resolve(Path.of("dev", "retort", artifact, version));
    Files.createDirectories(folder);
    Files.copy(module.resolve("pom.xml"), folder.resolve(artifact + "-" + version + ".pom"));
    Path classes = module.resolve("target/classes");
    if (Files.isDirectory(classes)) {
      jar(classes, folder.resolve(artifact + "-" + version + ".jar"));
    }
  }

  private static void jar(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
      }
    }
  }
}
