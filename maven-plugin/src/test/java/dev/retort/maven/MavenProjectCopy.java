package dev.retort.maven;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A project of its own in which a test runs Maven as a user does.
 *
 * <p>What this build has made of Retort's modules is put into a local repository of the test's own,
 * before the one that this build uses; Maven works offline.
 */
final class MavenProjectCopy {

  private static final long SECONDS_TO_END = 300;
  private static final Path SAMPLE = Path.of("src/test/resources/project");

  private static final String PART = "shop/src/main/java/shop/Part.java";

  private static final String STOCK =
      """
          <dependency>
            <groupId>org.example</groupId>
            <artifactId>stock</artifactId>
            <version>1</version>
          </dependency>
      """;

  private final Path root;
  private final Path repository;
  private int runs;

  private MavenProjectCopy(Path root, Path repository) {
    this.root = root;
    this.repository = repository;
  }

  /**
   * What Maven did.
   *
   * @param status its exit status
   * @param output what it printed
   * @param errors what it printed on the second stream
   */
  record Outcome(int status, String output, String errors) {

    /** All of it, to tell what went wrong. */
    String all() {
      return output + errors;
    }
  }

  /** Copies the sample project into an empty directory. */
  static MavenProjectCopy into(Path directory) throws IOException {
    MavenProjectCopy copy = empty(directory);
    String version = System.getProperty("plugin.version");
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.file(SAMPLE.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.writeString(
            target,
            Files.readString(file)
                .replace("@version@", version)
                .replace("@persistence@", System.getProperty("plugin.persistence-version")));
      }
    }
    copy.install("../runtime", "retort-runtime", "9.9");
    return copy;
  }

  /** An empty project in an empty directory. */
  static MavenProjectCopy empty(Path directory) throws IOException {
    Path real = directory.toRealPath();
    MavenProjectCopy copy =
        new MavenProjectCopy(real.resolve("shop"), real.resolve("local-repository"));
    String version = System.getProperty("plugin.version");
    Files.createDirectories(copy.file(".mvn"));
    copy.install("..", "retort-parent", version);
    for (String module : List.of("runtime", "processor", "cli", "maven-plugin")) {
      copy.install("../" + module, "retort-" + module, version);
    }
    return copy;
  }

  /**
   * Takes from the shop what it has of the other module. Goals on sources compile no other one; so
   * its jar would have to be in a repository.
   */
  void standAlone() throws IOException {
    edit(PART, "import stock.Numbered;", "");
    edit(PART, " implements Numbered", "");
    edit(PART, "@Override", "");
    edit("shop/pom.xml", STOCK, "");
  }

  /** A file of the project. */
  Path file(String path) {
    return root.resolve(path);
  }

  /** Replaces what a file says. */
  void edit(String path, String before, String after) throws IOException {
    String text = Files.readString(file(path));
    if (!text.contains(before)) {
      throw new IllegalArgumentException(path + " does not say: " + before);
    }
    Files.writeString(file(path), text.replace(before, after));
  }

  /** Runs Maven with these variables in its environment. */
  Outcome maven(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    boolean windows = File.separatorChar == '\\';
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of("..").toRealPath().resolve(windows ? "mvnw.cmd" : "mvnw").toString(),
                "-B",
                "-o",
                "-Dmaven.repo.local=" + repository,
                "-Dmaven.repo.local.tail=" + System.getProperty("plugin.local-repository")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    builder.environment().putAll(environment);
    runs++;
    Path output = root.resolveSibling("output-" + runs);
    Path errors = root.resolveSibling("errors-" + runs);
    Process process =
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            String.join(" ", arguments) + " does not end:\n" + Files.readString(output));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
  }

  private void install(String module, String artifact, String version) throws IOException {
    Path folder = repository.resolve(Path.of("dev", "retort", artifact, version));
    Files.createDirectories(folder);
    Files.copy(Path.of(module, "pom.xml"), folder.resolve(artifact + "-" + version + ".pom"));
    Path classes = Path.of(module, "target", "classes");
    if (Files.isDirectory(classes)) {
      jar(classes, folder.resolve(artifact + "-" + version + ".jar"));
    }
  }

  private static void jar(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(
            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, entries);
      }
    }
  }
}
